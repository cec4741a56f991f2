import { expect, test } from 'vitest'
import { MEASURES } from '../../../../src/analytics/measures/index.ts'
import { exampleFactsOf } from '../../../../src/ui/compare/explain/example-facts.ts'

test.each([
  ['population', []],
  ['green-share', []],
  ['stops', []],
  ['gsi', ['footprint']],
  ['mean-height', ['footprint', 'height']],
  ['fsi', ['footprint', 'height', 'storeys', 'grossFloorArea']],
  ['heat-demand', ['footprint', 'height', 'storeys', 'grossFloorArea', 'heatDemand']],
] as const)('the example of %s shows what goes into it', (id, facts) => {
  expect([...exampleFactsOf(MEASURES[id].inputs)]).toEqual(facts)
})
