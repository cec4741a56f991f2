import { knownFrom, LEAST_COVERAGE_OF_RATIOS } from '../form/coverage-limits.ts'
import { measureGrossFloorAreas } from '../form/gross-floor-area.ts'
import type { CityFacts, ZoneFacts, Zones } from '../measures/types.ts'
import { HEIGHT_SOURCES, STOREYS_SOURCES } from '../../schema/datasets.ts'
import type { PlacedZones } from './place-zones.ts'
import { sumShares, type ZoneShares } from './zone-shares.ts'

const HEIGHT_ESTIMATED = HEIGHT_SOURCES.indexOf('estimated')
const STOREYS_ESTIMATED = STOREYS_SOURCES.indexOf('estimated')
const STOREYS_UNKNOWN = 255

/**
 * What is known of each zone, from what was placed in it: the facts of a group that was not are NaN. A
 * city's buildings are summed by zone, each by the share of its area that lies in the zone. Where
 * footprints are known on less than three quarters of a zone's land, every figure of its buildings is NaN;
 * where they are known on most of it, the measures tell a sum from a ratio: what is not mapped is not
 * empty. An official count of residents wins over the population grid.
 *
 * @param buildings those of the city; null where the zones have none placed
 */
export function sumZoneFacts(buildings: CityFacts['buildings'] | null, placed: PlacedZones): ZoneFacts {
  const { zones, residents, stops, green } = placed
  const zoneCount = zones.geometry.featureStarts.length - 1
  const unknown = () => new Float64Array(zoneCount).fill(NaN)
  const land = placed.land ?? { landSquareMetres: unknown(), coverageShares: unknown() }
  const known = (figureOf: (zone: number) => number) => knownFrom(LEAST_COVERAGE_OF_RATIOS, land.coverageShares, figureOf)
  return {
    zoneCount,
    ...land,
    coveredLandSquareMetres: known((zone) => (land.landSquareMetres[zone] as number) * (land.coverageShares[zone] as number)),
    populations: zones.populations ?? residents?.gridResidents ?? unknown(),
    modelledPopulationShares: modelledPopulations(zones, zoneCount),
    ...sumBuildings(buildings, placed.buildings, known, unknown),
    solarKilowattHoursPerYear: buildings === null || placed.sun === undefined ? unknown() : sumSolar(buildings, placed.sun, known),
    ...(residents ?? { gridResidents: unknown(), residentsNearStop: unknown(), departuresNearResident: unknown() }),
    ...(stops ?? { stopCounts: unknown(), departuresPerDay: unknown() }),
    greenSquareMetres: green ?? unknown(),
  }
}

type BuildingFacts = Pick<
  ZoneFacts,
  | 'buildingCounts'
  | 'footprintSquareMetres'
  | 'grossFloorAreaSquareMetres'
  | 'builtVolumeCubicMetres'
  | 'heatKilowattHoursPerYear'
  | 'electricityKilowattHoursPerYear'
  | 'carbonDioxideKilogramsPerYear'
  | 'peakHeatKilowatts'
  | 'estimatedHeightShares'
  | 'estimatedStoreysShares'
  | 'assumedHeatShares'
  | 'exampleBuildings'
>

function sumBuildings(
  buildings: CityFacts['buildings'] | null,
  shares: ZoneShares | undefined,
  known: (figureOf: (zone: number) => number) => Float64Array,
  unknown: () => Float64Array,
): BuildingFacts {
  if (buildings === null || shares === undefined) {
    return {
      buildingCounts: unknown(),
      footprintSquareMetres: unknown(),
      grossFloorAreaSquareMetres: unknown(),
      builtVolumeCubicMetres: unknown(),
      heatKilowattHoursPerYear: unknown(),
      electricityKilowattHoursPerYear: unknown(),
      carbonDioxideKilogramsPerYear: unknown(),
      peakHeatKilowatts: unknown(),
      estimatedHeightShares: unknown(),
      estimatedStoreysShares: unknown(),
      assumedHeatShares: unknown(),
      exampleBuildings: Int32Array.from(unknown(), () => -1),
    }
  }
  const { footprintsSquareMetres: footprints, heightsMetres: heights, heatKilowattHoursPerYear: heat } = buildings
  const floors = measureGrossFloorAreas(footprints, buildings.storeys)
  const sum = (valueOf: (building: number) => number) => {
    const sums = sumShares(shares, valueOf)
    return known((zone) => sums[zone] as number)
  }
  /** Share of the sum of `values` that falls on buildings of which `isSo` is true; 0 of nothing. */
  const shareOf = (values: ArrayLike<number>, isSo: (building: number) => boolean) => {
    const all = sum((building) => values[building] as number)
    return sum((building) => (isSo(building) ? (values[building] as number) : 0)).map((part, zone) =>
      all[zone] === 0 ? 0 : part / (all[zone] as number),
    )
  }
  return {
    buildingCounts: sum(() => 1),
    footprintSquareMetres: sum((building) => footprints[building] as number),
    grossFloorAreaSquareMetres: sum((building) => floors[building] as number),
    builtVolumeCubicMetres: sum((building) => (footprints[building] as number) * (heights[building] as number)),
    heatKilowattHoursPerYear: sum((building) => heat[building] as number),
    electricityKilowattHoursPerYear: sum((building) => buildings.electricityKilowattHoursPerYear[building] as number),
    carbonDioxideKilogramsPerYear: sum((building) => buildings.carbonDioxideKilogramsPerYear[building] as number),
    peakHeatKilowatts: sum((building) => buildings.peakHeatKilowatts[building] as number),
    estimatedHeightShares: shareOf(footprints, (building) => buildings.heightSourceCodes[building] === HEIGHT_ESTIMATED),
    estimatedStoreysShares: shareOf(floors, (building) => {
      const source = buildings.storeysSourceCodes[building]
      return source === STOREYS_ESTIMATED || source === STOREYS_UNKNOWN
    }),
    assumedHeatShares: shareOf(heat, (building) => buildings.heatAssumed[building] === 1),
    exampleBuildings: pickExamples(shares, floors, heat),
  }
}

function sumSolar(
  { solarKilowattHoursPerYear: solar }: CityFacts['buildings'],
  shares: ZoneShares,
  known: (figureOf: (zone: number) => number) => Float64Array,
): Float64Array {
  const sums = sumShares(shares, (building) => solar[building] as number)
  return known((zone) => sums[zone] as number)
}

function modelledPopulations({ populations, modelledPopulations: modelled }: Zones, count: number): Float64Array {
  if (populations === null) return new Float64Array(count).fill(1)
  return Float64Array.from({ length: count }, (_, zone) => (modelled?.[zone] === 1 ? 1 : 0))
}

/**
 * Of the buildings that lie wholly in a zone the one whose floor area is nearest to their mean, so that
 * the example is an ordinary one; one with a heat demand comes before those without.
 */
function pickExamples({ zoneStarts, features, shares }: ZoneShares, floors: Float64Array, heat: Float64Array): Int32Array {
  return Int32Array.from({ length: zoneStarts.length - 1 }, (_, zone) => {
    const whole: number[] = []
    for (let entry = zoneStarts[zone] as number; entry < (zoneStarts[zone + 1] as number); entry++) {
      if (shares[entry] === 1 && !Number.isNaN(floors[features[entry] as number])) whole.push(features[entry] as number)
    }
    const heated = whole.filter((building) => !Number.isNaN(heat[building]))
    const candidates = heated.length > 0 ? heated : whole
    const mean = candidates.reduce((sum, building) => sum + (floors[building] as number), 0) / candidates.length
    let best = -1
    let least = Infinity
    for (const building of candidates) {
      const off = Math.abs((floors[building] as number) - mean)
      if (off < least) [best, least] = [building, off]
    }
    return best
  })
}
