import { nameScenarioFile, SCENARIO_MEDIA_TYPE, serialiseScenario } from '../../../scenario/serialise-scenario.ts'
import type { Scenario } from '../../../scenario/types.ts'
import { saveFile } from '../../compare/save-file.ts'

export function saveScenario(scenario: Scenario): void {
  saveFile(nameScenarioFile(scenario), new Blob([serialiseScenario(scenario)], { type: SCENARIO_MEDIA_TYPE }))
}

/** A record that this version can't read, as it stands, for one that can. */
export function saveRaw(id: string, name: string, value: unknown): void {
  saveFile(nameScenarioFile({ id, name }), new Blob([JSON.stringify(value, null, 2)], { type: SCENARIO_MEDIA_TYPE }))
}
