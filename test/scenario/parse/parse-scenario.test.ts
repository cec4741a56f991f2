import { expect, test } from 'vitest'
import { parseScenario, parseScenarioText } from '../../../src/scenario/parse/parse-scenario.ts'
import { CITIES, rectangle, scenarioOf } from '../sample.ts'

const OPTIONS = { cities: CITIES, createId: () => 'made' }

test('what is a scenario comes through as it is', () => {
  const scenario = scenarioOf([{ kind: 'add-park', id: 'p', cityId: 'north', area: rectangle(0, 0, 50, 50) }])
  expect(parseScenario(scenario, OPTIONS)).toEqual({ scenario, issues: [] })
  expect(parseScenarioText(JSON.stringify(scenario), OPTIONS)).toEqual({ scenario, issues: [] })
})
