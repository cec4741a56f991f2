import type { Scenario } from '../../../scenario/types.ts'
import type { Messages } from '../../context.tsx'
import { nameAssumption, SCENARIO_ASSUMPTIONS } from '../assumptions/scenario-assumptions.ts'
import type { ReportTable } from './report-content.ts'

/** Assumptions that the scenario states otherwise than the models, with the models' own beside them; null for none. */
export function listAssumptions({ assumptions }: Scenario, messages: Messages): ReportTable | null {
  const { text, number, dataText } = messages
  const rows = Object.entries(assumptions).map(([id, value]) => {
    const known = SCENARIO_ASSUMPTIONS.find((assumption) => assumption.id === id)
    const say = (figure: number): string => (known?.unit === 'year' ? String(figure) : number(figure))
    return known === undefined
      ? { name: id, cells: ['–', say(value)], known: '' }
      : {
          name: `${nameAssumption(known, messages)}${known.unit === 'ratio' || known.unit === 'year' ? '' : ` (${dataText(`unit.${known.unit}`)})`}`,
          cells: [say(known.default), say(value)],
          known: known.source,
        }
  })
  if (rows.length === 0) return null
  return {
    title: text('scenario.report.assumptions.changed'),
    columns: [text('scenario.report.assumption'), text('scenario.report.usual'), text('scenario.report.value')],
    rows,
    notes: [],
  }
}
