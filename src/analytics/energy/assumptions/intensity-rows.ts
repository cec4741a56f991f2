import {
  HEAT_ASSUMPTION_DEFAULTS,
  HEAT_INTENSITY_DEFAULTS,
  type ArchetypeFamily,
  type HeatAssumptions,
  type HeatIntensity,
} from '../heat-intensities.ts'
import { valueOf, type EnergyAssumption, type AssumptionValues } from './assumption.ts'
import { assume } from './general-knowledge.ts'

const SOURCE = "Helsinki's Energy and Climate Atlas, intensities by building type"
/** The atlas gives no range: how far one stock's mean may well be off, as a share. */
const SPREAD = 0.15

const FAMILIES = [...new Set(HEAT_INTENSITY_DEFAULTS.map(({ family }) => family))]

export const lastYearKey = (archetype: string) => `${archetype}-last-year`
const propertyElectricityKey = (archetype: string) => `${archetype}-property-electricity`
const hotWaterKey = (family: ArchetypeFamily) => `${family}-hot-water`
const userElectricityKey = (family: ArchetypeFamily) => `${family}-user-electricity`

function intensity(id: string, name: EnergyAssumption['name'], code: string, value: number): EnergyAssumption {
  return {
    id,
    name,
    code,
    default: value,
    low: value * (1 - SPREAD),
    high: value * (1 + SPREAD),
    unit: 'kwhPerSquareMetreYear',
    kind: 'official',
    year: null,
    source: SOURCE,
  }
}

function firstOf(family: ArchetypeFamily): HeatIntensity {
  return HEAT_INTENSITY_DEFAULTS.find((row) => row.family === family) as HeatIntensity
}

const D = HEAT_ASSUMPTION_DEFAULTS

/** The table of intensities, its bands, and what is taken where a building's year or storeys are not known. */
export const INTENSITY_ROWS: readonly EnergyAssumption[] = [
  ...HEAT_INTENSITY_DEFAULTS.map((row) => intensity(row.archetype, 'heat', row.archetype, row.heatKilowattHoursPerSquareMetre)),
  ...FAMILIES.map((family) => intensity(hotWaterKey(family), 'hotWater', family, firstOf(family).hotWaterKilowattHoursPerSquareMetre)),
  ...HEAT_INTENSITY_DEFAULTS.map(({ archetype, propertyElectricityKilowattHoursPerSquareMetre: value }) =>
    intensity(propertyElectricityKey(archetype), 'propertyElectricity', archetype, value),
  ),
  ...FAMILIES.map((family) =>
    intensity(userElectricityKey(family), 'userElectricity', family, firstOf(family).userElectricityKilowattHoursPerSquareMetre),
  ),
  ...HEAT_INTENSITY_DEFAULTS.flatMap(({ archetype, lastYear }) =>
    lastYear === null
      ? []
      : [assume({ id: lastYearKey(archetype), name: 'lastYear', code: archetype, unit: 'year' }, lastYear, lastYear - 3, lastYear + 3)],
  ),
  assume({ id: 'year-when-unknown', name: 'yearWhenUnknown', unit: 'year' }, D.yearWhenUnknown, 1965, 2005),
  assume({ id: 'residential-storey-height', name: 'residentialStoreyHeight', unit: 'metres' }, D.residentialStoreyHeightMetres, 2.8, 3.6),
  assume({ id: 'other-storey-height', name: 'otherStoreyHeight', unit: 'metres' }, D.otherStoreyHeightMetres, 3.2, 4.2),
]

/**
 * The intensities and what else the table's model takes for granted, with edited values in place of the defaults.
 *
 * @param base what stands where nothing is edited, such as the families of the uses, which are no numbers
 */
export function heatAssumptionsWith(edited: AssumptionValues, base: HeatAssumptions = D): HeatAssumptions {
  const value = (id: string, current: number) => valueOf({ id, default: current }, edited)
  const intensities = base.intensities.map((row): HeatIntensity => ({
    ...row,
    lastYear: row.lastYear === null ? null : value(lastYearKey(row.archetype), row.lastYear),
    heatKilowattHoursPerSquareMetre: value(row.archetype, row.heatKilowattHoursPerSquareMetre),
    hotWaterKilowattHoursPerSquareMetre: value(hotWaterKey(row.family), row.hotWaterKilowattHoursPerSquareMetre),
    propertyElectricityKilowattHoursPerSquareMetre: value(
      propertyElectricityKey(row.archetype),
      row.propertyElectricityKilowattHoursPerSquareMetre,
    ),
    userElectricityKilowattHoursPerSquareMetre: value(userElectricityKey(row.family), row.userElectricityKilowattHoursPerSquareMetre),
  }))
  return {
    ...base,
    // Bands are put in order of their years, so that an edited one moves past its neighbour.
    intensities: FAMILIES.flatMap((family) =>
      intensities.filter((row) => row.family === family).toSorted((a, b) => (a.lastYear ?? Infinity) - (b.lastYear ?? Infinity)),
    ),
    yearWhenUnknown: value('year-when-unknown', base.yearWhenUnknown),
    residentialStoreyHeightMetres: value('residential-storey-height', base.residentialStoreyHeightMetres),
    otherStoreyHeightMetres: value('other-storey-height', base.otherStoreyHeightMetres),
  }
}
