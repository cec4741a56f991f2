import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findParetoSet } from '../../../src/analytics/choice/find-pareto.ts'
import { listSweepProperties, listVariants, makeVariant, runSweep, type SweepParameter } from '../../../src/analytics/choice/sweep.ts'
import type { Edit, Scenario } from '../../../src/scenario/types.ts'

const RULE: Edit = {
  kind: 'plan-rule',
  id: 'rule',
  cityId: 'atlantis',
  area: [],
  storeys: 4,
  coverageShare: 0.3,
  setbackMetres: 5,
  useShares: { apartments: 1 },
  clears: true,
}
const SCENARIO: Scenario = {
  format: 'kaksik-scenario',
  version: 1,
  id: 's',
  name: '',
  changedAt: '2026-01-01T00:00:00Z',
  edits: [RULE],
  assumptions: { kept: 1 },
  remarks: [],
}
const parameter = (property: 'storeys' | 'coverageShare', from: number, to: number, steps: number): SweepParameter => ({
  target: { kind: 'edit', editId: 'rule', property },
  from,
  to,
  steps,
})
const SHARE: SweepParameter = { target: { kind: 'assumption', id: 'net-share-of-homes' }, from: 0.7, to: 0.8, steps: 2 }

describe('variants', () => {
  test('are all combinations, storeys whole and each once', () => {
    expect(listVariants({ parameters: [parameter('storeys', 2, 4, 5), SHARE], plan: { kind: 'all' } })).toEqual([
      [2, 0.7],
      [2, 0.8],
      [3, 0.7],
      [3, 0.8],
      [4, 0.7],
      [4, 0.8],
    ])
  })

  test('of a sample have one value in each part of every range, and are the same for the same seed', () => {
    const sweep = { parameters: [parameter('coverageShare', 0, 1, 1), SHARE], plan: { kind: 'sample', count: 50, seed: 4 } } as const
    const variants = listVariants(sweep)
    expect(variants).toEqual(listVariants(sweep))
    for (const [place, low, high] of [
      [0, 0, 1],
      [1, 0.7, 0.8],
    ] as const) {
      const parts = variants.map((values) => Math.floor((((values[place] as number) - low) / (high - low)) * 50))
      expect(parts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, part) => part))
    }
  })

  test('change what they say and nothing else', () => {
    const made = makeVariant(SCENARIO, [parameter('storeys', 1, 9, 3), SHARE], [7, 0.75])
    expect(made).toEqual({ ...SCENARIO, edits: [{ ...RULE, storeys: 7 }], assumptions: { 'kept': 1, 'net-share-of-homes': 0.75 } })
    expect(listSweepProperties(RULE)).toEqual(['storeys', 'coverageShare', 'setbackMetres'])
  })

  test('that cannot be are refused', () => {
    const all = { kind: 'all' } as const
    expect(() => listVariants({ parameters: [], plan: all })).toThrow(/1 to 5 parameters, found 0/)
    expect(() => listVariants({ parameters: [parameter('storeys', 1, NaN, 2)], plan: all })).toThrow(/found 1 and NaN/)
    expect(() => listVariants({ parameters: [parameter('coverageShare', 0, 1, 501)], plan: all })).toThrow(
      /500 variants at most, found 501/,
    )
    expect(() => listVariants({ parameters: [SHARE], plan: { kind: 'sample', count: 501, seed: 1 } })).toThrow(/1 to 500/)
    expect(() => makeVariant({ ...SCENARIO, edits: [] }, [parameter('storeys', 1, 2, 2)], [1])).toThrow(/No edit has the id "rule"/)
  })

  test('are evaluated one by one; progress is told, and false stops', async () => {
    const sweep = { parameters: [parameter('storeys', 1, 4, 4)], plan: { kind: 'all' } } as const
    const storeysOf = ({ edits: [edit] }: Scenario) => ({ storeys: edit?.kind === 'plan-rule' ? edit.storeys : NaN })
    const shares: number[] = []
    const { outcomes } = await runSweep(SCENARIO, sweep, storeysOf, (share) => shares.push(share) > 0)
    expect(outcomes).toEqual([1, 2, 3, 4].map((storeys) => ({ storeys })))
    expect(shares).toEqual([0.25, 0.5, 0.75, 1])
    await expect(runSweep(SCENARIO, sweep, storeysOf, () => false)).rejects.toThrow('Cancelled')
  })
})

describe('the Pareto set', () => {
  test('by hand: floor area up, heat down', () => {
    const floor = { values: [10, 20, 30, 30, 5, NaN], direction: 'up' } as const
    const heat = { values: [1, 2, 5, 4, 1, 0], direction: 'down' } as const
    // 30 with 5 is beaten by 30 with 4; 5 with 1 by 10 with 1.
    expect([...findParetoSet([floor, heat])]).toEqual([1, 1, 0, 1, 0, 0])
    expect([...findParetoSet([])]).toEqual([])
  })

  test('is what comparing all with all finds', () => {
    const aims = fc.integer({ min: 1, max: 4 }).chain((count) =>
      fc.tuple(
        fc.array(fc.constantFrom('up' as const, 'down' as const), { minLength: count, maxLength: count }),
        fc.array(fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant(NaN)), { minLength: count, maxLength: count }), {
          maxLength: 40,
        }),
      ),
    )
    fc.assert(
      fc.property(aims, ([directions, variants]) => {
        const better = (aim: number, a: number, b: number) => (directions[aim] === 'up' ? a > b : a < b)
        const beats = (a: readonly number[], b: readonly number[]) =>
          a.every((value, aim) => value === b[aim] || better(aim, value, b[aim] as number)) && a.some((value, aim) => value !== b[aim])
        const known = (variant: readonly number[]) => !variant.some(Number.isNaN)
        const expected = variants.map((variant) =>
          known(variant) && !variants.some((other) => known(other) && beats(other, variant)) ? 1 : 0,
        )
        const found = findParetoSet(
          directions.map((direction, aim) => ({ direction, values: variants.map((variant) => variant[aim] as number) })),
        )
        expect([...found]).toEqual(expected)
      }),
      { numRuns: 300, seed: 1 },
    )
  })
})
