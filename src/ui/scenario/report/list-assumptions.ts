import type { Scenario } from '../../../scenario/types.ts'
import type { Messages } from '../../context.tsx'
import type { ReportTable } from './report-content.ts'

/** Assumptions that the scenario states otherwise than the models; null for none. */
export function listAssumptions({ assumptions }: Scenario, { text, number }: Messages): ReportTable | null {
  const rows = Object.entries(assumptions).map(([id, value]) => ({ name: id, cells: [number(value)], known: '' }))
  if (rows.length === 0) return null
  return {
    title: text('scenario.report.assumptions'),
    columns: [text('scenario.report.assumption'), text('scenario.report.value')],
    rows,
    notes: [],
  }
}
