import { expect, test } from 'vitest'
import { formatDurations, listSlowest } from './list-slowest.ts'

const REPORTS = [
  {
    testResults: [
      {
        name: '/here/test/a.test.ts',
        startTime: 1000,
        endTime: 3500,
        assertionResults: [
          { fullName: 'a one', duration: 2000 },
          { fullName: 'a two', duration: 400 },
        ],
      },
      {
        name: '/here/test/b.test.ts',
        startTime: 1000,
        endTime: 61_000,
        assertionResults: [{ fullName: 'b', duration: 59_000 }, { fullName: 'skipped' }],
      },
    ],
  },
  null,
  { testResults: [{ name: '/here/test/c.test.ts' }] },
]

test('the slowest of all reports come first, and no more than asked for', () => {
  const { files, tests } = listSlowest(REPORTS, '/here', 2)
  expect(files).toEqual([
    { name: 'test/b.test.ts', seconds: 60 },
    { name: 'test/a.test.ts', seconds: 2.5 },
  ])
  expect(tests).toEqual([
    { name: 'test/b.test.ts: b', seconds: 59 },
    { name: 'test/a.test.ts: a one', seconds: 2 },
  ])
  expect(formatDurations(files)).toBe('    60.0 s  test/b.test.ts\n     2.5 s  test/a.test.ts')
})

test('a report that is none has nothing slow', () => {
  expect(listSlowest([undefined, 'x', { testResults: 3 }], '/here', 5)).toEqual({ files: [], tests: [] })
})
