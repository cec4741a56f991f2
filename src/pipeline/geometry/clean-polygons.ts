import { featureCollection, multiPolygon, union } from '@turf/turf'
import { findSelfCrossing } from './self-crossing.ts'
import type { Fault } from '../issues.ts'
import type { Position } from '../dataset.ts'
import { polygonContains, ringArea } from './planar.ts'
import { roundToCentimetre } from './place-points.ts'

/** A ring of less area (m²) is a line or a point that was drawn as one. */
const LEAST_AREA_M2 = 0.05

/**
 * Polygons made sound, or null where nothing of them is left: closed rings, no repeated points or
 * spikes, no self-crossing, outer rings counter-clockwise and holes clockwise, holes inside.
 */
export function cleanPolygons(polygons: readonly (readonly (readonly Position[])[])[], faults: Fault[]): Position[][][] | null {
  const found = new Set<Fault['code']>()
  let last: Fault['code'] = 'empty-geometry'
  const kept: Position[][][] = []
  for (const rings of polygons) {
    const sound: Position[][] = []
    rings.forEach((ring, index) => {
      if (index > 0 && sound.length === 0) return
      const cleaned = cleanRing(ring, found)
      if (typeof cleaned === 'string') {
        last = cleaned
        return
      }
      sound.push(cleaned)
    })
    if (sound.length === 0) continue
    const parts = splitSelfCrossings(sound, found)
    if (parts === null) last = 'self-crossing-ring'
    else for (const part of parts) kept.push(part)
  }
  if (kept.length === 0) {
    faults.push({ severity: 'dropped', code: last })
    return null
  }
  for (const code of [...found].sort()) faults.push({ severity: 'mended', code })
  return kept
}

/** The ring closed, without repeated points or spikes; a code where too little of it is left. */
function cleanRing(ring: readonly Position[], found: Set<Fault['code']>): Position[] | Fault['code'] {
  const open = [...ring]
  const [first, final] = [open[0], open.at(-1)]
  if (first === undefined || final === undefined) return 'too-few-points'
  if (isSame(first, final)) open.pop()
  else found.add('unclosed-ring')
  const distinct = open.filter((point, index) => !isSame(point, open[(index + open.length - 1) % open.length] as Position))
  if (distinct.length < 3) return 'too-few-points'
  if (distinct.length < open.length) found.add('repeated-point')
  const smooth = removeSpikes(distinct)
  if (smooth.length < distinct.length) found.add('spike')
  if (smooth.length < 3) return 'no-area'
  const closed = [...smooth, smooth[0] as Position]
  // A bow tie encloses areas of both signs, which cancel: its emptiness is judged after splitting.
  if (Math.abs(ringArea(closed)) < LEAST_AREA_M2 && !findSelfCrossing([closed])) return 'no-area'
  return closed
}

/** Takes away points where the ring turns straight back on itself. */
function removeSpikes(open: readonly Position[]): Position[] {
  const points = [...open]
  for (let index = 0; points.length >= 3 && index < points.length;) {
    const before = points[(index + points.length - 1) % points.length] as Position
    const here = points[index] as Position
    const after = points[(index + 1) % points.length] as Position
    const [ax, ay, bx, by] = [here[0] - before[0], here[1] - before[1], after[0] - here[0], after[1] - here[1]]
    const isRepeated = bx === 0 && by === 0
    const turnsBack = Math.abs(ax * by - ay * bx) <= 1e-9 && ax * bx + ay * by < 0
    if (isRepeated || turnsBack) {
      points.splice(index, 1)
      index = Math.max(0, index - 2)
    } else index++
  }
  return points
}

/** The polygon's parts without crossings, or null where they cannot be told apart. */
function splitSelfCrossings(rings: readonly Position[][], found: Set<Fault['code']>): Position[][][] | null {
  const outer = rings[0] as Position[]
  const holes = rings.slice(1).filter((hole) => {
    if (hole.some(([x, y]) => polygonContains([outer], x, y))) return true
    found.add('hole-outside')
    return false
  })
  const sound = [outer, ...holes]
  if (!findSelfCrossing(sound)) return [orient(sound)]
  const shape = multiPolygon([sound.map((ring) => ring.map(([x, y]) => [x, y]))])
  let resolved: ReturnType<typeof union>
  try {
    // The union of a polygon with itself resolves crossings by the even-odd rule.
    resolved = union(featureCollection([shape, shape]))
  } catch {
    // Turf gives up on some tangles of a dozen crossings: one such footprint must not stop a city.
    return null
  }
  found.add('self-crossing-ring')
  if (resolved === null) return []
  const { type, coordinates } = resolved.geometry
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  const parts: Position[][][] = []
  for (const polygon of polygons) {
    const tidy = polygon.flatMap((ring, index) => {
      const points = ring.map(([x, y]): Position => [roundToCentimetre(x as number), roundToCentimetre(y as number)])
      const cleaned = cleanRing(points, new Set())
      return typeof cleaned === 'string' ? (index === 0 ? [[]] : []) : [cleaned]
    })
    if ((tidy[0] ?? []).length > 0) parts.push(orient(tidy))
  }
  return parts
}

function orient(rings: readonly Position[][]): Position[][] {
  return rings.map((ring, index) => (ringArea(ring) > 0 === (index === 0) ? ring : [...ring].reverse()))
}

function isSame(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1]
}
