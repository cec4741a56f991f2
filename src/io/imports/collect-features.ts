import type { IssuePlace, OwnAttributes } from '../../layers/own/own-layer.ts'
import { growingIndices, type GrowingArray } from './growing-array.ts'
import { quoteFound, type IssueLog } from './issue-log.ts'
import { createAttributeKeeper } from './keep-attributes.ts'
import { IMPORT_LIMITS, type ImportLimits } from './limits.ts'
import { GeometryFault, readGeometry } from './readers/read-geometry.ts'
import { createShapeStores, markStores, type ShapeStores } from './shape-stores.ts'

/** What was read of a source, in its own CRS. */
export interface CollectedFeatures {
  readonly stores: ShapeStores
  readonly attributes: OwnAttributes
  /** What the source calls each row: the number of its feature or line. */
  readonly rowNumbers: Uint32Array
  readonly placeKind: 'feature' | 'line'
  readonly read: number
  readonly leftOut: number
  readonly beyondLimit: number
}

export interface FeatureCollector {
  /** Takes one GeoJSON feature of unknown make. Never throws: what cannot be used is logged and counted. */
  readonly addFeature: (feature: unknown, number: number) => void
  /** Takes a geometry and attributes that a reader has put together. */
  readonly addGeometry: (geometry: unknown, properties: unknown, number: number) => void
  /** Counts something that could not even be read as a feature. */
  readonly countLeftOut: () => void
  readonly finish: () => CollectedFeatures
}

/** Gathers features into flat arrays, within the limits. */
export function createFeatureCollector(
  log: IssueLog,
  placeKind: 'feature' | 'line' = 'feature',
  limits: ImportLimits = IMPORT_LIMITS,
): FeatureCollector {
  const stores = createShapeStores()
  const keeper = createAttributeKeeper(limits)
  const rowNumbers: GrowingArray<Uint32Array> = growingIndices()
  const counts = { read: 0, leftOut: 0, beyondLimit: 0 }
  let vertices = 0

  const leaveOut = (messageKey: string, place: IssuePlace, values: Readonly<Record<string, string | number>>): void => {
    counts.leftOut++
    log.add('left-out', messageKey, place, values)
  }

  const take = (geometry: unknown, properties: unknown, number: number): void => {
    counts.read++
    const place: IssuePlace = { kind: placeKind, number }
    if (rowNumbers.length >= limits.features) {
      counts.beyondLimit++
      log.add('left-out', 'imports.issue.tooManyFeatures', place, { most: limits.features })
      return
    }
    const takeBack = markStores(stores)
    const remarks = new Map<string, Readonly<Record<string, string | number>>>()
    const remark = (messageKey: string, values: Readonly<Record<string, string | number>> = {}): void => {
      if (!remarks.has(messageKey)) remarks.set(messageKey, values)
    }
    try {
      vertices += readGeometry(geometry, { stores, row: rowNumbers.length, remark, vertexBudget: limits.vertices - vertices })
    } catch (error) {
      takeBack()
      if (!(error instanceof GeometryFault)) throw error
      if (error.messageKey === 'imports.issue.tooManyVertices') {
        counts.beyondLimit++
        log.add('left-out', error.messageKey, place, { most: limits.vertices })
      } else leaveOut(error.messageKey, place, error.values)
      return
    }
    keeper.add(properties, remark)
    rowNumbers.push(number)
    for (const [messageKey, values] of remarks) log.add('note', messageKey, place, values)
  }

  return {
    addGeometry: take,
    addFeature: (feature, number) => {
      const { type, geometry, properties } = (typeof feature === 'object' && feature !== null ? feature : {}) as {
        type?: unknown
        geometry?: unknown
        properties?: unknown
      }
      if (type === 'Feature') return take(geometry, properties, number)
      counts.read++
      leaveOut('imports.issue.notFeature', { kind: placeKind, number }, { found: quoteFound(type ?? feature) })
    },
    countLeftOut: () => {
      counts.read++
      counts.leftOut++
    },
    finish: () => ({ stores, attributes: keeper.finish(), rowNumbers: rowNumbers.view().slice(), placeKind, ...counts }),
  }
}
