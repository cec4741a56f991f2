import { MEASURES } from '../../analytics/measures/index.ts'
import { MEASURE_IDS, type FactName, type MeasureId } from '../../analytics/measures/types.ts'
import type { DistrictTable } from '../districts/district-table.ts'
import { carbonModelName, electricityModelName, HEAT_MODEL_UNCERTAINTY, heatModelName, peakModelName } from '../buildings/energy-names.ts'
import { SOLAR_MODEL_NAME, SOLAR_MODEL_UNCERTAINTY } from '../buildings/model-solar.ts'
import { CITIES } from '../../cities/index.ts'
import { modelledFrom, originOf } from '../provenance-of.ts'
import type { DatasetName, Manifest } from '../../schema/datasets.ts'
import type { Provenance } from '../../schema/provenance.ts'

/** All that each fact comes from. */
export type FactOrigins = Readonly<Record<FactName, readonly Provenance[]>>

const FLOOR_MODEL = 'Footprint × storeys, storeys from height where unknown'
const HEIGHT_MODEL = 'Footprint × height, some heights estimated'
const RESIDENT_MODEL = 'Residents spread evenly over the land of their grid cell'

/**
 * What each fact of a zone comes from.
 *
 * @param districts where the zones are districts, with facts of their own
 * @param row the one district that is meant; all of them where it is left out
 */
export function factOrigins(manifest: Manifest, districts: DistrictTable | null, row?: number): FactOrigins {
  const of = (name: DatasetName) => originOf(manifest, name)
  const city = CITIES.find(({ id }) => id === manifest.city)
  const buildings = [of('buildings')]
  const grid = [modelledFrom(of('population_grid'), RESIDENT_MODEL)]
  const nearStops = [...grid, of('transit_stops')]
  const error = manifest.quality['height_estimate_mean_absolute_error_m']
  const heightError = error === undefined ? undefined : `estimated heights err by ${error} m in the mean`
  const land = [of(districts === null ? 'land' : 'districts')]
  return {
    landSquareMetres: land,
    coverageShares: [of(districts === null ? 'coverage' : 'districts')],
    coveredLandSquareMetres: [...land, ...(districts === null ? [of('coverage')] : [])],
    populations: districts === null ? grid : [populationProvenance(districts, of('districts'), row)],
    buildingCounts: buildings,
    footprintSquareMetres: buildings,
    grossFloorAreaSquareMetres: [modelledFrom(of('buildings'), FLOOR_MODEL, heightError)],
    builtVolumeCubicMetres: [modelledFrom(of('buildings'), HEIGHT_MODEL, heightError)],
    heatKilowattHoursPerYear: [modelledFrom(of('buildings'), heatModelName(city), HEAT_MODEL_UNCERTAINTY)],
    electricityKilowattHoursPerYear: [modelledFrom(of('buildings'), electricityModelName(city), HEAT_MODEL_UNCERTAINTY)],
    carbonDioxideKilogramsPerYear: [modelledFrom(of('buildings'), carbonModelName(city), HEAT_MODEL_UNCERTAINTY)],
    peakHeatKilowatts: [modelledFrom(of('buildings'), peakModelName(city), HEAT_MODEL_UNCERTAINTY)],
    solarKilowattHoursPerYear: [modelledFrom(of('roof_sun'), SOLAR_MODEL_NAME, SOLAR_MODEL_UNCERTAINTY)],
    estimatedHeightShares: buildings,
    estimatedStoreysShares: buildings,
    assumedHeatShares: buildings,
    gridResidents: grid,
    residentsNearStop: nearStops,
    departuresNearResident: nearStops,
    stopCounts: [of('transit_stops')],
    departuresPerDay: [of('transit_stops')],
    greenSquareMetres: [of('green')],
  }
}

/** The districts' provenance with the years and the kind of their population figures, or of the one in the row. */
function populationProvenance(districts: DistrictTable, origin: Provenance, row: number | undefined): Provenance {
  const meant = (values: Int16Array | Uint8Array) => (row === undefined ? values : values.subarray(row, row + 1))
  const years = [...new Set(meant(districts.populationYears))].filter((year) => year > 0).toSorted((a, b) => a - b)
  const [first, last] = [years[0], years.at(-1)]
  return {
    ...origin,
    kind: meant(districts.populationModelled).includes(1) ? 'modelled' : 'official',
    year: first === undefined ? (row === undefined ? null : origin.year) : first === last ? `${first}` : `${first}-${last}`,
  }
}

/** Where each measure comes from: all that its inputs come from. */
export function measureProvenance(origins: FactOrigins): Readonly<Record<MeasureId, Provenance>> {
  return Object.fromEntries(MEASURE_IDS.map((id) => [id, joinProvenances(MEASURES[id].inputs.flatMap((name) => origins[name]))])) as Record<
    MeasureId,
    Provenance
  >
}

/** Kinds from the surest to the least sure. */
const KINDS = ['measured', 'official', 'default', 'modelled'] as const

/** The provenance of a figure made of several: the least sure kind, the years and sources of all. */
export function joinProvenances(all: readonly Provenance[]): Provenance {
  const kinds = all.map(({ kind }) => KINDS.indexOf(kind))
  const years = unique(all.map(({ year }) => year))
  const uncertainties = unique(all.map(({ uncertainty }) => uncertainty))
  const sources = unique(all.map(({ source }) => source))
  return {
    kind: KINDS[Math.max(...kinds)] ?? 'default',
    year: years.length === 0 ? null : years.join(', '),
    // What a model is made from is named with the model.
    source: sources.filter((source) => !sources.some((other) => other.endsWith(`, from ${source}`))).join('; '),
    ...(uncertainties.length === 0 ? {} : { uncertainty: uncertainties.join('; ') }),
  }
}

function unique(texts: readonly (string | null | undefined)[]): string[] {
  return [...new Set(texts.filter((text) => typeof text === 'string'))]
}
