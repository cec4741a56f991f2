import { estimateEnergy } from '../../../../src/analytics/energy/estimate-energy.ts'
import { energiesOf } from '../../../../src/analytics/energy/energies-of.ts'
import { perimeterOf } from '../../../../src/analytics/energy/physics/measure-perimeters.ts'
import type { CityFacts, Zones } from '../../../../src/analytics/measures/types.ts'
import { estimateCapacity } from '../../../../src/analytics/scenario/floor-use.ts'
import { placeZones } from '../../../../src/analytics/zones/place-zones.ts'
import { RESIDENT_SUMS } from '../../../../src/analytics/zones/sum-residents.ts'
import { sumShares } from '../../../../src/analytics/zones/zone-shares.ts'
import { sumZones, type ZoneSums } from '../../../../src/analytics/zones/zone-sums.ts'
import { joinGeometries } from '../../../../src/geo/join-geometries.ts'
import type { OpenCity, AppliedScenario } from '../../../../src/layers/scenario/apply-to-city.ts'
import { ENERGY_STANDARDS, type Scenario } from '../../../../src/scenario/types.ts'
import { BUILDING_USES } from '../../../../src/schema/datasets.ts'

/**
 * Sums of zones after a scenario with nothing kept from before: a new city is made, of every building that is left and every
 * one that is planned, its energy is reckoned and everything is placed again.
 */
export function recompute(
  city: OpenCity,
  places: Omit<CityFacts, 'buildings'>,
  geometry: CityFacts['buildings']['geometry'],
  zones: Zones,
  { changes, buildings: { planned, facts: incremental } }: AppliedScenario,
  assumptions: Scenario['assumptions'],
): ZoneSums {
  const { columns, facts } = city.standing
  const count = columns.useCodes.length
  const rows = Array.from({ length: count + planned.length }, (_, row) => row)
  const isLeft = (row: number) => row >= count || !changes.removed.has(row)
  const of = (known: (row: number) => number, ofPlanned: (index: number) => number) =>
    Float64Array.from(rows, (row) => (row < count ? known(row) : ofPlanned(row - count)))
  const plannedOf = (index: number) => planned[index] as (typeof planned)[number]
  const useCodes = Uint8Array.from(
    of(
      (row) => {
        const changed = changes.changed.get(row)
        return changed === undefined ? (columns.useCodes[row] as number) : changed.use === null ? 255 : BUILDING_USES.indexOf(changed.use)
      },
      (index) => BUILDING_USES.indexOf(plannedOf(index).use),
    ),
  )
  const footprints = of(
    (row) => columns.footprintsSquareMetres[row] as number,
    (index) => plannedOf(index).footprintSquareMetres,
  )
  const heights = of(
    (row) => changes.changed.get(row)?.heightMetres ?? (columns.heightsMetres[row] as number),
    (index) => plannedOf(index).heightMetres,
  )
  const energy = energiesOf(
    estimateEnergy(
      {
        useCodes,
        years: Int16Array.from(
          of(
            (row) => columns.years[row] as number,
            () => -1,
          ),
        ),
        footprintsSquareMetres: footprints,
        storeys: of(
          (row) => changes.changed.get(row)?.storeys ?? (columns.storeys[row] as number),
          (index) => plannedOf(index).storeys,
        ),
        storeysAreEstimated: Uint8Array.from(
          of(
            (row) => (changes.changed.has(row) ? 0 : (columns.storeysAreEstimated?.[row] ?? 0)),
            () => 0,
          ),
        ),
        heightsMetres: heights,
        perimetersMetres: of(
          (row) => perimeterOf(geometry, row),
          (index) => (plannedOf(index).count === 1 ? perimeterOf(plannedOf(index).geometry, 0) : 0),
        ),
        packageCodes: Uint8Array.from(
          of(
            (row) => changes.retrofitCodes[row] as number,
            () => 0,
          ),
        ),
        standardCodes: Uint8Array.from(
          of(
            () => 0,
            (index) => ENERGY_STANDARDS.indexOf(plannedOf(index).standard) + 1,
          ),
        ),
      },
      city.energy,
    ),
  )
  const storeysAfter = of(
    (row) => changes.changed.get(row)?.storeys ?? (facts.storeys[row] as number),
    (index) => plannedOf(index).storeys,
  )
  const gone = (values: Float64Array) => values.map((value, row) => (isLeft(row) ? value : NaN))
  const buildings: CityFacts['buildings'] = {
    ...incremental,
    geometry: joinGeometries('polygons', [geometry, ...planned.map((each) => each.geometry)]),
    footprintsSquareMetres: gone(footprints),
    heightsMetres: gone(heights),
    storeys: gone(storeysAfter),
    heatKilowattHoursPerYear: gone(energy.heatKilowattHoursPerYear),
    electricityKilowattHoursPerYear: gone(energy.electricityKilowattHoursPerYear),
    carbonDioxideKilogramsPerYear: gone(energy.carbonDioxideKilogramsPerYear),
    peakHeatKilowatts: gone(energy.peakHeatKilowatts),
    heatAssumed: energy.heatAssumed,
    counts: Uint8Array.from(rows, (row) => (!isLeft(row) ? 0 : row < count ? 1 : plannedOf(row - count).count)),
  }
  const stops = {
    positions: Float64Array.of(...places.stops.positions, ...changes.stops.flatMap(({ point }) => [...point])),
    departuresPerDay: Float64Array.of(...places.stops.departuresPerDay, ...changes.stops.map(({ departuresPerDay }) => departuresPerDay)),
  }
  const green = joinGeometries('polygons', [places.green, ...changes.parks.map(({ area }) => area)])
  const placed = placeZones({ ...places, buildings, stops, green }, zones)
  const sums = sumZones(buildings, placed)

  const roomOf = (code: number, floor: number) =>
    floor > 0 ? estimateCapacity({ [BUILDING_USES[code] ?? 'outbuilding']: floor }, assumptions).residents : 0
  const moved = rows.map((row) => {
    const had =
      row < count
        ? roomOf(columns.useCodes[row] as number, (columns.footprintsSquareMetres[row] as number) * (facts.storeys[row] as number))
        : 0
    return (isLeft(row) ? roomOf(useCodes[row] as number, (footprints[row] as number) * (storeysAfter[row] as number)) : 0) - had
  })
  const pointOf = (row: number) =>
    row < count ? ([city.standing.points[row * 2], city.standing.points[row * 2 + 1]] as [number, number]) : plannedOf(row - count).point
  const near = moved.map((residents, row) => {
    const found = [residents, 0, 0, 0, 0] as [number, number, number, number, number]
    if (residents === 0) return found
    const [x, y] = pointOf(row)
    stops.departuresPerDay.forEach((departures, stop) => {
      if (Math.hypot((stops.positions[stop * 2] as number) - x, (stops.positions[stop * 2 + 1] as number) - y) > 400) return
      found[1] = residents
      found[2] += Number.isNaN(departures) ? 0 : departures * residents
      found[3] += residents
      found[4] += Number.isNaN(departures) ? residents : 0
    })
    return found
  })
  const base = placeZones({ ...places, buildings, stops: places.stops, green }, zones).residents.gridResidents
  return {
    ...sums,
    populations: zones.populations ?? base,
    modelledPopulations: zones.populations === null ? base : sums.modelledPopulations,
    ...(Object.fromEntries(
      RESIDENT_SUMS.map((name, index) => {
        const change = sumShares(placed.buildings, (row) => near[row]?.[index] ?? 0)
        return [name, placed.residents[name].map((value, zone) => value + (change[zone] as number))]
      }),
    ) as Pick<ZoneSums, (typeof RESIDENT_SUMS)[number]>),
    residentChanges: sumShares(placed.buildings, (row) => moved[row] as number),
    residentTurnover: sumShares(placed.buildings, (row) => Math.abs(moved[row] as number)),
  }
}
