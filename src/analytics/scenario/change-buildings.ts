import { energiesOf, ENERGIES } from '../energy/energies-of.ts'
import { perimeterOf } from '../energy/physics/measure-perimeters.ts'
import { estimateEnergy, type EnergyColumns, type EnergyOptions } from '../energy/estimate-energy.ts'
import { measureGrossFloorAreas } from '../form/gross-floor-area.ts'
import type { CityFacts } from '../measures/types.ts'
import type { SummedBuildings } from '../zones/zone-sums.ts'
import type { CityChanges } from '../../scenario/apply/types.ts'
import { ENERGY_STANDARDS } from '../../scenario/types.ts'
import { BUILDING_USES, HEIGHT_SOURCES, STOREYS_SOURCES, type BuildingUse } from '../../schema/datasets.ts'
import { estimateSolarYields } from '../solar/solar-yield.ts'
import type { SolarAssumptions } from '../solar/solar-assumptions.ts'
import { estimateCapacity, type FloorCapacity } from './floor-use.ts'
import { listPlanned, type PlannedBuilding } from './planned-buildings.ts'

const STATED_STOREYS = STOREYS_SOURCES.indexOf('mapped')
const STATED_HEIGHT = HEIGHT_SOURCES.indexOf('measured')
const UNKNOWN_USE = 255

/** A city's buildings as they stand today, under the assumptions that the scenario has. */
export interface StandingBuildings {
  readonly facts: SummedBuildings
  /** What the facts' energy was reckoned from. */
  readonly columns: EnergyColumns
  /** The point that stands for each, interleaved. */
  readonly points: Float64Array
  /** Of sun and sky what reaches each roof. */
  readonly roofs: CityFacts['roofSun']
}

export interface ChangeOptions {
  readonly energy: EnergyOptions
  readonly solar: SolarAssumptions
  /** Assumptions that differ from their defaults, by id. */
  readonly assumptions: Readonly<Record<string, number>>
}

/** What a scenario makes of a city's buildings: those of the data in their order, then what it builds. */
export interface ChangedBuildings {
  readonly facts: SummedBuildings
  readonly planned: readonly PlannedBuilding[]
  readonly points: Float64Array
  /** 1 where an entry is not as it was. */
  readonly isTouched: Uint8Array
  /** By how much each entry adds to or takes from those who live and work in the city. */
  readonly residentChanges: Float64Array
  readonly dwellingChanges: Float64Array
  readonly jobChanges: Float64Array
  /** Yearly yield of the panels that the scenario puts on each; NaN where the roof's sun is not known. */
  readonly solarKilowattHours: Float64Array
}

/**
 * Takes away, changes, retrofits and adds buildings. Energy is reckoned anew only for those that change; residents, dwellings
 * and jobs go with the floor area by use, at the density that is assumed for all floor area alike. Nothing passed in is touched.
 */
export function changeBuildings(standing: StandingBuildings, changes: CityChanges, options: ChangeOptions): ChangedBuildings {
  const { facts: before, columns } = standing
  const count = columns.useCodes.length
  const storeys = Float64Array.from(before.storeys)
  const useCodes = columns.useCodes.slice()
  for (const [building, changed] of changes.changed) {
    storeys[building] = changed.storeys > 0 ? changed.storeys : NaN
    useCodes[building] = changed.use === null ? UNKNOWN_USE : BUILDING_USES.indexOf(changed.use)
  }
  const planned = listPlanned(changes, (building) => {
    const footprint = before.footprintsSquareMetres[building] as number
    return { footprintSquareMetres: footprint, floorAreaSquareMetres: footprint * Math.max(0, storeys[building] || 0) }
  })
  const longer = lengthen(count, planned)
  const facts = {
    footprintsSquareMetres: longer(before.footprintsSquareMetres, (each) => each.footprintSquareMetres),
    heightsMetres: longer(before.heightsMetres, (each) => each.heightMetres),
    heightSourceCodes: Uint8Array.from(longer(before.heightSourceCodes, () => STATED_HEIGHT)),
    storeys: longer(storeys, (each) => each.storeys),
    storeysSourceCodes: Uint8Array.from(longer(before.storeysSourceCodes, () => STATED_STOREYS)),
    heatKilowattHoursPerYear: longer(before.heatKilowattHoursPerYear, () => NaN),
    electricityKilowattHoursPerYear: longer(before.electricityKilowattHoursPerYear, () => NaN),
    carbonDioxideKilogramsPerYear: longer(before.carbonDioxideKilogramsPerYear, () => NaN),
    peakHeatKilowatts: longer(before.peakHeatKilowatts, () => NaN),
    heatAssumed: Uint8Array.from(longer(before.heatAssumed, () => 0)),
    solarKilowattHoursPerYear: longer(before.solarKilowattHoursPerYear, yieldOfPlanned(standing, planned, options.solar)),
    counts: Uint8Array.from({ length: count + planned.length }, (_, entry) => (entry < count ? 1 : (planned[entry - count]?.count ?? 0))),
  }
  const allUses = Uint8Array.from(longer(useCodes, ({ use }) => BUILDING_USES.indexOf(use)))
  const isTouched = new Uint8Array(count + planned.length).fill(1, count)
  for (const [building, changed] of changes.changed) {
    isTouched[building] = 1
    if (facts.heightsMetres[building] !== changed.heightMetres) facts.heightSourceCodes[building] = STATED_HEIGHT
    if (before.storeys[building] !== storeys[building]) facts.storeysSourceCodes[building] = STATED_STOREYS
    facts.heightsMetres[building] = changed.heightMetres
  }
  changes.retrofitCodes.forEach((code, building) => {
    if (code > 0) isTouched[building] = 1
  })
  reckonEnergy(facts, allUses, isTouched, standing, changes, planned, options.energy)
  const solarKilowattHours = listPanels(facts.solarKilowattHoursPerYear, changes, planned)
  for (const building of changes.removed.keys()) {
    isTouched[building] = 1
    facts.counts[building] = 0
    // What is not there has no figure, and is left out of every sum.
    for (const column of FIGURES) facts[column][building] = NaN
  }
  return {
    facts,
    planned,
    points: joinPoints(standing.points, planned),
    isTouched,
    ...changeCapacity(before, columns.useCodes, facts, allUses, isTouched, options.assumptions),
    solarKilowattHours,
  }
}

const FIGURES = [
  'footprintsSquareMetres',
  'heightsMetres',
  'storeys',
  'heatKilowattHoursPerYear',
  'electricityKilowattHoursPerYear',
  'carbonDioxideKilogramsPerYear',
  'peakHeatKilowatts',
  'solarKilowattHoursPerYear',
] as const

function joinPoints(standing: Float64Array, planned: readonly PlannedBuilding[]): Float64Array {
  const points = new Float64Array(standing.length + planned.length * 2)
  points.set(standing)
  planned.forEach(({ point }, index) => points.set(point, standing.length + index * 2))
  return points
}

/** A column with what is planned at its end. */
function lengthen(count: number, planned: readonly PlannedBuilding[]) {
  return (column: ArrayLike<number>, valueOf: (each: PlannedBuilding) => number): Float64Array => {
    const longer = new Float64Array(count + planned.length)
    longer.set(column)
    planned.forEach((each, index) => (longer[count + index] = valueOf(each)))
    return longer
  }
}

/** Energy of what changed, into its place. */
function reckonEnergy(
  facts: SummedBuildings,
  useCodes: Uint8Array,
  isTouched: Uint8Array,
  { columns }: StandingBuildings,
  changes: CityChanges,
  planned: readonly PlannedBuilding[],
  options: EnergyOptions,
): void {
  const count = columns.useCodes.length
  const entries = Array.from(isTouched.keys()).filter((entry) => isTouched[entry] === 1)
  const take = (known: (building: number) => number, stated: (building: number) => number, ofPlanned: (each: PlannedBuilding) => number) =>
    Float64Array.from(entries, (entry) => {
      if (entry >= count) return ofPlanned(planned[entry - count] as PlannedBuilding)
      return changes.changed.has(entry) ? stated(entry) : known(entry)
    })
  const same = (column: ArrayLike<number> | undefined) => (entry: number) => (column?.[entry] ?? 0) as number
  const ofFacts = (column: ArrayLike<number>) => (entry: number) => column[entry] as number
  const energy = energiesOf(
    estimateEnergy(
      {
        useCodes: Uint8Array.from(entries, (entry) => useCodes[entry] as number),
        years: Int32Array.from(take(same(columns.years), same(columns.years), () => -1)),
        footprintsSquareMetres: take(
          ofFacts(facts.footprintsSquareMetres),
          ofFacts(facts.footprintsSquareMetres),
          (each) => each.footprintSquareMetres,
        ),
        storeys: take(
          same(columns.storeys),
          (entry) => facts.storeys[entry] || -1,
          (each) => each.storeys,
        ),
        storeysAreEstimated: Uint8Array.from(
          take(
            same(columns.storeysAreEstimated),
            () => 0,
            () => 0,
          ),
        ),
        heightsMetres: take(ofFacts(facts.heightsMetres), ofFacts(facts.heightsMetres), (each) => each.heightMetres),
        perimetersMetres: take(same(columns.perimetersMetres), same(columns.perimetersMetres), perimeterOfPlanned),
        packageCodes: Uint8Array.from(take(same(changes.retrofitCodes), same(changes.retrofitCodes), () => 0)),
        standardCodes: Uint8Array.from(
          take(
            () => 0,
            () => 0,
            (each) => ENERGY_STANDARDS.indexOf(each.standard) + 1,
          ),
        ),
      },
      options,
    ),
  )
  entries.forEach((entry, index) => {
    for (const name of ENERGIES) facts[name][entry] = energy[name][index] as number
    facts.heatAssumed[entry] = energy.heatAssumed[index] as number
  })
}

/** Of the room that a rule leaves the walls are not known: the usual ones of its footprint stand for them. */
function perimeterOfPlanned({ geometry, count }: PlannedBuilding): number {
  return count === 1 ? perimeterOf(geometry, 0) : 0
}

/** Yield of panels on all of a planned roof, which gets of sun and sky what the city's roofs get in the mean, by area. */
function yieldOfPlanned({ columns, roofs }: StandingBuildings, planned: readonly PlannedBuilding[], assumptions: SolarAssumptions) {
  if (planned.length === 0) return () => NaN
  const [direct, sky] = meanShares(columns.footprintsSquareMetres, roofs)
  const [full] = estimateSolarYields({ roofAreasSquareMetres: [1], directShares: [direct], skyShares: [sky] }, assumptions)
  return ({ footprintSquareMetres }: PlannedBuilding) => footprintSquareMetres * (full as number)
}

/** Yield of the panels that the scenario puts up: the part of each roof that its rules ask for. */
function listPanels(yields: ArrayLike<number>, { solarShares }: CityChanges, planned: readonly PlannedBuilding[]): Float64Array {
  return Float64Array.from(yields, (value, entry) => {
    const share = (entry < solarShares.length ? solarShares[entry] : planned[entry - solarShares.length]?.solarShare) as number
    return share > 0 ? value * share : 0
  })
}

function meanShares(areas: ArrayLike<number>, { directShares, skyShares }: StandingBuildings['roofs']): [number, number] {
  let [all, direct, sky] = [0, 0, 0]
  for (let roof = 0; roof < areas.length; roof++) {
    const [area, ownDirect, ownSky] = [areas[roof] as number, directShares[roof] as number, skyShares[roof] as number]
    if (Number.isNaN(area * ownDirect * ownSky)) continue
    all += area
    direct += area * ownDirect
    sky += area * ownSky
  }
  return [direct / all, sky / all]
}

/** Room that the changed floor area has, less what it had. */
function changeCapacity(
  before: SummedBuildings,
  usesBefore: ArrayLike<number>,
  after: SummedBuildings,
  usesAfter: ArrayLike<number>,
  isTouched: Uint8Array,
  assumptions: ChangeOptions['assumptions'],
): Pick<ChangedBuildings, 'residentChanges' | 'dwellingChanges' | 'jobChanges'> {
  const rooms = BUILDING_USES.map((use: BuildingUse) => estimateCapacity({ [use]: 1 }, assumptions))
  const nothing: FloorCapacity = { dwellings: 0, residents: 0, jobs: 0 }
  const floorsBefore = measureGrossFloorAreas(before.footprintsSquareMetres, before.storeys)
  const floorsAfter = measureGrossFloorAreas(after.footprintsSquareMetres, after.storeys)
  const change = (name: keyof FloorCapacity) =>
    Float64Array.from(isTouched, (touched, entry) => {
      if (touched === 0) return 0
      const had = ((floorsBefore[entry] ?? 0) || 0) * (rooms[usesBefore[entry] as number] ?? nothing)[name]
      const has = (floorsAfter[entry] || 0) * (rooms[usesAfter[entry] as number] ?? nothing)[name]
      return has - had
    })
  return { residentChanges: change('residents'), dwellingChanges: change('dwellings'), jobChanges: change('jobs') }
}
