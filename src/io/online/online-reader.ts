import type { OwnLayer } from '../../layers/own/own-layer.ts'
import { makeOwnLayer, type OwnLayerHead } from '../imports/make-own-layer.ts'
import { createFeaturePages, type FeaturePages } from './feature-pages.ts'

/** Reads the pages of one service and makes a layer of them. One to a worker, which ends with it. */
export interface OnlineReader {
  readonly add: FeaturePages['add']
  readonly finish: (head: OwnLayerHead) => OwnLayer
}

export function createOnlineReader(): OnlineReader {
  const pages = createFeaturePages()
  return {
    add: pages.add,
    // The pages are in longitude, latitude already: which order a service meant shows on its pages only.
    finish: (head) => makeOwnLayer(head, pages.features(), { epsg: 4326, isSwapped: false }),
  }
}
