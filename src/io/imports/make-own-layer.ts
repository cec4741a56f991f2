import type { CrsChoice } from '../../layers/own/own-import.ts'
import type { OwnLayer } from '../../layers/own/own-layer.ts'
import { createFeatureCollector, type CollectedFeatures } from './collect-features.ts'
import { createIssueLog, type IssueLog } from './issue-log.ts'
import { IMPORT_LIMITS, type ImportLimits } from './limits.ts'
import { placeFeatures } from './place-features.ts'

/** What a layer is called and how it looks; none of it comes from its features. */
export interface OwnLayerHead {
  readonly id: string
  readonly name: string
  /** Who is to be named, or null for a file of the reader's own. */
  readonly credit: string | null
  /** See `nextOwnColour`. */
  readonly colour: string
}

/**
 * A layer of GeoJSON features of unknown make, in a CRS that is known. Features that cannot be used are
 * left out, counted and listed among `issues`; nothing is thrown for them. Runs in a worker: a million
 * vertices take about a second.
 *
 * @param log remarks that were made before, such as on a page that did not come
 */
export function makeOwnLayer(
  head: OwnLayerHead,
  features: Iterable<unknown>,
  crs: CrsChoice,
  log: IssueLog = createIssueLog(),
  limits: ImportLimits = IMPORT_LIMITS,
): OwnLayer {
  const collector = createFeatureCollector(log, 'feature', limits)
  let number = 0
  for (const feature of features) collector.addFeature(feature, ++number)
  return finishOwnLayer(head, collector.finish(), crs, log)
}

/** A layer of what was collected. */
export function finishOwnLayer(head: OwnLayerHead, collected: CollectedFeatures, crs: CrsChoice, log: IssueLog): OwnLayer {
  const { cities, counts } = placeFeatures(collected, crs, head.colour, log)
  return { ...head, cities, attributes: collected.attributes, counts, issues: log.list(), isShown: true }
}
