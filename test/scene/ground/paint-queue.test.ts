import { expect, test } from 'vitest'
import { createPaintQueue } from '../../../src/scene/ground/paint-queue.ts'

/** A painter that finishes when told to. */
function createFakePainter() {
  const asked: number[] = []
  const ends = new Map<number, { finish: () => void; fail: (error: Error) => void }>()
  const paint = (request: number) =>
    new Promise<string>((resolve, reject) => {
      asked.push(request)
      ends.set(request, { finish: () => resolve(`picture ${request}`), fail: reject })
    })
  return {
    asked,
    paint,
    finish: (request: number) => ends.get(request)?.finish(),
    fail: (request: number) => ends.get(request)?.fail(new Error('torn')),
  }
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

test('of the requests of one frame the most urgent goes first, and no more than may run at once', async () => {
  const painter = createFakePainter()
  const ask = createPaintQueue(painter.paint, (request) => request, 2)
  const pictures = [7, 3, 9, 1].map((request) => ask(request))
  await settle()
  expect(painter.asked).toEqual([1, 3])
  painter.finish(3)
  await settle()
  expect(painter.asked).toEqual([1, 3, 7])
  for (const request of [1, 7]) painter.finish(request)
  await settle()
  painter.finish(9)
  expect(await Promise.all(pictures)).toEqual(['picture 7', 'picture 3', 'picture 9', 'picture 1'])
})

test('what is urgent is judged when the painter is free', async () => {
  const painter = createFakePainter()
  let camera = 0
  const ask = createPaintQueue(painter.paint, (request) => Math.abs(request - camera), 1)
  for (const request of [2, 50, 100]) void ask(request)
  await settle()
  camera = 100
  painter.finish(2)
  await settle()
  expect(painter.asked).toEqual([2, 100])
})

test('one that fails holds up no other', async () => {
  const painter = createFakePainter()
  const ask = createPaintQueue(painter.paint, (request) => request, 1)
  const [first, second] = [ask(1), ask(2)]
  await settle()
  painter.fail(1)
  await expect(first).rejects.toThrow('torn')
  await settle()
  painter.finish(2)
  expect(await second).toBe('picture 2')
})
