import type { BuildingDraft, PartDraft } from './building-draft.ts'
import type { Dataset, Feature } from '../dataset.ts'
import { createDistrictLookup } from '../districts/district-lookup.ts'
import { createHeightEstimator, ESTIMATE_RULE, evaluateHeightEstimate, type KnownHeightCase } from '../estimates/estimate-heights.ts'
import { isChimneyOrMast, storeysFromHeight } from '../../analytics/form/storeys.ts'

/** What a city's step adds around the shared rules. */
export type BuildingsFrame = Pick<Dataset, 'issues' | 'sources' | 'derived' | 'provenance'>

/**
 * The data sets `buildings` and `building_parts` of drafts: unknown heights and storeys estimated and
 * flagged, districts found, the estimate's error on held-back heights as figures of quality.
 */
export function createBuildingDatasets(
  drafts: readonly BuildingDraft[],
  districts: readonly Feature[],
  frame: BuildingsFrame,
): readonly Dataset[] {
  // In order of id, so that folds and ties don't depend on the order of the source.
  const sorted = [...drafts].sort((a, b) => (a.id < b.id ? -1 : 1))
  const known = sorted.flatMap(toKnownCase)
  const estimate = createHeightEstimator(known)
  const findDistricts = createDistrictLookup(districts)
  const features = sorted.map((draft) => createFeature(draft, estimate, findDistricts))
  const parts = sorted.flatMap((draft) => draft.parts.map((part) => createPartFeature(part, draft.id)))
  const count = (column: string, value: string): number => features.filter((feature) => feature.properties[column] === value).length
  const error = known.length < 10 ? null : evaluateHeightEstimate(known)
  return [
    {
      name: 'buildings',
      geometry: 'MultiPolygon',
      features,
      ...frame,
      derived: { ...BUILDING_RULES, ...frame.derived },
      quality: {
        buildings_height_measured_count: count('height_source', 'measured'),
        buildings_height_from_storeys_count: count('height_source', 'from_storeys'),
        buildings_height_estimated_count: count('height_source', 'estimated'),
        ...(error === null
          ? {}
          : {
              height_estimate_held_back_count: error.heldBack,
              height_estimate_median_absolute_error_m: round2(error.medianAbsoluteErrorMetres),
              height_estimate_mean_absolute_error_m: round2(error.meanAbsoluteErrorMetres),
              height_estimate_bias_m: round2(error.biasMetres),
            }),
      },
    },
    { name: 'building_parts', geometry: 'MultiPolygon', features: parts, ...frame, issues: [], derived: PART_RULES },
  ]
}

const BUILDING_RULES: Readonly<Record<string, string>> = {
  height_m: `measured where the source gives a height; else 3.2 m a storey and 1 m for the roof; ${ESTIMATE_RULE}; a building with raised parts is as high as the highest of them`,
  body_height_m: 'height of the outline: below height_m where parts rise above it',
  storeys:
    'as mapped; else (height - 1 m) / 3.2 m in housing and where the use is unknown, height / 3.6 m elsewhere, within the storey class where one is known (storeys_source class), flagged estimated otherwise; none for chimneys and masts (higher than 5 times the side of the footprint)',
  district_coarse_id: 'by a point inside the footprint; within 100 m of a district where it lies in none',
  district_fine_id: 'by a point inside the footprint; within 100 m of a district where it lies in none',
  footprint_m2: 'area in the plane of the CRS',
}

const PART_RULES: Readonly<Record<string, string>> = {
  building_id: 'the building that holds most of the part, and more than half of it',
  height_m: 'measured where the source gives a height; else 3.2 m a storey and 1 m for the roof',
  min_height_m: 'as mapped; else 3.2 m for each storey below the part',
}

function createFeature(
  draft: BuildingDraft,
  estimate: ReturnType<typeof createHeightEstimator>,
  findDistricts: ReturnType<typeof createDistrictLookup>,
): Feature {
  const [x, y] = draft.point
  const own = draft.height?.metres ?? draft.bodyHeightMetres ?? estimate(toCase(draft))
  const highestPart = draft.parts.reduce((highest, part) => Math.max(highest, part.heightMetres), 0)
  const body = Math.min(draft.bodyHeightMetres ?? own, own)
  const height = draft.parts.length > 0 ? Math.max(body, highestPart) : own
  const tallest = draft.parts.find((part) => part.heightMetres === height)
  // Storeys follow from the outline's height: a spire has none. Where the outline hangs, from the top.
  const storeysHeight = draft.storeysHeightMetres ?? (draft.parts.length > 0 && body > 0 ? own : height)
  const storeys =
    draft.storeys ??
    (isChimneyOrMast(height, draft.footprintSquareMetres)
      ? null
      : {
          count: storeysFromHeight(storeysHeight, draft.use?.class ?? null, draft.storeysClass),
          source: draft.storeysClass === null ? ('estimated' as const) : ('class' as const),
        })
  const district = findDistricts(x, y)
  return {
    properties: {
      id: draft.id,
      footprint_m2: round2(draft.footprintSquareMetres),
      height_m: round2(height),
      height_source: tallest?.heightSource ?? draft.height?.source ?? 'estimated',
      body_height_m: round2(body),
      storeys: storeys?.count ?? null,
      storeys_source: storeys?.source ?? null,
      use: draft.use?.class ?? null,
      use_source: draft.use?.source ?? null,
      year: draft.year,
      name: draft.name,
      address: draft.address,
      district_coarse_id: district.coarse,
      district_fine_id: district.fine,
      ground_height_m: draft.groundHeightMetres,
      source: draft.source,
      source_year: draft.sourceYear,
    },
    geometry: { type: 'MultiPolygon', coordinates: draft.geometry },
  }
}

function createPartFeature(part: PartDraft, buildingId: string): Feature {
  return {
    properties: {
      id: part.id,
      building_id: buildingId,
      min_height_m: round2(part.minHeightMetres),
      height_m: round2(part.heightMetres),
      height_source: part.heightSource,
    },
    geometry: { type: 'MultiPolygon', coordinates: part.geometry },
  }
}

function toCase(draft: BuildingDraft) {
  const {
    point: [x, y],
    footprintSquareMetres,
    storeysClass,
  } = draft
  return { x, y, footprintSquareMetres, use: draft.useWithoutHeight, storeysClass }
}

function toKnownCase(draft: BuildingDraft): readonly KnownHeightCase[] {
  // Towers and hanging parts say nothing about the houses beside them.
  if (draft.height === null || draft.height.source === 'estimated' || draft.parts.length > 0) return []
  return [{ ...toCase(draft), heightMetres: draft.height.metres }]
}

function round2(value: number): number {
  return Math.round(value * 100) / 100
}
