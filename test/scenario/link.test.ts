import * as fc from 'fast-check'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { decodeScenarioLink, encodeScenarioLink, MOST_LINK_CHARACTERS } from '../../src/scenario/link.ts'
import { SCENARIO_LIMITS } from '../../src/scenario/limits.ts'
import { arbitraryScenario, SEED } from './arbitrary-scenario.ts'
import { seededRandom } from '../seeded-random.ts'
import { at, CITIES, scenarioOf } from './sample.ts'

const OPTIONS = { cities: CITIES }

test('what is packed into a link comes out of it the same', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryScenario, async (scenario) => {
      const link = await encodeScenarioLink(scenario, Infinity)
      if (link.kind !== 'link') throw new Error('too long')
      expect(link.text).toMatch(/^[A-Za-z0-9_-]+$/)
      expect(await decodeScenarioLink(link.text, OPTIONS)).toEqual({ scenario, issues: [] })
    }),
    { seed: SEED, numRuns: 100 },
  )
})

test('a scenario that is too long for a link says so', async () => {
  const random = seededRandom(1)
  const edits = Array.from({ length: 1000 }, (_, index) => ({
    kind: 'add-stop' as const,
    id: `stop-${index}`,
    cityId: 'north',
    position: at(random() * 1000, random() * 1000),
    departuresPerDay: 1,
  }))
  const link = await encodeScenarioLink(scenarioOf(edits))
  expect(link).toMatchObject({ kind: 'too-long', most: MOST_LINK_CHARACTERS })
})

test('a link that was cut, changed or made up is damaged, and nothing else', async () => {
  const link = await encodeScenarioLink(scenarioOf([]))
  if (link.kind !== 'link') throw new Error('too long')
  for (const text of ['', '1', '2abc', '1!', 'x', '1a', link.text.slice(0, 40), link.text.slice(1), `1${'A'.repeat(500)}`]) {
    const { scenario, issues } = await decodeScenarioLink(text, OPTIONS)
    expect(scenario, text).toBeNull()
    expect(issues[0]?.code, text).toMatch(/link-damaged|not-json/)
  }
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^1[A-Za-z0-9_-]*$/), async (text) => {
      expect((await decodeScenarioLink(text, OPTIONS)).scenario).toBeNull()
    }),
    { seed: SEED },
  )
})

test('a small link that unpacks to a hundred megabytes is stopped at the limit', async () => {
  const bomb = deflateRawSync(new Uint8Array(20 * SCENARIO_LIMITS.textBytes))
  expect(bomb.length).toBeLessThan(SCENARIO_LIMITS.textBytes / 10)
  const { scenario, issues } = await decodeScenarioLink(`1${bomb.toString('base64url')}`, OPTIONS)
  expect(scenario).toBeNull()
  expect(issues).toEqual([{ severity: 'error', code: 'link-unpacks-too-large', path: '', values: { most: SCENARIO_LIMITS.textBytes } }])
})
