import { MEASURES } from '../../analytics/measures/index.ts'
import { MEASURE_IDS, type MeasureId, type ZoneFacts } from '../../analytics/measures/types.ts'
import type { CityId } from '../../cities/index.ts'
import { converterBetween } from '../../geo/crs.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import type { LayerSource } from '../../layers/layer.ts'
import type { MeasureTable, ZoneSet } from './analysis-service.ts'
import type { CityFigures } from './city-figures.ts'

/** The measures of all zones, the cities one after the other. */
export function makeTable(
  zones: ZoneSet,
  figures: readonly CityFigures[],
  provenance: MeasureTable['provenance'],
  sourceOf: (cityId: CityId) => LayerSource,
): MeasureTable {
  const column = (valueOf: (id: MeasureId, facts: ZoneFacts, zone: number) => number) =>
    Object.fromEntries(
      MEASURE_IDS.map((id) => [
        id,
        Float64Array.from(figures.flatMap(({ facts }) => Array.from({ length: facts.zoneCount }, (_, zone) => valueOf(id, facts, zone)))),
      ]),
    ) as Record<MeasureId, Float64Array>
  return {
    zones,
    rows: figures.flatMap(({ rows }) => rows),
    values: column((id, facts, zone) => MEASURES[id].of(facts, zone)),
    estimatedShares: column((id, facts, zone) => MEASURES[id].estimatedShare(facts, zone)),
    coverageShares: Float64Array.from(figures.flatMap(({ facts }) => [...facts.coverageShares])),
    provenance,
    shapes: shapesOf(figures, sourceOf),
  }
}

/** Outlines of all rows, in degrees. */
export function shapesOf(figures: readonly CityFigures[], sourceOf: (cityId: CityId) => LayerSource): MeasureTable['shapes'] {
  return joinShapes(
    figures.map(({ zones, whole, cityId }) => {
      const geometry = whole ?? zones.geometry
      const positionsDegrees = knownDegrees.get(geometry) ?? converterBetween(sourceOf(cityId).city.epsg, 4326).batch(geometry.positions)
      knownDegrees.set(geometry, positionsDegrees)
      return { geometry, positionsDegrees }
    }),
  )
}

/** Positions in degrees, found once for the same shapes. Never handed out: an answer may be moved to another thread. */
const knownDegrees = new WeakMap<PackedGeometry, Float64Array>()

/** Shapes of several cities, one after the other. */
function joinShapes(
  parts: readonly { readonly geometry: PackedGeometry; readonly positionsDegrees: Float64Array }[],
): MeasureTable['shapes'] {
  const positions: Float64Array[] = []
  const ringStarts = [0]
  const featureStarts = [0]
  for (const { geometry, positionsDegrees } of parts) {
    const [point, ring] = [ringStarts.at(-1) as number, featureStarts.at(-1) as number]
    for (const start of geometry.ringStarts.subarray(1)) ringStarts.push(point + start)
    for (const start of geometry.featureStarts.subarray(1)) featureStarts.push(ring + start)
    positions.push(positionsDegrees)
  }
  const positionsDegrees = new Float64Array((ringStarts.at(-1) as number) * 2)
  let at = 0
  for (const part of positions) {
    positionsDegrees.set(part, at)
    at += part.length
  }
  return { positionsDegrees, ringStarts: Uint32Array.from(ringStarts), featureStarts: Uint32Array.from(featureStarts) }
}
