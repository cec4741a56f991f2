import { describe, expect, test } from 'vitest'
import { layPlanRule, type PlanRuleTerms } from '../../../src/analytics/form/plan-rule.ts'
import { sumStanding } from '../../../src/analytics/form/sum-standing.ts'
import { cleanArea } from '../../../src/analytics/zones/clean-area.ts'
import { BUILDING_USES } from '../../../src/schema/datasets.ts'

const BLOCK = cleanArea([
  [
    [
      [0, 0],
      [100, 0],
      [100, 80],
      [0, 80],
    ],
  ],
])
const RULE: PlanRuleTerms = { storeys: 6, coverageShare: 0.4, setbackMetres: 5, useShares: { apartments: 0.9, retail: 0.1 } }

describe('a plan rule laid over a block of 100 × 80 m', () => {
  test('by hand', () => {
    // 8,000 m²; 90 × 70 m to build on; 40 % is 3,200 m², less than 6,300; × 6 storeys = 19,200 m².
    const envelope = layPlanRule(RULE, BLOCK)
    expect(envelope.areaSquareMetres).toBeCloseTo(8000, 6)
    expect(envelope.buildableSquareMetres).toBeCloseTo(6300, 6)
    expect(envelope.footprintSquareMetres).toBeCloseTo(3200, 6)
    expect(envelope.limit).toBe('coverage')
    expect(envelope.floorAreaSquareMetres).toBeCloseTo(19_200, 6)
    expect(envelope.floorAreasByUse.apartments).toBeCloseTo(17_280, 6)
    expect(envelope.floorAreasByUse.retail).toBeCloseTo(1920, 6)
    expect([envelope.fsi, envelope.gsi]).toEqual([expect.closeTo(2.4, 9), expect.closeTo(0.4, 9)])
    // 0.9 · (6 · 3.2 + 1) + 0.1 · 6 · 3.6.
    expect(envelope.heightMetres).toBeCloseTo(20.34, 9)
    // 17,280 · 0.8 / 62.7 dwellings, 1.7 residents each; 1,920 / 40 jobs.
    expect(envelope.dwellings).toBeCloseTo(220.478, 3)
    expect(envelope.residents).toBeCloseTo(374.813, 3)
    expect(envelope.jobs).toBeCloseTo(48, 9)
  })

  test('is kept down by the setback where that leaves less, and to nothing where it leaves nothing', () => {
    // 60 × 40 = 2,400 m² left, 40 % were 3,200.
    const narrow = layPlanRule({ ...RULE, setbackMetres: 20 }, BLOCK)
    expect([narrow.footprintSquareMetres, narrow.limit]).toEqual([expect.closeTo(2400, 6), 'setback'])
    expect(layPlanRule({ ...RULE, setbackMetres: 50 }, BLOCK)).toMatchObject({ floorAreaSquareMetres: 0, residents: 0, jobs: 0 })
  })

  test('takes shares by their proportion, and refuses what cannot be', () => {
    expect(layPlanRule({ ...RULE, useShares: { office: 2, house: 2 } }, BLOCK).floorAreasByUse.office).toBeCloseTo(9600, 6)
    expect(() => layPlanRule({ ...RULE, useShares: {} }, BLOCK)).toThrow(/one use or more/)
    expect(() => layPlanRule({ ...RULE, storeys: NaN }, BLOCK)).toThrow(/storeys above 0, found NaN/)
    expect(() => layPlanRule({ ...RULE, coverageShare: 1.2 }, BLOCK)).toThrow(/0 to 1, found 1.2/)
  })
})

test('what stands: the buildings whose point lies in the area, floor area by use', () => {
  const code = (use: (typeof BUILDING_USES)[number]) => BUILDING_USES.indexOf(use)
  const standing = sumStanding(BLOCK, 0, {
    positions: [10, 10, 50, 50, 99, 79, 101, 50],
    footprintsSquareMetres: [200, 100, 50, 1000],
    storeys: [5, 2, NaN, 10],
    useCodes: [code('apartments'), 255, code('industrial'), code('office')],
  })
  expect(standing).toEqual({
    buildingCount: 3,
    footprintSquareMetres: 350,
    floorAreaSquareMetres: 1200,
    floorAreasByUse: { apartments: 1000, industrial: 0 },
  })
})
