import { expect, test } from 'vitest'
import { CITY_IDS } from '../../../../src/cities/index.ts'
import { emptyScenario } from '../../../../src/scenario/change/create-scenario.ts'
import { createAnalysisService } from '../../../../src/services/analysis/create-analysis-service.ts'
import { messagesOf } from '../../../../src/ui/context.tsx'
import { readEvaluation } from '../../../../src/ui/scenario/impacts/read-evaluation.ts'
import { isChanged } from '../../../../src/ui/scenario/impacts/zone-impacts.ts'
import { makeTinyCities } from '../../../services/tiny-cities.ts'

const messages = messagesOf('en')
const scenario = {
  ...emptyScenario('Nothing', new Date(0)),
  assumptions: { 'carbon-year': 2019 },
}

test('an evaluation is read zone by zone, every figure with a name, and nothing changes where nothing is changed', async () => {
  const service = createAnalysisService(makeTinyCities())
  const evaluation = await service.evaluateScenario({ scenario, zones: { kind: 'city', cityIds: CITY_IDS } })
  const zones = readEvaluation(evaluation, messages)
  expect(zones.map(({ name }) => name)).toEqual(CITY_IDS.map(messages.cityName))
  for (const { impacts } of zones) {
    expect(impacts.length).toBeGreaterThan(30)
    expect(impacts.filter(({ name, unit }) => /^(measure|impact|unit)\./.test(name) || (unit ?? '').startsWith('unit.'))).toEqual([])
    expect(impacts.every(({ known }) => known.length > 0)).toBe(true)
    // Both sides are reckoned under the scenario's assumptions.
    expect(impacts.filter(isChanged)).toEqual([])
  }
})
