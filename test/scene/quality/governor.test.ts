import { describe, expect, test } from 'vitest'
import {
  createGovernor,
  LIGHTEST_STEP,
  QUALITY_STEPS,
  SLOW_FRAME_MILLISECONDS,
  type Governor,
} from '../../../src/scene/quality/governor.ts'
import { seededRandom } from '../../seeded-random.ts'

/** What a frame costs at a step on a machine: something for each frame, and something for each pixel. */
type Machine = (step: number) => number

function machine(fixedMilliseconds: number, fullMilliseconds: number, smoothing = 2): Machine {
  return (step) => {
    const { scale, samples } = QUALITY_STEPS[step] ?? QUALITY_STEPS[0]
    return fixedMilliseconds + fullMilliseconds * scale * scale * (samples > 1 ? smoothing : 1)
  }
}

/** Draws frame after frame for so long. @returns every change of step, with its time. */
function drive(governor: Governor, cost: Machine, milliseconds: number, from = 0, noise: () => number = () => 1) {
  const changes: { at: number; step: number }[] = []
  for (let now = from; now < from + milliseconds;) {
    const before = governor.step()
    const frame = Math.max(16, cost(before) * noise())
    now += frame
    governor.take(frame, now)
    if (governor.step() !== before) changes.push({ at: now, step: governor.step() })
  }
  return changes
}

describe('the governor of quality', () => {
  test('leaves a fast machine at the sharpest', () => {
    const governor = createGovernor()
    expect(drive(governor, machine(2, 5), 60_000)).toEqual([])
    expect(governor.step()).toBe(0)
  })

  test('lightens until frames are fast enough, within a few of them', () => {
    const governor = createGovernor()
    const cost = machine(5, 120)
    const changes = drive(governor, cost, 3000)
    expect(cost(governor.step())).toBeLessThanOrEqual(SLOW_FRAME_MILLISECONDS)
    expect(changes[0]?.at).toBeLessThan(4 * cost(0))
  })

  test('takes the lightest where nothing is fast enough, and stays', () => {
    const governor = createGovernor()
    drive(governor, machine(80, 300), 3000)
    expect(governor.step()).toBe(LIGHTEST_STEP)
    expect(drive(governor, machine(80, 300), 60_000, 3000)).toEqual([])
  })

  test('one slow frame among fast ones changes nothing', () => {
    const governor = createGovernor()
    for (let frame = 0; frame < 100; frame++) governor.take(frame % 10 === 4 ? 900 : 16, frame * 20)
    expect(governor.step()).toBe(0)
  })

  test('recovers once the machine is fast again', () => {
    const governor = createGovernor()
    drive(governor, machine(5, 400), 5000)
    expect(governor.step()).toBeGreaterThan(1)
    drive(governor, machine(2, 6), 20_000, 5000)
    expect(governor.step()).toBe(0)
  })

  test('a first guess that was too light is mended', () => {
    const governor = createGovernor(LIGHTEST_STEP)
    drive(governor, machine(2, 6), 20_000)
    expect(governor.step()).toBe(0)
  })

  test('frames in which something is still missing lighten, but never sharpen', () => {
    const governor = createGovernor(LIGHTEST_STEP)
    for (let frame = 0; frame < 500; frame++) governor.take(17, frame * 17, false)
    expect(governor.step()).toBe(LIGHTEST_STEP)
    const other = createGovernor(0)
    for (let frame = 0; frame < 10; frame++) other.take(300, frame * 300, false)
    expect(other.step()).toBe(LIGHTEST_STEP)
  })

  // Every kind of machine, with frames that vary by a half either way: after the first seconds it must be calm.
  test('does not flap on any machine', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = seededRandom(seed)
      const cost = machine(random() * 60, random() * 300, 1 + random() * 4)
      const governor = createGovernor(Math.floor(random() * QUALITY_STEPS.length))
      const changes = drive(governor, cost, 300_000, 0, () => 0.5 + random())
      const late = changes.filter(({ at }) => at > 10_000)
      expect(late.length, `changes after 10 s in five minutes, seed ${seed}`).toBeLessThanOrEqual(14)
    }
  })
})
