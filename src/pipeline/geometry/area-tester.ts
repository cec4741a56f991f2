import { crossesRay } from '../../geo/rings.ts'
import type { Position } from '../dataset.ts'
import type { MultiPolygonRings } from './planar.ts'

/** Height of the bands by which edges are found, metres. */
const BAND_METRES = 100

/**
 * Whether a point lies in the polygons (even-odd rule), for many points: edges are kept by bands of
 * northing, so a point meets only those at its height.
 */
export function createAreaTester(polygons: MultiPolygonRings): (x: number, y: number) => boolean {
  const bands = new Map<number, (readonly [Position, Position])[]>()
  for (const ring of polygons.flat(1)) {
    for (let index = 1; index < ring.length; index++) {
      const [a, b] = [ring[index - 1] as Position, ring[index] as Position]
      const [low, high] = a[1] < b[1] ? [a[1], b[1]] : [b[1], a[1]]
      for (let band = Math.floor(low / BAND_METRES); band <= Math.floor(high / BAND_METRES); band++) {
        const edges = bands.get(band)
        if (edges === undefined) bands.set(band, [[a, b]])
        else edges.push([a, b])
      }
    }
  }
  return (x, y) => {
    let isInside = false
    for (const [[ax, ay], [bx, by]] of bands.get(Math.floor(y / BAND_METRES)) ?? []) {
      if (crossesRay(ax, ay, bx, by, x, y)) isInside = !isInside
    }
    return isInside
  }
}
