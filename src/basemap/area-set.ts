import type { Polygons } from '../layers/types.ts'
import { degreesToUnitSquare } from './mercator.ts'
import { createVectorSet, type VectorSet } from './vector-set.ts'

/** Area fills ready to be drawn. */
export interface AreaSet {
  readonly shapes: VectorSet
  /** CSS colour of each feature; null where it has no data. */
  readonly fills: readonly (string | null)[]
  readonly stroke: string | null
}

export function prepareAreas(areas: Polygons): AreaSet {
  const shapes = createVectorSet(degreesToUnitSquare(areas.positionsDegrees.slice()), areas.ringStarts, areas.featureStarts, true)
  const fills = Array.from({ length: shapes.featureCount }, (_, feature) =>
    areas.noData[feature] === 1 ? null : cssColour(areas.fillRgba.subarray(feature * 4, feature * 4 + 4)),
  )
  return { shapes, fills, stroke: areas.strokeRgba === null ? null : cssColour(areas.strokeRgba) }
}

export function cssColour(rgba: ArrayLike<number>): string {
  return `rgb(${rgba[0]} ${rgba[1]} ${rgba[2]} / ${((rgba[3] ?? 255) / 255).toFixed(3)})`
}
