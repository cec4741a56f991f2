import { expect, test } from 'vitest'
import { checkDistricts } from '../../../src/scenario/apply/check-districts.ts'
import { scenarioOf } from '../sample.ts'

test('a district is unknown when none of the cities of its rule has it', () => {
  const rule = {
    kind: 'retrofit',
    id: 'r',
    cityIds: ['north', 'south'],
    selector: { districtIds: ['n-1', 's-1', 'x'] },
    package: 'deep',
  } as const
  const scenario = scenarioOf([rule, { ...rule, id: 'q', cityIds: ['south'] }])
  const known = new Map([
    ['north', new Set(['n-1'])],
    ['south', new Set(['s-1'])],
  ])
  expect(checkDistricts(scenario, known).map(({ code, path, values }) => `${code} ${path} ${values['found']}`)).toEqual([
    'unknown-district edits[0].selector.districtIds[2] "x"',
    'unknown-district edits[1].selector.districtIds[0] "n-1"',
    'unknown-district edits[1].selector.districtIds[2] "x"',
  ])
})
