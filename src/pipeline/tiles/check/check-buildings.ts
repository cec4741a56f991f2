import type { CheckIssue } from './issue.ts'
import type { PropertyTable } from './read-property-table.ts'

/** So many ids are named in a message; the rest is counted. */
const NAMED = 5

/** Checks that every building of the data stands in exactly one table, with the index of its row. */
export function checkBuildings(
  ids: readonly string[],
  tables: readonly { readonly where: string; readonly table: PropertyTable }[],
): CheckIssue[] {
  const issues: CheckIssue[] = []
  const rowById = new Map(ids.map((id, row) => [id, row]))
  const times = new Uint32Array(ids.length)
  for (const { where, table } of tables) {
    const strangers: string[] = []
    const misnumbered: string[] = []
    table.ids.forEach((id, feature) => {
      const row = rowById.get(id)
      if (row === undefined) strangers.push(id)
      else {
        times[row] = (times[row] as number) + 1
        if (table.indices[feature] !== row) misnumbered.push(id)
      }
    })
    if (strangers.length > 0) issues.push({ check: 'buildings', where, message: `${list(strangers)} not in the data` })
    if (misnumbered.length > 0)
      issues.push({ check: 'buildings', where, message: `${list(misnumbered)} with another index than the row in the data` })
  }
  const missing = ids.filter((_, row) => times[row] === 0)
  const repeated = ids.filter((_, row) => (times[row] as number) > 1)
  if (missing.length > 0) issues.push({ check: 'buildings', where: 'tileset', message: `${list(missing)} of the data in no tile` })
  if (repeated.length > 0) issues.push({ check: 'buildings', where: 'tileset', message: `${list(repeated)} more than once` })
  return issues
}

function list(ids: readonly string[]): string {
  const named = ids.slice(0, NAMED).join(', ')
  return `${ids.length} building${ids.length === 1 ? '' : 's'} (${named}${ids.length > NAMED ? ', …' : ''})`
}
