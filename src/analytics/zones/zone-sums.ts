import { HEIGHT_SOURCES, STOREYS_SOURCES } from '../../schema/datasets.ts'
import { measureGrossFloorAreas } from '../form/gross-floor-area.ts'
import type { CityFacts } from '../measures/types.ts'
import type { PlacedZones } from './place-zones.ts'
import { RESIDENT_SUMS, type ResidentSums } from './sum-residents.ts'
import type { StopSums } from './sum-stops.ts'
import { sumShares, type ZoneShares } from './zone-shares.ts'

const HEIGHT_ESTIMATED = HEIGHT_SOURCES.indexOf('estimated')
const STOREYS_ESTIMATED = STOREYS_SOURCES.indexOf('estimated')
const STOREYS_UNKNOWN = 255

/** What is summed of the buildings of a zone, each by the share of its area that lies in the zone. */
const BUILDING_SUMS = [
  'buildingCounts',
  'footprintSquareMetres',
  'grossFloorAreaSquareMetres',
  'builtVolumeCubicMetres',
  'heatKilowattHoursPerYear',
  'electricityKilowattHoursPerYear',
  'carbonDioxideKilogramsPerYear',
  'peakHeatKilowatts',
  /** Footprint of estimated height, floor area of estimated storeys, heat for which something was assumed. */
  'estimatedHeightFootprints',
  'estimatedStoreysFloors',
  'assumedHeat',
] as const
export type BuildingSums = Readonly<Record<(typeof BUILDING_SUMS)[number], Float64Array>>

/**
 * Sums of zones, one value each, before anything is withheld or divided: those of several zones add up to those of what
 * they make together. NaN where a group was not placed.
 */
export interface ZoneSums extends BuildingSums, ResidentSums, StopSums {
  readonly landSquareMetres: Float64Array
  /** Land on which footprints are known. */
  readonly coveredLandSquareMetres: Float64Array
  readonly populations: Float64Array
  /** Those of them that are modelled. */
  readonly modelledPopulations: Float64Array
  /** What a scenario adds to the residents, and by how much it moves them in all; 0 without one. */
  readonly residentChanges: Float64Array
  readonly residentTurnover: Float64Array
  readonly greenSquareMetres: Float64Array
  readonly solarKilowattHoursPerYear: Float64Array
}

/** The city's buildings as they are summed. Those that a scenario takes away have NaN. */
export type SummedBuildings = Omit<CityFacts['buildings'], 'geometry'>

/** Sums over what was placed in zones. */
export function sumZones(buildings: SummedBuildings | null, placed: PlacedZones): ZoneSums {
  const { zones, residents, stops, green, sun } = placed
  const zoneCount = zones.geometry.featureStarts.length - 1
  const unknown = () => new Float64Array(zoneCount).fill(NaN)
  const none = () => new Float64Array(zoneCount)
  const land = placed.land ?? { landSquareMetres: unknown(), coverageShares: unknown() }
  const populations = zones.populations ?? residents?.gridResidents ?? unknown()
  const isModelled = (zone: number) => zones.populations === null || zones.modelledPopulations?.[zone] === 1
  return {
    landSquareMetres: land.landSquareMetres,
    coveredLandSquareMetres: land.landSquareMetres.map((area, zone) => area * (land.coverageShares[zone] as number)),
    populations,
    modelledPopulations: populations.map((population, zone) => (isModelled(zone) ? population : 0)),
    residentChanges: none(),
    residentTurnover: none(),
    ...(buildings === null || placed.buildings === undefined
      ? (Object.fromEntries(BUILDING_SUMS.map((name) => [name, unknown()])) as unknown as BuildingSums)
      : sumBuildings(buildings, placed.buildings)),
    ...(residents ?? (Object.fromEntries(RESIDENT_SUMS.map((name) => [name, unknown()])) as unknown as ResidentSums)),
    ...(stops ?? { stopCounts: unknown(), knownStops: unknown(), knownDepartures: unknown() }),
    greenSquareMetres: green ?? unknown(),
    solarKilowattHoursPerYear:
      buildings === null || sun === undefined
        ? unknown()
        : sumShares(sun, (building) => buildings.solarKilowattHoursPerYear[building] as number),
  }
}

/**
 * Sums over buildings by zone; a NaN value is left out.
 *
 * @param kept sums that hold for every zone but those for which `isStale` is true
 */
export function sumBuildings(
  buildings: SummedBuildings,
  { zoneStarts, features, shares }: ZoneShares,
  kept?: BuildingSums,
  isStale: (zone: number) => boolean = () => true,
): BuildingSums {
  const zoneCount = zoneStarts.length - 1
  const { footprintsSquareMetres: footprints, heightsMetres: heights, heatKilowattHoursPerYear: heat } = buildings
  const floors = measureGrossFloorAreas(footprints, buildings.storeys)
  const sums = BUILDING_SUMS.map((name) => kept?.[name].slice() ?? new Float64Array(zoneCount))
  const totals = new Float64Array(BUILDING_SUMS.length)
  const add = (index: number, value: number, share: number) => {
    if (!Number.isNaN(value)) totals[index] = (totals[index] as number) + value * share
  }
  for (let zone = 0; zone < zoneCount; zone++) {
    if (!isStale(zone)) continue
    totals.fill(0)
    const end = zoneStarts[zone + 1] as number
    for (let entry = zoneStarts[zone] as number; entry < end; entry++) {
      const [building, share] = [features[entry] as number, shares[entry] as number]
      const footprint = footprints[building] as number
      const storeysSource = buildings.storeysSourceCodes[building]
      add(0, buildings.counts === undefined ? 1 : (buildings.counts[building] as number), share)
      add(1, footprint, share)
      add(2, floors[building] as number, share)
      add(3, footprint * (heights[building] as number), share)
      add(4, heat[building] as number, share)
      add(5, buildings.electricityKilowattHoursPerYear[building] as number, share)
      add(6, buildings.carbonDioxideKilogramsPerYear[building] as number, share)
      add(7, buildings.peakHeatKilowatts[building] as number, share)
      if (buildings.heightSourceCodes[building] === HEIGHT_ESTIMATED) add(8, footprint, share)
      if (storeysSource === STOREYS_ESTIMATED || storeysSource === STOREYS_UNKNOWN) add(9, floors[building] as number, share)
      if (buildings.heatAssumed[building] === 1) add(10, heat[building] as number, share)
    }
    sums.forEach((sum, index) => (sum[zone] = totals[index] as number))
  }
  return Object.fromEntries(BUILDING_SUMS.map((name, index) => [name, sums[index]])) as unknown as BuildingSums
}

/** Sums of zones, columns of one value each, as those of groups of them: zone z belongs to the group `groups[z]`. */
export function mergeZoneSums<Sums extends object>(sums: Sums, groups: ArrayLike<number>, groupCount: number): Sums {
  return Object.fromEntries(
    Object.entries(sums).map(([name, values]: [string, Float64Array]) => {
      const merged = new Float64Array(groupCount)
      values.forEach((value, zone) => {
        const group = groups[zone] as number
        merged[group] = (merged[group] as number) + value
      })
      return [name, merged]
    }),
  ) as unknown as Sums
}
