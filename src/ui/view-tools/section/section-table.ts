import { numbersColumn, textColumnOf, type FlatTable } from '../../../report/flat-table.ts'
import type { CitySection } from './section-chart.ts'

/** Every step of the outlines, as a table. */
export function tabulateSections(sections: readonly CitySection[]): FlatTable {
  const rows = sections.flatMap(({ cityId, answer }) => answer.skyline.map((step) => ({ cityId, ...step })))
  const metres = (name: string, meaning: string, of: (row: (typeof rows)[number]) => number) =>
    numbersColumn(name, 'm', meaning, rows.map(of))
  return {
    rowCount: rows.length,
    columns: [
      textColumnOf(
        'city',
        'City that the line runs through',
        rows.map(({ cityId }) => cityId),
      ),
      metres('from_m', 'Where the step begins along the line', ({ fromMetres }) => fromMetres),
      metres('to_m', 'Where it ends', ({ toMetres }) => toMetres),
      metres('top_m', 'Height of what stands there', ({ topMetres }) => topMetres),
    ],
    shapes: null,
    summary: Object.fromEntries(sections.map(({ cityId, answer }) => [`built_share_${cityId}`, answer.builtShare])),
  }
}
