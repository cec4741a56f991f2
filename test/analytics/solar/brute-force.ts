import type { Solids } from '../../../src/analytics/solar/wall-grid.ts'

/**
 * The horizon of a point by looking at every wall in every direction, without any index: along the unit vector u the wall
 * from a to b is met where u, turned by a right angle, has a and b on either side.
 */
export function bruteForceHorizon(
  { geometry, topsMetres }: Solids,
  [x, y, z]: readonly [number, number, number],
  azimuthCount: number,
  distanceMetres: number,
): Float64Array {
  const { positions, ringStarts, featureStarts } = geometry
  const angles = new Float64Array(azimuthCount)
  const units = Array.from({ length: azimuthCount }, (_, azimuth) => {
    const radians = (2 * Math.PI * azimuth) / azimuthCount
    return [Math.sin(radians), Math.cos(radians)] as const
  })
  for (let solid = 0; solid + 1 < featureStarts.length; solid++) {
    const rise = (topsMetres[solid] as number) - z
    if (rise <= 0) continue
    for (let ring = featureStarts[solid] as number; ring < (featureStarts[solid + 1] as number); ring++) {
      for (let point = ringStarts[ring] as number; point + 1 < (ringStarts[ring + 1] as number); point++) {
        const ax = (positions[point * 2] as number) - x
        const ay = (positions[point * 2 + 1] as number) - y
        const bx = (positions[point * 2 + 2] as number) - x
        const by = (positions[point * 2 + 3] as number) - y
        units.forEach(([ux, uy], azimuth) => {
          const sideA = ux * ay - uy * ax
          const sideB = ux * by - uy * bx
          if (sideA > 0 === sideB > 0) return
          const share = sideA / (sideA - sideB)
          const distance = ux * (ax + share * (bx - ax)) + uy * (ay + share * (by - ay))
          if (distance > 0 && distance <= distanceMetres) angles[azimuth] = Math.max(angles[azimuth] as number, Math.atan2(rise, distance))
        })
      }
    }
  }
  return angles
}
