import { BUILDING_USES, type BuildingUse } from '../../src/schema/datasets.ts'
import { heightFromStoreysMetres, storeysFromHeight } from '../../src/analytics/form/storeys.ts'
import { converterBetween } from '../../src/geo/crs.ts'
import { indexCity, type IndexedCity } from '../../src/scenario/apply/index-city.ts'
import type { StoreyRules } from '../../src/scenario/apply/types.ts'
import {
  SCENARIO_FORMAT,
  SCENARIO_VERSION,
  type BuildingRef,
  type Edit,
  type LonLat,
  type Polygon,
  type Scenario,
} from '../../src/scenario/types.ts'

/** Two cities of a few squares, so that rules can be counted by hand. Nothing of them is data. */
export const CITIES = [
  { id: 'north', extentDegrees: [24.9, 60.1, 25.1, 60.3] },
  { id: 'south', extentDegrees: [24.6, 59.35, 24.9, 59.5] },
] as const

export const RULES: StoreyRules = { heightFromStoreysMetres, storeysFromHeight }

const EPSG = 3879
const ORIGIN_EAST = 25_500_000
const ORIGIN_NORTH = 6_676_000

/** A point of the northern city, metres east and north of its origin, in degrees. */
export function at(eastMetres: number, northMetres: number): LonLat {
  const [longitude, latitude] = converterBetween(EPSG, 4326).point(ORIGIN_EAST + eastMetres, ORIGIN_NORTH + northMetres)
  return [longitude, latitude]
}

/** A rectangle of the northern city. */
export function rectangle(west: number, south: number, east: number, north: number): Polygon {
  return [[at(west, south), at(east, south), at(east, north), at(west, north)]]
}

export interface SampleBuilding {
  readonly id: string
  /** Metres from the origin of the city. */
  readonly box: readonly [number, number, number, number]
  readonly use?: BuildingUse
  readonly year?: number
  readonly storeys?: number
  readonly coarse?: string
  readonly fine?: string
}

/** The northern city, of these buildings. */
export function sampleCity(buildings: readonly SampleBuilding[]): IndexedCity {
  const corners = ({ box: [west, south, east, north] }: SampleBuilding) =>
    [west, south, east, south, east, north, west, north, west, south].map(
      (value, index) => value + (index % 2 === 0 ? ORIGIN_EAST : ORIGIN_NORTH),
    )
  const starts = Uint32Array.from({ length: buildings.length + 1 }, (_, index) => index)
  return indexCity(
    { id: 'north', epsg: EPSG },
    {
      ids: buildings.map(({ id }) => id),
      useCodes: Uint8Array.from(buildings, ({ use }) => (use === undefined ? 255 : BUILDING_USES.indexOf(use))),
      years: Int16Array.from(buildings, ({ year }) => year ?? -1),
      storeys: Int16Array.from(buildings, ({ storeys }) => storeys ?? -1),
      heightsMetres: Float32Array.from(buildings, ({ storeys }) => heightFromStoreysMetres(storeys ?? 1)),
      footprintsSquareMetres: Float32Array.from(buildings, ({ box: [west, south, east, north] }) => (east - west) * (north - south)),
      coarseDistrictIds: buildings.map(({ coarse }) => coarse ?? null),
      fineDistrictIds: buildings.map(({ fine }) => fine ?? null),
      geometry: {
        type: 'polygons',
        positions: Float64Array.from(buildings.flatMap(corners)),
        ringStarts: starts.map((start) => start * 5),
        featureStarts: starts,
      },
    },
  )
}

export function referenceTo({ id, box: [west, south, east, north] }: SampleBuilding): BuildingRef {
  return { id, position: at((west + east) / 2, (south + north) / 2), footprintSquareMetres: (east - west) * (north - south) }
}

export function scenarioOf(edits: readonly Edit[], rest: Partial<Scenario> = {}): Scenario {
  return {
    format: SCENARIO_FORMAT,
    version: SCENARIO_VERSION,
    id: 'a-scenario',
    name: 'A scenario',
    changedAt: '2026-05-01T12:00:00.000Z',
    edits,
    assumptions: {},
    remarks: [],
    ...rest,
  }
}
