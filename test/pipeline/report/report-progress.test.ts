import { expect, test } from 'vitest'
import { reportProgress, sayHowLong } from '../../../src/pipeline/report/report-progress.ts'

const listen = () => {
  const told: string[] = []
  let clock = 0
  return {
    told,
    warn: (line: string) => void told.push(line),
    now: () => clock,
    wait: (milliseconds: number) => void (clock += milliseconds),
  }
}

test('a short wait is silent; a long one reports the share done and the time left now and then', () => {
  const ear = listen()
  const progress = reportProgress(ear)
  for (let percent = 1; percent <= 4; percent++) {
    ear.wait(1000)
    progress(percent / 100)
  }
  expect(ear.told).toEqual([])
  for (let percent = 5; percent <= 30; percent++) {
    ear.wait(1000)
    progress(percent / 100)
  }
  // After 5, 15 and 25 of 100 seconds.
  expect(ear.told).toEqual(['5 % done, about 2 min left.', '15 % done, about 85 s left.', '25 % done, about 75 s left.'])
})

test('the time of many permutations is foretold by a trial, with a margin', () => {
  const ear = listen()
  sayHowLong(100, 999, ear)
  expect(ear.told).toEqual([])
  // A clock that shows 299 ms for the trial of 1,000 zones and 299 permutations: a microsecond a draw.
  const clock = [0, 299]
  sayHowLong(15_000, 99_999, { ...ear, now: () => clock.shift() ?? NaN })
  // 15,000 × 99,999 µs are 1,500 s; half as much again are 37.5 min, rounded up.
  expect(ear.told).toEqual(['15,000 zones, 99,999 permutations: at most about 38 min; Ctrl+C ends it.'])
})
