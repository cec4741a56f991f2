import type { Scenario } from './types.ts'

/** Media type and ending of a scenario's file. */
export const SCENARIO_MEDIA_TYPE = 'application/json'
export const SCENARIO_FILE_ENDING = '.kaksik.json'

/** The text of a file: readable, fields in one order, and parsed again it is the same scenario. */
export function serialiseScenario(scenario: Scenario): string {
  const { format, version, id, name, changedAt, edits, assumptions, remarks } = scenario
  return `${JSON.stringify({ format, version, id, name, changedAt, edits, assumptions, remarks }, null, 2)}\n`
}

/** Name of its file: the scenario's own as far as every system takes it, else its id. */
export function nameScenarioFile({ id, name }: Pick<Scenario, 'id' | 'name'>): string {
  const safe = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '')
  return `${safe === '' ? id : safe}${SCENARIO_FILE_ENDING}`
}
