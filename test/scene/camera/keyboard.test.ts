import { describe, expect, it } from 'vitest'
import { HOME_POSE } from '../../../src/cities/home.ts'
import { poseAfterKey } from '../../../src/scene/camera/keyboard.ts'

const NORTHWARD = { ...HOME_POSE, headingDegrees: 0 }
const after = (key: string) => {
  const pose = poseAfterKey(key, NORTHWARD)
  if (pose === null) throw new Error(`${key} does nothing`)
  return pose
}

describe('poseAfterKey', () => {
  it('pans with the arrows', () => {
    expect(after('ArrowUp').northMetres).toBeGreaterThan(NORTHWARD.northMetres)
    expect(after('ArrowDown').northMetres).toBeLessThan(NORTHWARD.northMetres)
    expect(after('ArrowRight').eastMetres).toBeGreaterThan(NORTHWARD.eastMetres)
    expect(after('ArrowLeft').eastMetres).toBeLessThan(NORTHWARD.eastMetres)
  })
  it('comes nearer with plus, with and without the shift key, and leaves with minus', () => {
    expect(after('+').heightMetres).toBeLessThan(NORTHWARD.heightMetres)
    expect(after('=')).toEqual(after('+'))
    expect(after('-').heightMetres).toBeGreaterThan(NORTHWARD.heightMetres)
  })
  it('turns with Q and E and tilts with the page keys', () => {
    expect(after('E').headingDegrees).toBeCloseTo(10, 9)
    expect(after('q').headingDegrees).toBeCloseTo(350, 9)
    expect(after('PageUp').pitchDegrees).toBeGreaterThan(NORTHWARD.pitchDegrees)
    expect(after('PageDown').pitchDegrees).toBeLessThan(NORTHWARD.pitchDegrees)
  })
  it('goes home, and leaves every other key alone', () => {
    expect(after('Home')).toEqual(HOME_POSE)
    expect(poseAfterKey('Tab', NORTHWARD)).toBeNull()
    expect(poseAfterKey('a', NORTHWARD)).toBeNull()
  })
})
