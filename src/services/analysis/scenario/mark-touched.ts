import { MEASURE_IDS, type ZoneFacts } from '../../../analytics/measures/types.ts'
import type { Scenario } from '../../../scenario/types.ts'
import type { Provenance } from '../../../schema/provenance.ts'
import type { Explanation, MeasureTable } from '../analysis-service.ts'

/** Where a figure comes from that a scenario has changed: from its source, and from the plan. */
export function changedBy({ name }: Pick<Scenario, 'name'>, origin: Provenance): Provenance {
  return { ...origin, kind: 'modelled', source: `${origin.source}; changed by the scenario "${name}"` }
}

/** Says of each measure of a city whether the scenario changes any of its figures: such a measure is modelled. */
export function markTouched(after: MeasureTable, before: MeasureTable, scenario: Scenario): MeasureTable {
  return {
    ...after,
    provenance: Object.fromEntries(
      Object.entries(after.provenance).map(([cityId, origins]) => [
        cityId,
        Object.fromEntries(
          MEASURE_IDS.map((id) => {
            const isTouched = after.rows.some(
              (row, index) => row.cityId === cityId && !Object.is(after.values[id][index], before.values[id][index]),
            )
            return [id, isTouched ? changedBy(scenario, origins[id]) : origins[id]]
          }),
        ),
      ]),
    ) as MeasureTable['provenance'],
  }
}

/** The same of the inputs of one figure. */
export function markInputs(inputs: Explanation['inputs'], today: ZoneFacts, zone: number, scenario: Scenario): Explanation['inputs'] {
  return inputs.map((input) => {
    const before = today[input.name as keyof ZoneFacts] as ArrayLike<number>
    return Object.is(input.value, before[zone]) ? input : { ...input, provenance: changedBy(scenario, input.provenance) }
  })
}
