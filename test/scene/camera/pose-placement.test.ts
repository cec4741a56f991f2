import { describe, expect, it } from 'vitest'
import { groundOf } from '../../../src/cities/ground.ts'
import { CITIES } from '../../../src/cities/index.ts'
import { metresPerDegree } from '../../../src/geo/local-metres.ts'
import { placePoint } from '../../../src/cities/local-offset.ts'
import { placePose, poseOfPlacement } from '../../../src/scene/camera/pose-placement.ts'

const POSES = [
  { eastMetres: 0, northMetres: 0, heightMetres: 1000, headingDegrees: 0, pitchDegrees: -45 },
  { eastMetres: -12_345.678, northMetres: 9_876.543, heightMetres: 8.25, headingDegrees: 359.5, pitchDegrees: -3 },
  { eastMetres: 25_000, northMetres: -15_000, heightMetres: 24_999, headingDegrees: 181, pitchDegrees: -90 },
]

describe.each(CITIES)('pose placement in $id', (city) => {
  it('comes back within a millimetre and a millionth of a degree', () => {
    for (const pose of POSES) {
      const back = poseOfPlacement(city, groundOf(city), placePose(city, groundOf(city), pose))
      expect(Math.abs(back.eastMetres - pose.eastMetres)).toBeLessThan(0.001)
      expect(Math.abs(back.northMetres - pose.northMetres)).toBeLessThan(0.001)
      expect(Math.abs(back.heightMetres - pose.heightMetres)).toBeLessThan(0.001)
      expect(Math.abs(back.headingDegrees - pose.headingDegrees)).toBeLessThan(1e-6)
      expect(Math.abs(back.pitchDegrees - pose.pitchDegrees)).toBeLessThan(1e-6)
    }
  })

  it('raises the camera by the geoid, so that height is above the ground', () => {
    const placement = placePose(city, groundOf(city), POSES[0] as (typeof POSES)[number])
    // The geoid stands 17.4-18 m over the ellipsoid in both cities (FIN2023N2000).
    expect(placement.ellipsoidalHeightMetres).toBeGreaterThan(1017.4)
    expect(placement.ellipsoidalHeightMetres).toBeLessThan(1018)
  })

  it('puts the origin at the anchor', () => {
    expect(placePoint(city, 0, 0)).toEqual([city.anchor.longitudeDegrees, city.anchor.latitudeDegrees])
  })
})

describe('metresPerDegree', () => {
  it('agrees with the lengths of a degree in the tables of the ellipsoid', () => {
    // WGS84: at 60° a degree of longitude is 55,800 m and one of latitude 111,412 m; at 45° 78,847 and 111,132.
    expect(metresPerDegree(60).east).toBeCloseTo(55_800, -1)
    expect(metresPerDegree(60).north).toBeCloseTo(111_412, -1)
    expect(metresPerDegree(45).east).toBeCloseTo(78_847, -1)
    expect(metresPerDegree(45).north).toBeCloseTo(111_132, -1)
  })
})
