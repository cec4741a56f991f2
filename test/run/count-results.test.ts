import { describe, expect, test } from 'vitest'
import { addCounts, countResults } from './count-results.ts'

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((result) => ({ status: result })) })

describe('countResults', () => {
  test('adds up files, and leaves skipped tests out', () => {
    const report = { testResults: [file('passed', 'passed', 'passed', 'skipped'), file('failed', 'passed', 'failed')] }
    expect(countResults(report, 1)).toEqual({ passed: 3, failed: 1 })
  })

  test('counts a file that could not be loaded', () => {
    expect(countResults({ testResults: [file('failed'), file('passed', 'passed')] }, 1)).toEqual({ passed: 1, failed: 1 })
  })

  test('counts an error outside every test', () => {
    expect(countResults({ testResults: [file('passed', 'passed')] }, 1)).toEqual({ passed: 1, failed: 1 })
  })

  test.each([[null], [{}], [{ testResults: [] }], [{ testResults: [file('passed', 'skipped')] }]])(
    'a run without a test has failed: %j',
    (report) => {
      expect(countResults(report, 0)).toEqual({ passed: 0, failed: 1 })
    },
  )

  test('a good run is good', () => {
    const good = countResults({ testResults: [file('passed', 'passed')] }, 0)
    expect(addCounts([good, good, { passed: 0, failed: 0 }])).toEqual({ passed: 2, failed: 0 })
  })
})
