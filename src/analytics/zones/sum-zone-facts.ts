import { knownFrom, LEAST_COVERAGE_OF_RATIOS } from '../form/coverage-limits.ts'
import { measureGrossFloorAreas } from '../form/gross-floor-area.ts'
import type { ZoneFacts, Zones } from '../measures/types.ts'
import type { PlacedZones } from './place-zones.ts'
import { departuresNearResidentOf } from './sum-residents.ts'
import { departuresOf } from './sum-stops.ts'
import type { ZoneShares } from './zone-shares.ts'
import { sumZones, type SummedBuildings, type ZoneSums } from './zone-sums.ts'

/**
 * What is known of each zone, from what was placed in it: the facts of a group that was not are NaN. A
 * city's buildings are summed by zone, each by the share of its area that lies in the zone. Where
 * footprints are known on less than three quarters of a zone's land, every figure of its buildings is NaN;
 * where they are known on most of it, the measures tell a sum from a ratio: what is not mapped is not
 * empty. An official count of residents wins over the population grid.
 *
 * @param buildings those of the city; null where the zones have none placed
 */
export function sumZoneFacts(buildings: SummedBuildings | null, placed: PlacedZones): ZoneFacts {
  const sums = sumZones(buildings, placed)
  const zoneCount = sums.landSquareMetres.length
  return {
    ...factsOfSums(sums, placed.land?.coverageShares ?? new Float64Array(zoneCount).fill(NaN), listModelledShares(placed.zones)),
    ...(buildings === null || placed.buildings === undefined ? {} : { exampleBuildings: pickExamples(placed.buildings, buildings) }),
  }
}

/**
 * The facts of zones whose sums are at hand.
 *
 * @param coverageShares what is withheld for want of data follows from them
 * @param modelledShares of the residents, where a scenario changes none
 */
export function factsOfSums(sums: ZoneSums, coverageShares: Float64Array, modelledShares: Float64Array): ZoneFacts {
  const known = (figures: Float64Array) => knownFrom(LEAST_COVERAGE_OF_RATIOS, coverageShares, (zone) => figures[zone] as number)
  /** The part of a sum that is estimated; 0 of nothing. */
  const partOf = (parts: Float64Array, all: Float64Array) =>
    known(parts.map((part, zone) => (all[zone] === 0 ? 0 : part / (all[zone] as number))))
  const populations = sums.populations.map((population, zone) => atLeastNone(population + (sums.residentChanges[zone] as number)))
  const gridResidents = sums.gridResidents.map(atLeastNone)
  const residents = {
    ...sums,
    gridResidents,
    residentsNearStop: sums.residentsNearStop.map((near, zone) => Math.min(atLeastNone(near), gridResidents[zone] as number)),
  }
  return {
    zoneCount: populations.length,
    landSquareMetres: sums.landSquareMetres,
    coverageShares,
    coveredLandSquareMetres: known(sums.coveredLandSquareMetres),
    populations,
    modelledPopulationShares: modelledShares.map((share, zone) => {
      const [moved, population] = [sums.residentTurnover[zone] as number, populations[zone] as number]
      if (moved === 0 || !(population > 0)) return share
      return Math.min(1, ((sums.modelledPopulations[zone] as number) + moved) / population)
    }),
    buildingCounts: known(sums.buildingCounts),
    footprintSquareMetres: known(sums.footprintSquareMetres),
    grossFloorAreaSquareMetres: known(sums.grossFloorAreaSquareMetres),
    builtVolumeCubicMetres: known(sums.builtVolumeCubicMetres),
    heatKilowattHoursPerYear: known(sums.heatKilowattHoursPerYear),
    electricityKilowattHoursPerYear: known(sums.electricityKilowattHoursPerYear),
    carbonDioxideKilogramsPerYear: known(sums.carbonDioxideKilogramsPerYear),
    peakHeatKilowatts: known(sums.peakHeatKilowatts),
    solarKilowattHoursPerYear: known(sums.solarKilowattHoursPerYear),
    estimatedHeightShares: partOf(sums.estimatedHeightFootprints, sums.footprintSquareMetres),
    estimatedStoreysShares: partOf(sums.estimatedStoreysFloors, sums.grossFloorAreaSquareMetres),
    assumedHeatShares: partOf(sums.assumedHeat, sums.heatKilowattHoursPerYear),
    gridResidents: residents.gridResidents,
    residentsNearStop: residents.residentsNearStop,
    departuresNearResident: gridResidents.map((_, zone) => departuresNearResidentOf(residents, zone)),
    stopCounts: sums.stopCounts,
    departuresPerDay: sums.stopCounts.map((_, zone) => departuresOf(sums, zone)),
    greenSquareMetres: sums.greenSquareMetres,
    exampleBuildings: new Int32Array(populations.length).fill(-1),
  }
}

/** Of each zone 1 where its residents are modelled today, as those of a drawn area are; 0 where they are counted. */
export function listModelledShares({ geometry, populations, modelledPopulations }: Zones): Float64Array {
  return Float64Array.from({ length: geometry.featureStarts.length - 1 }, (_, zone) =>
    populations === null || modelledPopulations?.[zone] === 1 ? 1 : 0,
  )
}

/** A model may take away more residents than were counted; NaN stays NaN. */
function atLeastNone(residents: number): number {
  return residents < 0 ? 0 : residents
}

/**
 * Of the buildings that lie wholly in a zone the one whose floor area is nearest to their mean, so that
 * the example is an ordinary one; one with a heat demand comes before those without.
 */
export function pickExamples({ zoneStarts, features, shares }: ZoneShares, buildings: SummedBuildings): Int32Array {
  const heat = buildings.heatKilowattHoursPerYear
  const floors = measureGrossFloorAreas(buildings.footprintsSquareMetres, buildings.storeys)
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
