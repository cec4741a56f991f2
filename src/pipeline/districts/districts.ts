import type { Feature, Value } from '../dataset.ts'
import { multiPolygonArea, representativePoint, type MultiPolygonRings } from '../geometry/planar.ts'
import { roundToCentimetre } from '../geometry/place-points.ts'
import { createScanner, intersectIntervals, measureSharedArea, type Scanner } from '../geometry/scan-areas.ts'

/** One district before its areas are measured. */
export interface DistrictDraft {
  readonly id: string
  readonly level: 'coarse' | 'fine'
  readonly parentId: string | null
  readonly names: Readonly<Partial<Record<'fi' | 'sv' | 'et' | 'en', string>>>
  readonly geometry: MultiPolygonRings
  readonly population: number | null
  readonly populationYear: number | null
  readonly populationKind: 'official' | 'modelled' | null
}

/**
 * Rows of the data set `districts`: areas in the plane of the city's CRS, land without sea, the share
 * of land on which footprints are known, and a point for the label, on land where there is some.
 */
export function createDistrictFeatures(
  drafts: readonly DistrictDraft[],
  land: MultiPolygonRings,
  coverage: MultiPolygonRings | 'whole-city',
): readonly Feature[] {
  const landScanner = createScanner(land)
  const coverageScanner = coverage === 'whole-city' ? null : createScanner(coverage)
  return drafts.map((draft) => {
    const scanner = createScanner(draft.geometry)
    const area = multiPolygonArea(draft.geometry)
    // A scan over lines may exceed the exact area by a hair where all of it is land.
    const landArea = Math.min(area, measureSharedArea([scanner, landScanner]))
    const [labelX, labelY] = findLabelPoint(draft.geometry, scanner, landScanner)
    return {
      properties: {
        id: draft.id,
        level: draft.level,
        parent_id: draft.parentId,
        name_fi: draft.names.fi ?? null,
        name_sv: draft.names.sv ?? null,
        name_et: draft.names.et ?? null,
        name_en: draft.names.en ?? null,
        population: draft.population,
        population_year: draft.population === null ? null : draft.populationYear,
        population_kind: draft.population === null ? null : draft.populationKind,
        area_m2: Math.round(area),
        land_area_m2: Math.round(landArea),
        building_coverage_share: shareOfLand(landArea, coverageScanner, scanner, landScanner),
        label_x: roundToCentimetre(labelX),
        label_y: roundToCentimetre(labelY),
      } satisfies Record<string, Value>,
      geometry: { type: 'MultiPolygon', coordinates: draft.geometry },
    }
  })
}

/** How many districts of each level there are, for the manifest's `quality`. */
export function countLevels(features: readonly Feature[]): Readonly<Record<string, number>> {
  const count = (level: DistrictDraft['level']): number => features.filter(({ properties }) => properties['level'] === level).length
  return { districts_coarse_count: count('coarse'), districts_fine_count: count('fine') }
}

function shareOfLand(landArea: number, coverage: Scanner | null, district: Scanner, land: Scanner): number {
  if (coverage === null) return 1
  if (landArea === 0) return 0
  const known = measureSharedArea([district, land, coverage])
  return Math.round(Math.min(1, known / landArea) * 1000) / 1000
}

/**
 * The middle of the widest stretch of the district's land near its middle, else of the district
 * itself: a label in the sea would name the wrong thing.
 */
function findLabelPoint(geometry: MultiPolygonRings, district: Scanner, land: Scanner): readonly [number, number] {
  const inside = representativePoint(geometry)
  let best: { x: number; y: number; score: number } | undefined
  const height = district.north - district.south
  for (let step = 1; step < 40; step++) {
    const y = district.south + (height * step) / 40
    for (const [from, to] of intersectIntervals(district.cut(y), land.cut(y))) {
      // Wide stretches near the middle line win: half the score is lost at the north and south ends.
      const score = (to - from) * (1 - Math.abs(step / 40 - 0.5))
      if (best === undefined || score > best.score) best = { x: (from + to) / 2, y, score }
    }
  }
  return best === undefined ? inside : [best.x, best.y]
}
