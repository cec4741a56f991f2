import { LEAST_COVERAGE_OF_SUMS } from '../../analytics/form/coverage-limits.ts'
import { layPlanRule, type PlanEnvelope, type PlanRuleTerms } from '../../analytics/form/plan-rule.ts'
import { sumStanding, type Standing } from '../../analytics/form/sum-standing.ts'
import { estimateCapacity, type FloorCapacity } from '../../analytics/scenario/floor-use.ts'
import { measureSharedArea } from '../../analytics/zones/shared-area.ts'
import type { CityId } from '../../cities/index.ts'
import { converterBetween } from '../../geo/crs.ts'
import { findInteriorPoints } from '../../geo/interior-points.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { forEachPoint, ringRange } from '../../geo/rings.ts'
import type { HeatParams } from '../../layers/buildings/heat-params.ts'
import { storeysOf } from '../../layers/buildings/model-heat.ts'
import type { LayerSource } from '../../layers/layer.ts'
import type { Polygon, Ring } from '../../scenario/types.ts'
import { makeZones } from './zone-sets.ts'

/** One rule, and the areas that it is laid over: of one city or of several. */
export interface PlanRuleRequest {
  readonly terms: PlanRuleTerms
  readonly areas: readonly { readonly id: string; readonly cityId: CityId; readonly area: Polygon }[]
  /** Assumptions that differ from their defaults, by id. */
  readonly assumptions: Readonly<Record<string, number>>
}

/** What a rule comes to on an area, and what stands there. */
export interface PlanRuleAnswer {
  readonly id: string
  readonly cityId: CityId
  readonly envelope: Omit<PlanEnvelope, 'buildable'>
  /** The ground that the envelope stands on, longitude and latitude: outer rings and holes, filled even-odd. */
  readonly buildableDegrees: readonly Ring[]
  /** Share of its land on which buildings are known, 0-1. */
  readonly coverageShare: number
  /** What stands there today; null where too little of the area is known. */
  readonly standing: (Standing & FloorCapacity) | null
}

/** The points that stand for a city's buildings: found once for the same shapes. */
const knownPoints = new WeakMap<PackedGeometry, Float64Array>()

function pointsOf(geometry: PackedGeometry): Float64Array {
  const points = knownPoints.get(geometry) ?? findInteriorPoints(geometry)
  knownPoints.set(geometry, points)
  return points
}

/** Lays a rule over one area. Rejects with a sentence, where the area or the rule is none. */
export async function layRuleOver(
  source: LayerSource,
  { terms, assumptions }: Pick<PlanRuleRequest, 'terms' | 'assumptions'>,
  { id, cityId, area }: PlanRuleRequest['areas'][number],
  heat: HeatParams,
): Promise<PlanRuleAnswer> {
  const { zones } = await makeZones({ kind: 'area', cityId, name: id, polygonsDegrees: [area] }, source)
  const { buildable, ...envelope } = layPlanRule(terms, zones.geometry, assumptions)
  const [coverage, land] = await Promise.all([source.geometry('coverage'), source.geometry('land')])
  const onLand = sumSharedAreas(zones.geometry, land)
  const coverageShare = onLand > 0 ? Math.min(1, sumSharedAreas(zones.geometry, coverage) / onLand) : 0
  const isKnown = coverageShare >= LEAST_COVERAGE_OF_SUMS
  return {
    id,
    cityId,
    envelope,
    buildableDegrees: listRings(buildable, source.city.epsg),
    coverageShare,
    standing: isKnown ? await findStanding(source, zones.geometry, heat, assumptions) : null,
  }
}

/** Area in m² that the one feature shares with all of the others, which do not overlap. */
function sumSharedAreas(area: PackedGeometry, others: PackedGeometry): number {
  let sum = 0
  for (let feature = 0; feature + 1 < others.featureStarts.length; feature++) sum += measureSharedArea(area, 0, others, feature)
  return sum
}

async function findStanding(
  source: LayerSource,
  area: PackedGeometry,
  heat: HeatParams,
  assumptions: PlanRuleRequest['assumptions'],
): Promise<Standing & FloorCapacity> {
  const [table, geometry] = await Promise.all([source.buildings(), source.geometry('buildings')])
  const { footprintsSquareMetres, useCodes } = table
  const standing = sumStanding(area, 0, {
    positions: pointsOf(geometry),
    footprintsSquareMetres,
    useCodes,
    storeys: storeysOf(table, heat),
  })
  return { ...standing, ...estimateCapacity(standing.floorAreasByUse, assumptions) }
}

/** Rings without their last point again, as scenarios have them. */
function listRings(geometry: PackedGeometry, epsg: LayerSource['city']['epsg']): readonly Ring[] {
  const degrees = converterBetween(epsg, 4326).batch(geometry.positions)
  return Array.from({ length: geometry.ringStarts.length - 1 }, (_, ring) => {
    const [from, to] = ringRange(geometry, ring)
    const corners: [number, number][] = []
    forEachPoint(degrees, (longitude, latitude) => corners.push([longitude, latitude]), from, to - 1)
    return corners
  })
}
