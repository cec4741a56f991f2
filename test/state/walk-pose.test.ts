import { describe, expect, test } from 'vitest'
import { HOME_POSE } from '../../src/cities/home.ts'
import { clampWalkPose, endWalkPose, lookPose, startWalkPose, stepPose, walkPose } from '../../src/state/walk-pose.ts'
import { focusOf } from '../../src/state/camera-pose.ts'

const NORTH = { eastMetres: 10, northMetres: 20, heightMetres: 1.7, headingDegrees: 0, pitchDegrees: 0 }
const EAST = { ...NORTH, headingDegrees: 90 }

describe('a walk', () => {
  test('begins at eye height where the view looked at, and ends looking down there', () => {
    const start = startWalkPose(HOME_POSE)
    const { eastMetres, northMetres } = focusOf(HOME_POSE)
    expect(start).toMatchObject({ heightMetres: 1.7, pitchDegrees: 0, headingDegrees: HOME_POSE.headingDegrees })
    expect(start.eastMetres).toBeCloseTo(eastMetres, 9)
    expect(start.northMetres).toBeCloseTo(northMetres, 9)
    expect(focusOf(endWalkPose(start)).eastMetres).toBeCloseTo(eastMetres, 6)
  })

  test('goes 1.4 m a second, ahead and aside by its heading', () => {
    expect(walkPose(NORTH, ['forward'], 0.1)).toMatchObject({ eastMetres: 10, northMetres: expect.closeTo(20.14, 9) })
    expect(walkPose(EAST, ['forward'], 0.1)).toMatchObject({ eastMetres: expect.closeTo(10.14, 9), northMetres: expect.closeTo(20, 9) })
    expect(walkPose(EAST, ['right'], 0.1)).toMatchObject({ northMetres: expect.closeTo(19.86, 9) })
    expect(walkPose(NORTH, ['back'], 0.1)).toMatchObject({ northMetres: expect.closeTo(19.86, 9) })
    expect(walkPose(NORTH, ['turn-right'], 0.2).headingDegrees).toBeCloseTo(9, 9)
  })

  test('is no faster aslant, stands still between opposite ways, and makes no leap after a pause', () => {
    const aslant = walkPose(NORTH, ['forward', 'right'], 0.1)
    expect(Math.hypot(aslant.eastMetres - 10, aslant.northMetres - 20)).toBeCloseTo(0.14, 9)
    expect(walkPose(NORTH, ['forward', 'back'], 0.1)).toEqual(NORTH)
    expect(walkPose(NORTH, ['forward'], 60).northMetres - 20).toBeLessThan(0.5)
  })

  test('where motion is reduced goes in steps', () => {
    expect(stepPose(NORTH, 'forward').northMetres).toBeCloseTo(22.8, 9)
    expect(stepPose(NORTH, 'turn-left').headingDegrees).toBe(345)
  })

  test('never leaves eye height, nor the reach of the city', () => {
    expect(clampWalkPose({ ...NORTH, heightMetres: -30, pitchDegrees: -80, eastMetres: 1e6, northMetres: 0 })).toMatchObject({
      heightMetres: 1.7,
      pitchDegrees: -45,
      eastMetres: 30_000,
    })
    expect(lookPose(NORTH, 30, 90)).toMatchObject({ headingDegrees: 30, pitchDegrees: 45, heightMetres: 1.7 })
  })
})
