import { ringsCross } from '../../geo/ring-crossing.ts'
import { packRing } from '../../geo/rings.ts'
import type { Ring } from './planar.ts'

/**
 * Whether any two segments of the polygon's rings properly cross. Touching at a point is no crossing:
 * such rings fill the same under every rule.
 */
export function findSelfCrossing(rings: readonly Ring[]): boolean {
  const starts = [0]
  for (const ring of rings) starts.push((starts.at(-1) ?? 0) + ring.length)
  return ringsCross(packRing(rings.flat()), starts)
}
