import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchImport } from '../../src/app/import-watch.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const LIMITS = { seconds: 100, silentSeconds: 10 }

test('a worker that gives no sign of life is ended once, after the time of silence', () => {
  const ended: number[] = []
  watchImport(LIMITS, (seconds) => ended.push(seconds))
  vi.advanceTimersByTime(9_999)
  expect(ended).toEqual([])
  vi.advanceTimersByTime(1_000_000)
  expect(ended).toEqual([10])
})

test('signs of life keep a worker on, but not beyond the time of all', () => {
  const ended: number[] = []
  const watch = watchImport(LIMITS, (seconds) => ended.push(seconds))
  for (let second = 0; second < 109; second++) {
    vi.advanceTimersByTime(1000)
    watch.sign()
  }
  expect(ended).toEqual([])
  vi.advanceTimersByTime(1000)
  expect(ended).toEqual([100])
  watch.sign()
  vi.advanceTimersByTime(1_000_000)
  expect(ended).toEqual([100])
})

test('a worker that has answered is left alone', () => {
  const ended: number[] = []
  const watch = watchImport(LIMITS, (seconds) => ended.push(seconds))
  watch.stop()
  watch.sign()
  vi.advanceTimersByTime(1_000_000)
  expect(ended).toEqual([])
})
