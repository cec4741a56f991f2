import { measureGrossFloorAreas } from '../../analytics/form/gross-floor-area.ts'
import { MEASURES } from '../../analytics/measures/index.ts'
import type { MeasureId, ZoneFacts } from '../../analytics/measures/types.ts'
import { deviationOfMeanAbsoluteError, makeDraw, sumUncertain, type UncertainSums } from '../../analytics/statistics/estimated-parts.ts'
import { drawRanks, type DrawValues, type RankTable } from '../../analytics/statistics/rank-draws.ts'
import type { ZoneShares } from '../../analytics/zones/zone-shares.ts'
import type { SummedBuildings } from '../../analytics/zones/zone-sums.ts'
import { HEIGHT_SOURCES, STOREYS_SOURCES, type Manifest } from '../../schema/datasets.ts'
import type { RankRequest } from './analysis-service.ts'

/** One city's zones, as far as their ranks may change. */
export interface RankedCity {
  readonly facts: ZoneFacts
  readonly shares: ZoneShares
  readonly buildings: SummedBuildings
  readonly manifest: Manifest
}

const HEIGHT_ESTIMATED = HEIGHT_SOURCES.indexOf('estimated')
const STOREYS_MAPPED = STOREYS_SOURCES.indexOf('mapped')

/**
 * Error of storeys that come from a height, or from a class such as 1-2, beside that of the height
 * itself, as a standard deviation. Assumed: half a storey, for rounding and for storeys of unlike height.
 */
const STOREYS_DEVIATION = 0.5

/**
 * Error of a heat intensity where use or year had to be assumed, as a share of it. The intensities of one
 * kind of building differ by age with a standard deviation of 15 % (apartments), 31 % (houses) and 49 %
 * (offices, shops) of their mean in the table of heat-intensities.ts; taken for all.
 */
const ASSUMED_HEAT_DEVIATION = 0.3

/** Facts with a known error; no measure rests on two of them. */
const ENERGY_FACTS = [
  'heatKilowattHoursPerYear',
  'electricityKilowattHoursPerYear',
  'carbonDioxideKilogramsPerYear',
  'peakHeatKilowatts',
] as const
const UNCERTAIN_FACTS = ['grossFloorAreaSquareMetres', 'builtVolumeCubicMetres', ...ENERGY_FACTS] as const
type UncertainFact = (typeof UNCERTAIN_FACTS)[number]

/** More would take minutes and say no more. */
const MOST_DRAWS = 100_000

/**
 * How far the ranks of zones hold, when estimated heights, storeys and heat are drawn within their
 * errors. The error of an estimated height is the one that the manifest gives for heights held back.
 * What has no known error (residents, land, footprints, stops, green) is taken as it stands, so ranks by
 * these alone always hold.
 */
export async function testZoneRanks(
  cities: readonly RankedCity[],
  { measureId, draws, seed }: RankRequest,
  onProgress: ((share: number) => boolean | Promise<boolean>) | undefined,
): Promise<RankTable> {
  if (!(Number.isInteger(draws) && draws > 0 && draws <= MOST_DRAWS)) {
    throw new Error(`Expected 1 to ${MOST_DRAWS} draws, found ${draws}`)
  }
  const { of } = MEASURES[measureId]
  const values = cities.flatMap(({ facts }) => Array.from({ length: facts.zoneCount }, (_, zone) => of(facts, zone)))
  return drawRanks(values, makeMeasureDraw(cities, measureId), { draws, seed, onProgress })
}

/** Draws the uncertain fact of the measure and reckons the measure from it, by its own formula. */
function makeMeasureDraw(cities: readonly RankedCity[], measureId: MeasureId): DrawValues {
  const { of, inputs } = MEASURES[measureId]
  const name = UNCERTAIN_FACTS.find((fact) => inputs.includes(fact))
  if (name === undefined) {
    return (_random, values) =>
      fillFrom(
        cities.map(({ facts }) => facts),
        of,
        values,
      )
  }
  const drawFact = makeDraw(cities.map((city) => sumFact(city, name)))
  const drawn = cities.map(({ facts }) => ({ ...facts, [name]: new Float64Array(facts.zoneCount) }))
  return (random, values) => {
    drawFact(random, values)
    let from = 0
    for (const facts of drawn) {
      facts[name].set(values.subarray(from, from + facts.zoneCount))
      from += facts.zoneCount
    }
    fillFrom(drawn, of, values)
  }
}

function fillFrom(all: readonly ZoneFacts[], of: (facts: ZoneFacts, zone: number) => number, values: Float64Array): void {
  let row = 0
  for (const facts of all) for (let zone = 0; zone < facts.zoneCount; zone++) values[row++] = of(facts, zone)
}

/** Sums of floor area, volume, heat or what goes with it, with the errors of their estimated buildings. */
function sumFact({ buildings, shares, manifest }: RankedCity, name: UncertainFact): UncertainSums {
  const { footprintsSquareMetres: footprints, heightsMetres: heights } = buildings
  if (name === 'builtVolumeCubicMetres') {
    const volumes = Float64Array.from(heights, (height, building) => height * (footprints[building] as number))
    return sumUncertain(shares, volumes, listHeightDeviations(buildings, manifest))
  }
  const storeys = listStoreysDeviations(buildings, manifest)
  if (name === 'grossFloorAreaSquareMetres') {
    const floors = measureGrossFloorAreas(footprints, buildings.storeys)
    return sumUncertain(shares, floors, storeys)
  }
  return sumUncertain(
    shares,
    buildings[name],
    storeys.map((deviation, building) =>
      buildings.heatAssumed[building] === 1 ? Math.hypot(deviation, ASSUMED_HEAT_DEVIATION) : deviation,
    ),
  )
}

/** Standard deviation of each building's storeys, as a share of them; 0 where the source states them. */
function listStoreysDeviations(buildings: SummedBuildings, manifest: Manifest): Float64Array {
  const heightDeviations = listHeightDeviations(buildings, manifest)
  return Float64Array.from(buildings.heightsMetres, (_, building) => {
    if (buildings.storeysSourceCodes[building] === STOREYS_MAPPED) return 0
    const storeys = buildings.storeys[building] as number
    if (!(storeys > 0)) return 0
    return Math.hypot(STOREYS_DEVIATION / storeys, heightDeviations[building] as number)
  })
}

/** Standard deviation of each building's height, as a share of it; 0 where it is not estimated from neighbours. */
function listHeightDeviations(buildings: SummedBuildings, { quality, city }: Manifest): Float64Array {
  const meanError = quality['height_estimate_mean_absolute_error_m']
  if (meanError === undefined) throw new Error(`The manifest of ${city} states no error of estimated heights`)
  const deviation = deviationOfMeanAbsoluteError(meanError)
  return Float64Array.from(buildings.heightsMetres, (height, building) =>
    buildings.heightSourceCodes[building] === HEIGHT_ESTIMATED ? deviation / height : 0,
  )
}
