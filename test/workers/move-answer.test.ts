import { expect, test } from 'vitest'
import { moveAnswer } from '../../src/workers/move-answer.ts'

test('an answer of nothing, a word or a number comes as it is, and so does one with arrays', async () => {
  for (const answer of [null, undefined, 'word', 3]) expect(await moveAnswer(Promise.resolve(answer))).toBe(answer)
  const table = { values: Float64Array.of(1, 2) }
  expect(await moveAnswer(Promise.resolve(table))).toBe(table)
})

test('what fails fails', async () => {
  await expect(moveAnswer(Promise.reject(new Error('no file')))).rejects.toThrow('no file')
})
