import type { LocalPlane } from '../../geo/local-plane.ts'
import { listEdges } from '../shape/measure-shape.ts'
import type { Segments } from '../shape/snap-point.ts'
import type { LonLat } from '../types.ts'
import type { Surroundings } from './types.ts'

/** Edges farther than this from the plane's origin are left out: nobody snaps to what they don't see. */
const FARTHEST_METRES = 2500

const known = new WeakMap<Surroundings['rings'], { readonly origin: LonLat; readonly segments: Segments }>()

/** Edges of what stands near by, in a plane. Kept while plane and surroundings stay: a pointer asks at every move. */
export function listSegments({ rings }: Surroundings, { origin, toMetres }: LocalPlane): Segments {
  const kept = known.get(rings)
  if (kept !== undefined && kept.origin[0] === origin[0] && kept.origin[1] === origin[1]) return kept.segments
  const numbers = rings.flatMap((ring) => {
    const points = ring.map(toMetres)
    const isNear = points.some(([x, y]) => Math.hypot(x, y) < FARTHEST_METRES)
    return isNear ? listEdges(points).flatMap(([from, to]) => [...from, ...to]) : []
  })
  const segments = Float64Array.from(numbers)
  known.set(rings, { origin, segments })
  return segments
}
