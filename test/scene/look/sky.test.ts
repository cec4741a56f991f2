import { describe, expect, it } from 'vitest'
import { horizonShare } from '../../../src/scene/look/sky.ts'

const pose = (heightMetres: number, pitchDegrees: number) => ({
  eastMetres: 0,
  northMetres: 0,
  headingDegrees: 0,
  heightMetres,
  pitchDegrees,
})

describe('horizonShare', () => {
  it('is half way up when the camera looks level from the ground', () => {
    expect(horizonShare(pose(0, 0))).toBeCloseTo(0.5, 6)
  })
  it('reaches the upper edge when the camera looks down by half the field of view', () => {
    expect(horizonShare(pose(0, -22.5))).toBeCloseTo(1, 6)
  })
  it('sinks with height as the Earth curves', () => {
    // From 1,000 m the horizon lies 1.015° under the level: tan(1.015°) / (2 tan 22.5°) = 0.02139.
    expect(horizonShare(pose(1000, 0))).toBeCloseTo(0.5 - 0.02139, 4)
  })
  it('is far above the view when looking straight down', () => {
    expect(horizonShare(pose(1000, -90))).toBeGreaterThan(2)
  })
})
