import { describe, expect, test } from 'vitest'
import { valuesOf } from '../../../src/analytics/scenario/assumptions.ts'
import { estimateCapacity, FLOOR_USE_ASSUMPTIONS } from '../../../src/analytics/scenario/floor-use.ts'

describe('what floor area has room for', () => {
  test('by hand: 10,000 m² of homes and 2,000 m² of offices', () => {
    // 10,000 · 0.8 / 62.7 = 127.59 dwellings; · 1.7 = 216.91 residents; 2,000 / 20 = 100 jobs.
    const { dwellings, residents, jobs } = estimateCapacity({ apartments: 9000, house: 1000, office: 2000 })
    expect(dwellings).toBeCloseTo(127.592, 3)
    expect(residents).toBeCloseTo(216.906, 3)
    expect(jobs).toBe(100)
  })

  test('each use by its own area a job; sheds hold nobody', () => {
    expect(estimateCapacity({ retail: 400, public: 500, industrial: 600, other: 120, outbuilding: 1e6 })).toEqual({
      dwellings: 0,
      residents: 0,
      jobs: 10 + 10 + 10 + 2,
    })
  })

  test('follows a changed assumption, and no other property of the changes', () => {
    expect(estimateCapacity({ office: 100 }, { 'floor-area-per-job-office': 10, 'toString': 3 }).jobs).toBe(10)
    expect(valuesOf(FLOOR_USE_ASSUMPTIONS)['residents-per-dwelling']).toBe(1.7)
  })

  test('every assumption lies within its range', () => {
    for (const { id, default: standard, low, high } of FLOOR_USE_ASSUMPTIONS) {
      expect(low <= standard && standard <= high && low > 0, id).toBe(true)
    }
    expect(new Set(FLOOR_USE_ASSUMPTIONS.map(({ id }) => id)).size).toBe(FLOOR_USE_ASSUMPTIONS.length)
  })
})
