import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CITY_IDS, type CityId } from '../../src/cities/index.ts'
import { createRecovery, RECOVERY_WAITS } from '../../src/scene/recovery.ts'

const [FIRST, SECOND = FIRST] = CITY_IDS

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function start() {
  const rebuilt: CityId[] = []
  return { rebuilt, recovery: createRecovery((cityId) => rebuilt.push(cityId)) }
}

test('each loss in a row is answered later than the one before, and in the end no more', () => {
  const { rebuilt, recovery } = start()
  for (const [tries, wait] of RECOVERY_WAITS.entries()) {
    expect(recovery.lost(FIRST)).toBe(true)
    vi.advanceTimersByTime(wait - 1)
    expect(rebuilt).toHaveLength(tries)
    vi.advanceTimersByTime(1)
    expect(rebuilt).toHaveLength(tries + 1)
  }
  expect([...RECOVERY_WAITS].toSorted((a, b) => a - b)).toEqual(RECOVERY_WAITS)
  expect(recovery.lost(FIRST)).toBe(false)
  vi.advanceTimersByTime(100_000)
  expect(rebuilt).toHaveLength(RECOVERY_WAITS.length)
})

test('cities are counted apart', () => {
  const { rebuilt, recovery } = start()
  for (const wait of RECOVERY_WAITS) {
    recovery.lost(FIRST)
    vi.advanceTimersByTime(wait)
  }
  expect(recovery.lost(SECOND)).toBe(true)
  vi.advanceTimersByTime(RECOVERY_WAITS[0])
  expect(rebuilt.at(-1)).toBe(SECOND)
})

test('after some quiet minutes it starts from the beginning', () => {
  const { rebuilt, recovery } = start()
  for (const wait of RECOVERY_WAITS) {
    recovery.lost(FIRST)
    vi.advanceTimersByTime(wait)
  }
  vi.advanceTimersByTime(300_000)
  expect(recovery.lost(FIRST)).toBe(true)
  vi.advanceTimersByTime(RECOVERY_WAITS[0])
  expect(rebuilt).toHaveLength(RECOVERY_WAITS.length + 1)
})

test('nothing is rebuilt once it is disposed of', () => {
  const { rebuilt, recovery } = start()
  recovery.lost(FIRST)
  recovery.dispose()
  vi.advanceTimersByTime(100_000)
  expect(rebuilt).toEqual([])
})
