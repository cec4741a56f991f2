import { MEASURES } from '../analytics/measures/index.ts'
import type { MeasureId, MeasureUnit } from '../analytics/measures/types.ts'
import { cityById } from '../cities/index.ts'
import type { MeasureTable, ZoneRow } from '../services/analysis/analysis-service.ts'
import type { OwnColumn } from '../services/analysis/own-columns.ts'
import { numbersColumn, textColumnOf, type FlatColumn } from './flat-table.ts'

/** A unit as the report writes it: the symbol for readers, and the end of a column's name. */
const UNIT_SYMBOLS: Readonly<Record<MeasureUnit, { readonly symbol: string | null; readonly ending: string }>> = {
  squareKilometres: { symbol: 'km²', ending: '_km2' },
  residents: { symbol: 'residents', ending: '' },
  residentsPerSquareKilometre: { symbol: 'residents/km²', ending: '_per_km2' },
  buildings: { symbol: 'buildings', ending: '' },
  buildingsPerSquareKilometre: { symbol: 'buildings/km²', ending: '_per_km2' },
  squareMetres: { symbol: 'm²', ending: '_m2' },
  ratio: { symbol: null, ending: '' },
  storeys: { symbol: 'storeys', ending: '' },
  metres: { symbol: 'm', ending: '_m' },
  gwhPerYear: { symbol: 'GWh/a', ending: '_gwh_per_year' },
  gwhPerSquareKilometreYear: { symbol: 'GWh/km² a', ending: '_gwh_per_km2_year' },
  mwhPerResidentYear: { symbol: 'MWh/a per resident', ending: '_mwh_per_year' },
  kilotonnesPerYear: { symbol: 'kt/a', ending: '_kt_per_year' },
  tonnesPerResidentYear: { symbol: 't/a per resident', ending: '_t_per_year' },
  megawatts: { symbol: 'MW', ending: '_mw' },
  stops: { symbol: 'stops', ending: '' },
  stopsPerSquareKilometre: { symbol: 'stops/km²', ending: '_per_km2' },
  percent: { symbol: '%', ending: '_percent' },
  departuresPerDay: { symbol: 'departures/day', ending: '_per_day' },
  departuresPerSquareKilometreDay: { symbol: 'departures/day/km²', ending: '_per_km2_day' },
  squareMetresPerResident: { symbol: 'm² per resident', ending: '_m2' },
}

/** `population-density` → `population_density_per_km2`. */
export function measureColumnName(id: MeasureId): string {
  return `${id.replaceAll('-', '_')}${UNIT_SYMBOLS[MEASURES[id].unit].ending}`
}

export function measureSymbol(id: MeasureId): string | null {
  return UNIT_SYMBOLS[MEASURES[id].unit].symbol
}

/** A measure of the user's own: its name, and the symbol of its unit where that is known. */
function ownColumnNames({ measure }: OwnColumn): { readonly name: string; readonly symbol: string | null } {
  const { id, measureUnit, symbol } = measure
  const known = measureUnit === null ? null : UNIT_SYMBOLS[measureUnit]
  return { name: `${id.replaceAll(/[:-]/g, '_')}${known?.ending ?? ''}`, symbol: known === null ? symbol || null : known.symbol }
}

/** Its values, and the share of their inputs that is estimated. */
export function ownColumns(column: OwnColumn): readonly FlatColumn[] {
  const { name, symbol } = ownColumnNames(column)
  const { measure, values, estimatedShares } = column
  return [
    numbersColumn(name, symbol, `${measure.name} = ${measure.formula}; a measure of the user's own`, values),
    estimatedColumn(name, estimatedShares, values),
  ]
}

/** The measure's formula and source in one line. */
export function measureMeaning(id: MeasureId): string {
  return `${MEASURES[id].formula}; ${MEASURES[id].source}`
}

/** What a column of values of the measure holds. */
export function valueColumn(id: MeasureId, values: Iterable<number>): FlatColumn {
  return numbersColumn(measureColumnName(id), measureSymbol(id), measureMeaning(id), values)
}

/** Share of the inputs that is estimated; a gap where the value is one: nothing is said of what is not known. */
export function estimatedShareColumn(id: MeasureId, shares: ArrayLike<number>, measured: ArrayLike<number>): FlatColumn {
  return estimatedColumn(measureColumnName(id), shares, measured)
}

function estimatedColumn(name: string, shares: ArrayLike<number>, measured: ArrayLike<number>): FlatColumn {
  return numbersColumn(
    `${name}_estimated_share`,
    null,
    `Share of the inputs of ${name} that is estimated, 0-1`,
    Array.from(shares, (share, row) => (Number.isFinite(measured[row]) ? share : NaN)),
  )
}

export function coverageColumn(shares: Iterable<number>): FlatColumn {
  return numbersColumn(
    'coverage_share',
    null,
    'Share of the land on which buildings are known, 0-1; building ratios are those of this land, and gaps below 0.75; building sums are gaps below 0.95',
    shares,
  )
}

/** Which zone a row is. */
export function zoneColumns(rows: readonly ZoneRow[]): readonly FlatColumn[] {
  return [
    textColumnOf(
      'city',
      'Id of the city',
      rows.map(({ cityId }) => cityId),
    ),
    textColumnOf(
      'id',
      'Id of the zone within its city',
      rows.map(({ id }) => id),
    ),
    textColumnOf('name', "Name in the city's own language", rows.map(nameOfZone)),
    textColumnOf(
      'parent_id',
      'Id of the coarse district that it belongs to',
      rows.map(({ parentId }) => parentId),
    ),
  ]
}

/** The name in the city's own first language that has one, so that it is the same in every language of the app. */
export function nameOfZone({ cityId, names }: ZoneRow): string | null {
  const languages = [...cityById(cityId).placeNameLanguages, 'en', 'fi', 'et', 'sv'] as const
  return languages.map((language) => names[language]).find((name) => name !== null && name !== undefined) ?? null
}

/** Row of a zone in a table of measures; throws where it is not there (a bug: both come from one question). */
export function rowOfZone(table: MeasureTable, { cityId, id }: Pick<ZoneRow, 'cityId' | 'id'>): number {
  const row = table.rows.findIndex((candidate) => candidate.cityId === cityId && candidate.id === id)
  if (row === -1) throw new Error(`Expected the zone ${cityId}:${id} among ${table.rows.length} zones`)
  return row
}
