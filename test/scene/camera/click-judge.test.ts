import { expect, test } from 'vitest'
import { createClickJudge } from '../../../src/scene/camera/click-judge.ts'

/** A judge, and a switch for whether an area is being drawn. */
function start(draws: boolean) {
  const drawing = { draws }
  return { drawing, judge: createClickJudge(() => drawing.draws) }
}

test('without a drawing each click selects, and a double click flies', () => {
  const { judge } = start(false)
  expect([judge.click(1000), judge.click(1150)]).toEqual([true, true])
  expect(judge.doubleClick()).toBe('approach')
})

test('a double click on the last corner ends the area', () => {
  const { judge } = start(true)
  expect([judge.click(1000), judge.click(1150)]).toEqual([true, true])
  expect(judge.doubleClick()).toBe('finish')
})

test('a double click on the first corner closes the area with its first click; the rest of it neither selects nor flies', () => {
  const { judge, drawing } = start(true)
  expect(judge.click(1000)).toBe(true)
  drawing.draws = false
  expect(judge.click(1150)).toBe(false)
  expect(judge.doubleClick()).toBe('nothing')
})

test('afterwards a click selects again, and a double click flies again', () => {
  const { judge, drawing } = start(true)
  judge.click(1000)
  drawing.draws = false
  expect([judge.click(2000), judge.click(2200)]).toEqual([true, true])
  expect(judge.doubleClick()).toBe('approach')
})
