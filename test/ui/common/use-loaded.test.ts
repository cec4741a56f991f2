import { expect, test } from 'vitest'
import { describeOutcome } from '../../../src/ui/common/use-loaded.ts'

const retry = () => undefined
const READY = { key: 'a', attempt: 0, answer: { value: 7 }, reason: null }

test('no question is idle, whatever was answered before', () => {
  expect(describeOutcome(READY, null, 0, retry)).toEqual({ status: 'idle', value: null })
})

test('an answer belongs to its question', () => {
  expect(describeOutcome(READY, 'a', 0, retry)).toEqual({ status: 'ready', value: 7 })
})

test.each([
  ['another question', 'b', 0],
  ['another try', 'a', 1],
])('while %s is open, the last answer stands', (_, key, attempt) => {
  expect(describeOutcome(READY, key, attempt, retry)).toEqual({ status: 'loading', value: 7 })
})

test('a failure keeps the last answer, says why and how to try again', () => {
  const failed = { ...READY, key: 'b', reason: 'file is gone' }
  expect(describeOutcome(failed, 'b', 0, retry)).toEqual({ status: 'failed', value: 7, reason: 'file is gone', retry })
})

test('an answer may be null', () => {
  expect(describeOutcome({ ...READY, answer: { value: null } }, 'a', 0, retry)).toEqual({ status: 'ready', value: null })
})
