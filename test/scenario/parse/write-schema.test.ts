import Ajv2020 from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ScenarioIssueCode } from '../../../src/scenario/issues.ts'
import { parseScenario } from '../../../src/scenario/parse/parse-scenario.ts'
import { writeScenarioSchema } from '../../../src/scenario/parse/write-schema.ts'
import { arbitraryScenario, SEED } from '../arbitrary-scenario.ts'
import { CITIES, rectangle, scenarioOf } from '../sample.ts'

const SCHEMA = writeScenarioSchema()
const holdsToSchema = new Ajv2020({ strict: true, strictTypes: false, allErrors: false }).compile(SCHEMA)
const OPTIONS = { cities: CITIES, createId: () => 'made' }

/** What the parser refuses and a JSON Schema has no words for. */
const BEYOND_SCHEMA: readonly ScenarioIssueCode[] = [
  'unknown-city',
  'far-from-city',
  'coordinates-swapped',
  'ring-crosses',
  'area-too-small',
  'hole-misplaced',
  'too-many-corners',
  'shares-sum',
  'order-of-bounds',
]

/** Whether the parser took everything as it stands; what it refused is of the kinds that a schema cannot tell. */
function holdsToParser(value: unknown): { readonly holds: boolean; readonly isBeyondSchema: boolean } {
  const { issues } = parseScenario(value, OPTIONS)
  const refused = issues.filter(({ severity }) => severity !== 'note')
  // That ids of two edits are the same, a schema cannot say; that items of a list are, it can.
  const isBeyond = refused.every(({ code, path }) => BEYOND_SCHEMA.includes(code) || (code === 'not-unique' && path.endsWith('].id')))
  return { holds: refused.length === 0, isBeyondSchema: refused.length > 0 && isBeyond }
}

test('the schema that is published is the one that the readers give', async () => {
  await expect(`${JSON.stringify(SCHEMA, null, 2)}\n`).toMatchFileSnapshot('../../../data/scenario.schema.json')
})

test('what holds for the parser holds for the schema', () => {
  fc.assert(
    fc.property(arbitraryScenario, (scenario) => {
      expect(parseScenario(scenario, OPTIONS).issues).toEqual([])
      expect(holdsToSchema(scenario), JSON.stringify(holdsToSchema.errors)).toBe(true)
    }),
    { seed: SEED, numRuns: 300 },
  )
})

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Every place within a value: what holds it, and under which name or number. */
function listPlaces(value: Json, places: [holder: Record<string, Json> | Json[], key: string][] = []): typeof places {
  if (typeof value !== 'object' || value === null) return places
  for (const key of Object.keys(value)) {
    places.push([value as Record<string, Json>, key])
    listPlaces((value as Record<string, Json>)[key] as Json, places)
  }
  return places
}

const arbitraryValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    '',
    'x',
    'a b',
    -1,
    0,
    0.5,
    1,
    1.5,
    200,
    201,
    1e9,
    NaN,
    Infinity,
    [],
    {},
    [[]],
    'apartments',
    'deep',
    'north',
  ),
  fc.constantFrom<Json>([24.95, 60.2], [181, 60], [25, 60.2, 1], 'x'.repeat(101), 'x'.repeat(201), '😀'.repeat(200), '😀'.repeat(201)),
  fc.integer({ min: 900, max: 2300 }),
)

test('what was changed at one place is refused by both, or by the parser alone for a reason that no schema can state', () => {
  const [refused, taken, beyond] = [new Set<string>(), new Set<string>(), new Set<string>()]
  fc.assert(
    fc.property(arbitraryScenario, fc.nat(), fc.nat(4), arbitraryValue, (scenario, where, how, value) => {
      const changed = structuredClone(scenario) as unknown as Json
      const places = listPlaces(changed)
      const [holder, key] = places[where % places.length] as [Record<string, Json>, string]
      if (how === 0 && !Array.isArray(holder)) delete holder[key]
      else if (how === 1 && !Array.isArray(holder)) holder['another'] = value
      else if (how === 2 && Array.isArray(holder)) holder.push(holder[Number(key)] as Json)
      else holder[key] = value
      const bySchema = holdsToSchema(changed)
      const { holds, isBeyondSchema } = holdsToParser(changed)
      const bucket = holds ? taken : isBeyondSchema ? beyond : refused
      bucket.add(JSON.stringify(changed))
      expect(bySchema, JSON.stringify([changed, holdsToSchema.errors, parseScenario(changed, OPTIONS).issues])).toBe(
        holds || isBeyondSchema,
      )
    }),
    { seed: SEED, numRuns: 2000 },
  )
  // The cases are of all three kinds, and many.
  expect(refused.size).toBeGreaterThan(500)
  expect(taken.size).toBeGreaterThan(100)
  expect(beyond.size).toBeGreaterThan(20)
})

test('what no schema can say is said by the parser alone', () => {
  const [corners] = rectangle(0, 0, 10, 10) as [readonly (readonly [number, number])[]]
  const [a, b, c, d] = corners as [
    readonly [number, number],
    readonly [number, number],
    readonly [number, number],
    readonly [number, number],
  ]
  const crossing = scenarioOf([{ kind: 'add-park', id: 'p', cityId: 'north', area: [[a, c, b, d]] }])
  expect(holdsToSchema(crossing)).toBe(true)
  expect(parseScenario(crossing, OPTIONS).issues.map(({ code }) => code)).toEqual(['ring-crosses'])
})
