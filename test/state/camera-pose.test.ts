import { describe, expect, it } from 'vitest'
import { HOME_POSE } from '../../src/cities/home.ts'
import {
  clampPose,
  equalPoses,
  faceNorth,
  focusOf,
  interpolatePose,
  panPose,
  poseLookingAt,
  POSE_LIMITS,
  tiltPose,
  turnPose,
  zoomPose,
} from '../../src/state/camera-pose.ts'

const POSE = { eastMetres: 100, northMetres: -200, heightMetres: 500, headingDegrees: 90, pitchDegrees: -30 }

describe('camera pose', () => {
  it('looks at the ground where the line of sight meets it', () => {
    // Height 500 at 30° down: 1000 m away, 866 m ahead, which is east.
    const focus = focusOf(POSE)
    expect(focus.distanceMetres).toBeCloseTo(1000, 6)
    expect(focus.eastMetres).toBeCloseTo(100 + 866.0254, 3)
    expect(focus.northMetres).toBeCloseTo(-200, 6)
  })

  it('comes back from its own focus', () => {
    const focus = focusOf(POSE)
    expect(equalPoses(poseLookingAt(focus, focus.distanceMetres, POSE.headingDegrees, POSE.pitchDegrees), POSE)).toBe(true)
  })

  it('keeps the middle of the view while zooming, turning and tilting', () => {
    const before = focusOf(POSE)
    for (const after of [zoomPose(POSE, 0.5), turnPose(POSE, 75), tiltPose(POSE, -20)].map(focusOf)) {
      expect(after.eastMetres).toBeCloseTo(before.eastMetres, 6)
      expect(after.northMetres).toBeCloseTo(before.northMetres, 6)
    }
    expect(zoomPose(POSE, 0.5).heightMetres).toBeCloseTo(250, 6)
    expect(turnPose(POSE, 300).headingDegrees).toBeCloseTo(30, 9)
    expect(tiltPose(POSE, -20).pitchDegrees).toBe(-50)
  })

  it('pans to the right of where it looks', () => {
    const moved = panPose(POSE, 0.1, 0)
    expect(moved.eastMetres).toBeCloseTo(100, 6)
    expect(moved.northMetres).toBeCloseTo(-300, 6)
  })

  it('faces north by the shorter way', () => {
    expect(faceNorth(POSE).headingDegrees).toBeCloseTo(0, 9)
    const half = interpolatePose({ ...POSE, headingDegrees: 350 }, { ...POSE, headingDegrees: 10 }, 0.5)
    expect(Math.min(half.headingDegrees, 360 - half.headingDegrees)).toBeLessThan(1e-6)
  })

  it('stays within its limits', () => {
    const lost = clampPose({ eastMetres: 90_000, northMetres: 0, heightMetres: -5, headingDegrees: -90, pitchDegrees: 40 })
    expect(lost).toEqual({
      eastMetres: POSE_LIMITS.farthestMetres,
      northMetres: 0,
      heightMetres: POSE_LIMITS.lowestMetres,
      headingDegrees: 270,
      pitchDegrees: POSE_LIMITS.flattestDegrees,
    })
    expect(zoomPose(POSE, 1000).heightMetres).toBeLessThanOrEqual(POSE_LIMITS.highestMetres)
    expect(zoomPose(POSE, 0).heightMetres).toBeGreaterThanOrEqual(POSE_LIMITS.lowestMetres)
  })

  it('flies from one end to the other and rises on a long way', () => {
    const far = { ...POSE, eastMetres: 9000 }
    expect(equalPoses(interpolatePose(POSE, far, 0), POSE)).toBe(true)
    expect(interpolatePose(POSE, far, 1)).toBe(far)
    expect(interpolatePose(POSE, far, 0.5).heightMetres).toBeGreaterThan(1.5 * POSE.heightMetres)
    expect(interpolatePose(POSE, { ...POSE, eastMetres: 300 }, 0.5).heightMetres).toBeCloseTo(500, 3)
  })

  it('has a home within its limits', () => {
    expect(equalPoses(clampPose(HOME_POSE), HOME_POSE)).toBe(true)
  })
})
