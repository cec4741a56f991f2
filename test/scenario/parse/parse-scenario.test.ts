import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeScenarioIssue } from '../../../src/scenario/describe-issue.ts'
import { SCENARIO_LIMITS } from '../../../src/scenario/limits.ts'
import { parseScenario, parseScenarioText } from '../../../src/scenario/parse/parse-scenario.ts'
import type { Edit, LonLat } from '../../../src/scenario/types.ts'
import { SEED } from '../arbitrary-scenario.ts'
import { at, CITIES, rectangle, scenarioOf } from '../sample.ts'

const OPTIONS = { cities: CITIES, createId: () => 'made' }

const PARK: Edit = { kind: 'add-park', id: 'p', cityId: 'north', area: rectangle(0, 0, 50, 50) }
const TOWER: Edit = {
  kind: 'add-building',
  id: 't',
  cityId: 'north',
  footprint: rectangle(100, 0, 120, 20),
  storeys: 20,
  use: 'office',
  standard: 'nearly-zero',
}

/** What is said of a scenario of a park and this other thing; the park must come through. */
function refuseBeside(edit: unknown): readonly string[] {
  const { scenario, issues } = parseScenario({ ...scenarioOf([PARK]), edits: [edit, PARK] }, OPTIONS)
  expect(scenario?.edits).toEqual([PARK])
  expect(issues.every(({ severity }) => severity === 'left-out')).toBe(true)
  return issues.map(({ code, path }) => `${code} ${path}`)
}

test('what is a scenario comes through as it is', () => {
  const scenario = scenarioOf([PARK, TOWER])
  expect(parseScenario(scenario, OPTIONS)).toEqual({ scenario, issues: [] })
  expect(parseScenarioText(JSON.stringify({ $schema: './scenario.schema.json', ...scenario }), OPTIONS)).toEqual({ scenario, issues: [] })
})

test.each([
  ['an unknown kind', { ...PARK, kind: 'add-moat' }, ['expected-one-of edits[0].kind']],
  ['no kind', { id: 'x' }, ['missing-field edits[0]']],
  ['the kind of a prototype', { ...PARK, kind: '__proto__' }, ['expected-one-of edits[0].kind']],
  ['no object', 'add-park', ['expected-object edits[0]']],
  ['a list', [PARK], ['expected-object edits[0]']],
  ['an unknown field', { ...TOWER, colour: 'red' }, ['unknown-field edits[0]']],
  ['a missing field', { ...PARK, area: undefined, cityId: 'north' }, ['expected-list edits[0].area']],
  ['a number that is none', { ...TOWER, storeys: NaN }, ['expected-number edits[0].storeys']],
  ['a height without end', { ...TOWER, heightMetres: Infinity }, ['expected-number edits[0].heightMetres']],
  ['half a storey', { ...TOWER, storeys: 1.5 }, ['expected-whole-number edits[0].storeys']],
  ['no storey', { ...TOWER, storeys: 0 }, ['number-out-of-range edits[0].storeys']],
  ['a number as text', { ...TOWER, storeys: '20' }, ['expected-number edits[0].storeys']],
  ['two things at once', { ...TOWER, storeys: 0, use: 'castle' }, ['number-out-of-range edits[0].storeys', 'expected-one-of edits[0].use']],
  ['an unknown city', { ...PARK, cityId: 'riga' }, ['unknown-city edits[0].cityId']],
  ['a city of a prototype', { ...PARK, cityId: 'constructor' }, ['unknown-city edits[0].cityId']],
  [
    'one city of several unknown',
    { kind: 'solar', id: 's', cityIds: ['north', 'riga'], selector: {}, share: 0.3 },
    ['unknown-city edits[0].cityIds[1]'],
  ],
  ['no city', { kind: 'solar', id: 's', cityIds: [], selector: {}, share: 0.3 }, ['list-length edits[0].cityIds']],
  ['a city twice', { kind: 'solar', id: 's', cityIds: ['north', 'north'], selector: {}, share: 0 }, ['not-unique edits[0].cityIds[1]']],
  [
    'years the wrong way round',
    { kind: 'solar', id: 's', cityIds: ['north'], selector: { fromYear: 1980, toYear: 1960 }, share: 0.3 },
    ['order-of-bounds edits[0].selector.fromYear'],
  ],
  ['a name that is too long', { ...PARK, name: 'x'.repeat(201) }, ['text-length edits[0].name']],
  ['an id with a space', { ...PARK, id: 'a b' }, ['text-form edits[0].id']],
  [
    'a change of nothing',
    { kind: 'change-building', id: 'c', cityId: 'north', building: { id: 'h', position: at(0, 0), footprintSquareMetres: 1 } },
    ['nothing-changes edits[0]'],
  ],
  [
    'shares that are more than the whole',
    {
      ...{ kind: 'plan-rule', id: 'r', cityId: 'north', area: rectangle(0, 0, 9, 9), storeys: 2, coverageShare: 0.3, setbackMetres: 4 },
      ...{ useShares: { apartments: 0.8, office: 0.8 }, clears: true },
    },
    ['shares-sum edits[0].useShares'],
  ],
])('an edit with %s is left out with the reason, and the rest is read', (_, edit, expected) => {
  expect(refuseBeside(edit)).toEqual(expected)
})

const ring = (...corners: readonly (readonly number[])[]) => ({ ...PARK, id: 'x', area: [corners] })

test.each([
  // Of the northern city: 25°00′, 60°12′.
  [
    'in metres of another CRS',
    ring([25_500_000, 6_676_000], [25_500_050, 6_676_000], [25_500_050, 6_676_050]),
    'coordinates-in-metres edits[0].area[0][0]',
  ],
  [
    'north before east, in metres',
    ring([6_676_000, 25_500_000], [6_676_000, 25_500_050], [6_676_050, 25_500_050]),
    'coordinates-in-metres edits[0].area[0][0]',
  ],
  ['latitude before longitude', ring([60.2, 25], [60.2, 25.001], [60.201, 25.001]), 'coordinates-swapped edits[0].area'],
  ['in the other city', ring([24.7, 59.4], [24.701, 59.4], [24.701, 59.401]), 'far-from-city edits[0].area'],
  ['on no earth', ring([1e300, 0], [1, 1], [2, 2]), 'not-on-earth edits[0].area[0][0]'],
  ['of two corners', ring(at(0, 0), at(10, 0)), 'list-length edits[0].area[0]'],
  ['of two corners and the first again', ring(at(0, 0), at(10, 0), at(0, 0)), 'list-length edits[0].area[0]'],
  ['with a corner of three numbers', ring([25, 60.2, 7], at(10, 0), at(0, 10)), 'list-length edits[0].area[0][0]'],
  ['with a corner that is null', { ...PARK, area: [[null, null, null]] }, 'expected-list edits[0].area[0][0]'],
  ['that crosses itself', ring(at(0, 0), at(10, 10), at(10, 0), at(0, 10)), 'ring-crosses edits[0].area'],
  ['that is a line', ring(at(0, 0), at(10, 0), at(20, 0)), 'area-too-small edits[0].area'],
  ['that is tiny', ring(at(0, 0), at(0.9, 0), at(0.9, 0.9), at(0, 0.9)), 'area-too-small edits[0].area'],
  ['with a hole outside', { ...PARK, area: [...rectangle(0, 0, 50, 50), ...rectangle(60, 0, 70, 10)] }, 'hole-misplaced edits[0].area[1]'],
  [
    'with a hole in a hole',
    {
      ...PARK,
      area: [
        [0, 50],
        [10, 40],
        [20, 30],
      ].flatMap(([a, b]) => rectangle(a as number, a as number, b as number, b as number)),
    },
    'hole-misplaced edits[0].area[2]',
  ],
  [
    'with a hole across its edge',
    { ...PARK, area: [...rectangle(0, 0, 50, 50), ...rectangle(40, 10, 60, 20)] },
    'ring-crosses edits[0].area',
  ],
  ['without rings', { ...PARK, area: [] }, 'list-length edits[0].area'],
])('an area %s is refused', (_, edit, expected) => {
  expect(refuseBeside(edit)).toEqual([expected])
})

test('a message names the CRS that numbers are likely of', () => {
  const { issues } = parseScenario(scenarioOf([ring([25_500_000, 6_676_000], [25_500_050, 6_676_000], [1, 2]) as unknown as Edit]), OPTIONS)
  expect(issues.map(describeScenarioIssue)).toEqual([
    'edits[0].area[0][0]: expected longitude and latitude in degrees; 25500000, 6676000 are likely metres of ETRS-GK25FIN (EPSG:3879)',
  ])
})

test('a ring that is closed is taken, and it is said', () => {
  const [corners] = rectangle(0, 0, 50, 50)
  const closed = { ...PARK, area: [[...(corners as readonly LonLat[]), corners?.[0]]] }
  const { scenario, issues } = parseScenario(scenarioOf([closed as Edit]), OPTIONS)
  expect(scenario?.edits).toEqual([PARK])
  expect(issues).toEqual([{ severity: 'note', code: 'ring-closed', path: 'edits[0].area[0]', values: {} }])
})

test.each([
  [null, 'not-a-scenario'],
  ['text', 'not-a-scenario'],
  [[], 'not-a-scenario'],
  [{}, 'not-a-scenario'],
  [{ type: 'FeatureCollection', features: [] }, 'not-a-scenario'],
  [Object.create(scenarioOf([])), 'not-a-scenario'],
  [{ ...scenarioOf([]), version: 2 }, 'version-newer'],
  [{ ...scenarioOf([]), version: '1' }, 'version-unknown'],
  [{ ...scenarioOf([]), version: 0.5 }, 'version-unknown'],
  [{ ...scenarioOf([]), version: -1 }, 'version-unknown'],
  [{ format: 'kaksik-scenario' }, 'version-unknown'],
])('%j is no scenario: %s', (value, code) => {
  expect(parseScenario(value, OPTIONS)).toMatchObject({ scenario: null, issues: [{ severity: 'error', code }] })
})

test('what is missing or wrong at the top leaves the rest', () => {
  const { scenario, issues } = parseScenario(
    { format: 'kaksik-scenario', version: 1, edits: [PARK, PARK], changedAt: 'today', colour: 1 },
    OPTIONS,
  )
  expect(scenario).toEqual(scenarioOf([PARK], { id: 'made', name: '', changedAt: '1970-01-01T00:00:00.000Z' }))
  expect(issues.map(({ code, path, values }) => `${code} ${path} ${values['field'] ?? ''}`)).toEqual([
    'unknown-field  "colour"',
    'missing-field  id',
    'text-length changedAt ',
    'id-made id ',
    'date-replaced changedAt ',
    'not-unique edits[1].id ',
    'missing-field  remarks',
    'missing-field  name',
    'missing-field  assumptions',
  ])
})

test('markup in names stays text, and assumptions are read one by one', () => {
  const name = '<script>alert(1)</script> & "\'>'
  const assumptions = JSON.parse('{"persons":2,"__proto__":{"x":1},"constructor":3,"heat":"4","a b":1,"jobs":null}') as Record<
    string,
    number
  >
  const { scenario, issues } = parseScenario({ ...scenarioOf([{ ...PARK, name }], { name }), assumptions }, OPTIONS)
  expect(scenario).toMatchObject({ name, edits: [{ name }] })
  expect(scenario?.assumptions).toEqual({ persons: 2 })
  expect(issues).toHaveLength(5)
  expect(({} as Record<string, unknown>)['x']).toBeUndefined()
})

test('a field named as the prototype is a field that is not known', () => {
  const text = JSON.stringify(scenarioOf([PARK])).replace('"kind"', '"__proto__":{"polluted":true},"kind"')
  const { scenario, issues } = parseScenarioText(text, OPTIONS)
  expect(scenario?.edits).toEqual([])
  expect(issues.map(({ code }) => code)).toEqual(['unknown-field'])
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

test('remarks stay when their edit is gone, and it is said', () => {
  const remarks = [
    { id: '1', text: '<b>why</b>', at: { editId: 'gone' } },
    { id: '2', text: '', at: { cityId: 'north', position: at(0, 0) } },
    { id: '3', text: 'both', at: { cityId: 'north', position: at(0, 0), editId: 'p' } },
    { id: '4', text: 'far', at: { cityId: 'south', position: at(0, 0) } },
  ] as const
  const { scenario, issues } = parseScenario(scenarioOf([PARK], { remarks }), OPTIONS)
  expect(scenario?.remarks).toEqual(remarks.slice(0, 2))
  expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
    // Of a pin to an edit neither the city nor the position is a field.
    'unknown-field remarks[2].at',
    'unknown-field remarks[2].at',
    'far-from-city remarks[3].at.position',
    'edit-of-remark-missing remarks',
  ])
})

test('a million edits: the first of them are read, the rest is counted, and so are the messages', () => {
  const many = parseScenario(
    { ...scenarioOf([]), edits: Array.from({ length: 1_000_000 }, (_, index) => ({ ...PARK, id: `p${index}` })) },
    OPTIONS,
  )
  expect(many.scenario?.edits).toHaveLength(SCENARIO_LIMITS.edits)
  expect(many.issues).toEqual([
    { severity: 'left-out', code: 'too-many-items', path: 'edits', values: { found: 1_000_000, most: SCENARIO_LIMITS.edits } },
  ])
  const wrong = parseScenario({ ...scenarioOf([]), edits: Array.from({ length: 1_000_000 }, () => null) }, OPTIONS)
  expect(wrong.scenario?.edits).toEqual([])
  expect(wrong.issues).toHaveLength(201)
  // The first says that there are too many; 199 more of the 5,000 are listed.
  expect(wrong.issues.at(-1)).toMatchObject({ code: 'more-issues', values: { count: SCENARIO_LIMITS.edits + 1 - 200 } })
})

test('text that nests without end, is too long, or is no JSON is refused', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  expect(parseScenarioText(deep, OPTIONS).scenario).toBeNull()
  const { scenario, issues } = parseScenarioText(JSON.stringify(scenarioOf([PARK])).replace('[{"kind"', `[${deep},{"kind"`), OPTIONS)
  expect(scenario?.edits).toEqual([PARK])
  expect(issues.map(({ code }) => code)).toEqual(['expected-object'])
  expect(parseScenarioText('ä'.repeat(SCENARIO_LIMITS.textBytes / 2 + 1), OPTIONS).issues).toEqual([
    {
      severity: 'error',
      code: 'text-too-long',
      path: '',
      values: { found: SCENARIO_LIMITS.textBytes + 2, most: SCENARIO_LIMITS.textBytes },
    },
  ])
  expect(parseScenarioText('{', OPTIONS).issues[0]?.code).toBe('not-json')
})

test('corners are counted: of one area, and of all', () => {
  const circle = (corners: number) => [
    Array.from({ length: corners }, (_, corner) =>
      at(100 * Math.cos((corner * 2 * Math.PI) / corners), 100 * Math.sin((corner * 2 * Math.PI) / corners)),
    ),
  ]
  expect(refuseBeside({ ...PARK, id: 'x', area: circle(SCENARIO_LIMITS.cornersOfArea + 1) })).toEqual(['too-many-corners edits[0].area'])
  const area = circle(3000)
  const { scenario, issues } = parseScenario(
    scenarioOf(Array.from({ length: 25 }, (_, index) => ({ ...PARK, id: `p${index}`, area }))),
    OPTIONS,
  )
  expect(scenario?.edits).toHaveLength(SCENARIO_LIMITS.corners / 3000)
  expect(issues.map(({ code }) => code)).toEqual(Array.from({ length: 5 }, () => 'too-many-corners'))
})

test('nothing that can be thought of makes it throw, and every message can be said', () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
    withTypedArray: true,
  })
  fc.assert(
    fc.property(anything, anything, (one, other) => {
      for (const value of [
        one,
        { ...scenarioOf([]), edits: one, assumptions: other },
        scenarioOf([one as Edit, { ...TOWER, footprint: other as never }]),
      ]) {
        const { scenario, issues } = parseScenario(value, OPTIONS)
        for (const issue of issues) expect(describeScenarioIssue(issue).length).toBeLessThan(700)
        if (scenario !== null) expect(parseScenario(scenario, OPTIONS)).toEqual({ scenario, issues: [] })
      }
    }),
    { seed: SEED, numRuns: 500 },
  )
})
