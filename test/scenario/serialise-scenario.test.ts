import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseScenarioText } from '../../src/scenario/parse/parse-scenario.ts'
import { nameScenarioFile, serialiseScenario } from '../../src/scenario/serialise-scenario.ts'
import { arbitraryScenario, SEED } from './arbitrary-scenario.ts'
import { CITIES } from './sample.ts'

test('what is written is read the same, to the last digit', () => {
  fc.assert(
    fc.property(arbitraryScenario, (scenario) => {
      const parsed = parseScenarioText(serialiseScenario(scenario), { cities: CITIES })
      expect(parsed).toEqual({ scenario, issues: [] })
      // Once read, its fields stand in one order: written again, not a character differs.
      const text = serialiseScenario(parsed.scenario as typeof scenario)
      expect(serialiseScenario(parseScenarioText(text, { cities: CITIES }).scenario as typeof scenario)).toBe(text)
    }),
    { seed: SEED, numRuns: 300 },
  )
})

test.each([
  ['Kopli & Kalasatama', 'Kopli-Kalasatama.kaksik.json'],
  ['Länsimäe / Õismäe', 'Länsimäe-Õismäe.kaksik.json'],
  ['../../etc/passwd', 'etc-passwd.kaksik.json'],
  ['<b>', 'b.kaksik.json'],
  ['…', 'id-1.kaksik.json'],
])('a scenario named %s is kept in %s', (name, file) => {
  expect(nameScenarioFile({ id: 'id-1', name })).toBe(file)
})
