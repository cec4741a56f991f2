import { boxesMeet, boxOfFeature, widenBox } from '../../geo/boxes.ts'
import { findInteriorPoints } from '../../geo/interior-points.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { forEachRing, forEachSegment, isInside, segmentsCross } from '../../geo/rings.ts'
import type { Edit } from '../types.ts'
import type { WorkingState } from './working-state.ts'

/** What overlaps by less than about this is walls that touch. */
const TOUCH_METRES = 0.05

/** Notes new buildings that stand on one another, or on a building that stays. They are built all the same. */
export function noteOverlaps(state: WorkingState, edits: readonly Edit[]): void {
  const pathOf = new Map(edits.map(({ id }, index) => [id, `edits[${index}].footprint`]))
  const { city, added, issues } = state
  added.forEach(({ editId, footprint }, index) => {
    const box = boxOfFeature(footprint, 0)
    if (box === null) return
    const path = pathOf.get(editId) as string
    for (const earlier of added.slice(0, index)) {
      const other = boxOfFeature(earlier.footprint, 0)
      if (other !== null && boxesMeet(box, other) && featuresOverlap(footprint, 0, earlier.footprint, 0)) {
        issues.add('note', 'overlaps-addition', path, { edit: editId, other: earlier.editId })
      }
    }
    const { geometry, ids } = city.buildings
    const standing = city
      .searchFootprints(...box)
      .filter((row) => state.isRemoved[row] === 0 && featuresOverlap(footprint, 0, geometry, row))
      .sort((a, b) => a - b)
    const [first] = standing
    if (first !== undefined) {
      issues.add('note', 'overlaps-building', path, { edit: editId, building: ids[first] as string, count: standing.length })
    }
  })
}

/** Whether two features have more in common than walls that touch. */
export function featuresOverlap(a: PackedGeometry, featureA: number, b: PackedGeometry, featureB: number): boolean {
  return reachesInto(a, featureA, b, featureB) || reachesInto(b, featureB, a, featureA)
}

/** Whether a feature, drawn in a little, still has a corner or a wall within another, or holds the point that stands for it. */
function reachesInto(a: PackedGeometry, featureA: number, b: PackedGeometry, featureB: number): boolean {
  const [box, other] = [boxOfFeature(a, featureA), boxOfFeature(b, featureB)]
  if (box === null || other === null || !boxesMeet(widenBox(box, -TOUCH_METRES), other)) return false
  const [x, y] = findInteriorPoints(sliceFeature(a, featureA)) as unknown as readonly [number, number]
  if (isInside(b, featureB, x, y)) return true
  let reaches = false
  forEachRing(a, featureA, (from, to) => {
    const drawnIn = drawIn(a.positions, from, to, x, y)
    forEachSegment(drawnIn, (x1, y1, x2, y2) => {
      reaches ||= isInside(b, featureB, x1, y1) || crossesFeature(b, featureB, x1, y1, x2, y2)
    })
  })
  return reaches
}

function crossesFeature(
  { positions, ...starts }: PackedGeometry,
  feature: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): boolean {
  let crosses = false
  forEachRing(starts, feature, (from, to) =>
    forEachSegment(positions, (cx, cy, dx, dy) => (crosses ||= segmentsCross(ax, ay, bx, by, cx, cy, dx, dy)), from, to),
  )
  return crosses
}

/** Corners of a ring, each moved toward a point by the width of a joint. */
function drawIn(positions: Float64Array, from: number, to: number, x: number, y: number): Float64Array {
  const drawn = positions.slice(from * 2, to * 2)
  for (let at = 0; at < drawn.length; at += 2) {
    const [stepX, stepY] = [x - (drawn[at] as number), y - (drawn[at + 1] as number)]
    const share = Math.min(1, TOUCH_METRES / Math.hypot(stepX, stepY) || 0)
    drawn[at] = (drawn[at] as number) + stepX * share
    drawn[at + 1] = (drawn[at + 1] as number) + stepY * share
  }
  return drawn
}

/** One feature by itself; positions are shared. */
function sliceFeature({ type, positions, ringStarts, featureStarts }: PackedGeometry, feature: number): PackedGeometry {
  const [first, end] = [featureStarts[feature] as number, featureStarts[feature + 1] as number]
  return { type, positions, ringStarts: ringStarts.subarray(first, end + 1), featureStarts: Uint32Array.of(0, end - first) }
}
