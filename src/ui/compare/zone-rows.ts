import type { Language } from '../../cities/city.ts'
import { cityById, type CityId } from '../../cities/index.ts'
import type { MeasureTable, ZoneRow } from '../../services/analysis/analysis-service.ts'
import { LANGUAGES } from '../../cities/city.ts'
import { LEAST_COVERAGE_OF_SUMS } from '../../analytics/form/coverage-limits.ts'
import type { DistrictRef } from '../../state/comparison.ts'
import type { AppState } from '../../state/app-state.ts'
import { setLayout, setSelection } from '../../state/transitions.ts'

/** The name in the language, else in the city's own, else whichever there is. */
export function zoneName(row: ZoneRow, language: Language): string {
  for (const candidate of [language, ...cityById(row.cityId).placeNameLanguages, ...LANGUAGES]) {
    const name = row.names[candidate]
    if (name !== null && name !== '') return name
  }
  return row.id
}

/** Every name of a zone, to be searched in. */
export function zoneSearchText(row: ZoneRow): string {
  return LANGUAGES.map((language) => row.names[language] ?? '').join(' ')
}

/** One text for a zone of any city. */
export function zoneKey({ cityId, id }: DistrictRef): string {
  return `${cityId}/${id}`
}

/** Row of a zone in the table; -1 where it is not there. */
export function rowOf(table: MeasureTable, zone: DistrictRef | null): number {
  return zone === null ? -1 : table.rows.findIndex((row) => row.cityId === zone.cityId && row.id === zone.id)
}

/** Rows of one city. */
export function rowsOfCity(table: MeasureTable, cityId: CityId): readonly number[] {
  return table.rows.flatMap((row, index) => (row.cityId === cityId ? [index] : []))
}

/**
 * The rows of the two districts held against each other. Where none is chosen, or the chosen one is
 * not in the table, it is the most populous of the first and of the second city whose buildings are known.
 */
export function pairRows(
  table: MeasureTable,
  pair: readonly [DistrictRef | null, DistrictRef | null],
  cityIds: readonly [CityId, ...CityId[]],
): readonly [number, number] {
  const [first, second = first] = cityIds
  const row = (chosen: DistrictRef | null, cityId: CityId): number => {
    const known = rowOf(table, chosen)
    return known >= 0 ? known : startingRow(table, cityId)
  }
  return [row(pair[0], first), row(pair[1], second)]
}

function startingRow(table: MeasureTable, cityId: CityId): number {
  const populations = table.values.population
  const rank = (row: number) => (isCovered(table, row) ? 1e12 : 0) + (Number.isFinite(populations[row]) ? (populations[row] as number) : -1)
  return rowsOfCity(table, cityId).reduce((best, row) => (best < 0 || rank(row) > rank(best) ? row : best), -1)
}

/** Whether the buildings of a zone are known on enough of its land to be summed. */
function isCovered(table: MeasureTable, row: number): boolean {
  return (table.coverageShares[row] as number) >= LEAST_COVERAGE_OF_SUMS
}

/** Selects a district on the map, showing its city where it is hidden. */
export function selectZone(app: AppState, { cityId, id }: DistrictRef): AppState {
  return setSelection(app.layout === 'all' ? app : setLayout(app, cityId), { cityId, kind: 'district', id })
}
