import { expect } from 'vitest'
import type { OpenApp } from './open-app.ts'

/** The app asked nobody but its own origin, and the browser complained of nothing. */
export function expectQuiet({ strangers, problems }: OpenApp): void {
  expect(strangers).toEqual([])
  expect(problems).toEqual([])
}
