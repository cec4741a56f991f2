import { createLocalPlane } from '../../geo/local-plane.ts'
import type { OpenRing, Point } from '../../geo/open-rings.ts'
import { SHAPE_LIMITS } from '../shape/check-corners.ts'
import { centreOfRing, directionOf, distanceMetres, listEdges, ringSquareMetres } from '../shape/measure-shape.ts'
import { mainDirection, moveRings, rotateRings, turnBetween } from '../shape/move-shape.ts'
import { nearestDirection, snapPoint, snapRings, type Segments } from '../shape/snap-point.ts'
import { splitRing } from '../shape/split-ring.ts'
import type { LonLat, Polygon } from '../types.ts'
import { roundDegrees } from './draw-shape.ts'
import { listSegments } from './surroundings.ts'
import { readTyped } from './typed-number.ts'
import type { Place, ReshapeTool, Step, Surroundings, ToolEvent } from './types.ts'

/** A turn this near to the direction of a wall near by means it; walls are looked for so far away. */
const ALIGN_RADIANS = (4 * Math.PI) / 180
const ALIGN_WITHIN_METRES = 60

/** Begins to move, copy, turn or split a footprint. */
export function startReshaping(
  mode: ReshapeTool['mode'],
  { id, cityId, footprint }: { readonly id: string; readonly cityId: string; readonly footprint: Polygon },
  heightMetres: number,
): ReshapeTool {
  const first = createLocalPlane(footprint[0]?.[0] ?? [0, 0])
  const origin = first.toDegrees(centreOfRing((footprint[0] ?? []).map(first.toMetres)))
  const plane = createLocalPlane(origin)
  const rings = footprint.map((ring) => ring.map(plane.toMetres))
  const refusal = mode === 'split' && rings.length > 1 ? 'has-courtyard' : null
  return { mode, editId: id, cityId, origin, rings, shown: [rings], from: null, cursor: null, heightMetres, typed: '', refusal }
}

/** What an event makes of a footprint that is reshaped. */
export function stepReshaping(tool: ReshapeTool, event: ToolEvent, around: Surroundings): Step {
  switch (event.kind) {
    case 'point':
      return { tool: show(tool, event, around) }
    case 'press': {
      const shown = show(tool, event, around)
      if (shown.refusal === 'other-city' || shown.cursor === null) return { tool: shown }
      return tool.mode === 'split' && tool.from === null ? { tool: { ...shown, from: shown.cursor } } : confirm(shown)
    }
    case 'finish':
      return confirm(turnAsTyped(tool))
    case 'erase':
      return { tool: tool.typed === '' ? { ...tool, from: null, shown: [tool.rings] } : { ...tool, typed: tool.typed.slice(0, -1) } }
    default:
      return { tool }
  }
}

function show(tool: ReshapeTool, { cityId, position, reachMetres }: Place, around: Surroundings): ReshapeTool {
  if (cityId !== tool.cityId) return { ...tool, refusal: 'other-city' }
  const plane = createLocalPlane(tool.origin)
  const raw = plane.toMetres(position)
  if (Math.hypot(...raw) > SHAPE_LIMITS.farthestMetres) return { ...tool, refusal: 'too-far' }
  const segments = listSegments(around, plane)
  if (tool.mode === 'rotate') return { ...tool, cursor: raw, shown: [turnTowards(tool.rings, raw, segments)], refusal: null }
  if (tool.mode === 'split') return showSplit(tool, raw, reachMetres)
  const moved = moveRings(tool.rings, raw)
  return { ...tool, cursor: raw, shown: [moveRings(moved, snapRings(moved, segments, reachMetres))], refusal: null }
}

/** Turned so that its longest edge points at a place, or along a wall near by. */
function turnTowards(rings: readonly OpenRing[], place: Point, segments: Segments): readonly OpenRing[] {
  const main = mainDirection(rings[0] ?? [])
  const wall = nearestDirection(segments, [0, 0], ALIGN_WITHIN_METRES)
  const turn = turnBetween(main, directionOf([0, 0], place))
  const walls = wall === null ? [] : [turnBetween(main, wall), turnBetween(main, wall + Math.PI / 2)]
  const aligned = walls.find((candidate) => Math.abs(turnBetween(candidate, turn)) < ALIGN_RADIANS)
  return rotateRings(rings, [0, 0], aligned ?? turn)
}

/** A typed angle turns clockwise, as a compass does. */
function turnAsTyped(tool: ReshapeTool): ReshapeTool {
  const degrees = readTyped(tool.typed)
  if (tool.mode !== 'rotate' || degrees === null) return tool
  return { ...tool, cursor: [0, 0], shown: [rotateRings(tool.rings, [0, 0], (-degrees * Math.PI) / 180)] }
}

/** The line of a split clicks to the corners and edges of the shape, and to right angles with them. */
function showSplit(tool: ReshapeTool, raw: Point, reachMetres: number): ReshapeTool {
  const [ring] = tool.rings
  if (ring === undefined || tool.rings.length > 1) return { ...tool, cursor: raw, refusal: 'has-courtyard' }
  const own = Float64Array.from(listEdges(ring).flatMap(([from, to]) => [...from, ...to]))
  const cursor = snapPoint({ raw, reachMetres, corners: tool.from === null ? [] : [tool.from], segments: own }).point
  if (tool.from === null) return { ...tool, cursor, refusal: null }
  const pieces = splitRing(ring, tool.from, cursor)
  const isTooSmall = pieces.some((piece) => ringSquareMetres(piece) < SHAPE_LIMITS.leastSquareMetres)
  const refusal = pieces.length < 2 ? 'no-cut' : isTooSmall ? 'too-small' : null
  return { ...tool, cursor, shown: pieces.map((piece) => [piece]), refusal }
}

function confirm(tool: ReshapeTool): Step {
  const { mode, editId, shown, cursor, from } = tool
  if (tool.refusal === 'has-courtyard') return { tool }
  if (cursor === null || (mode === 'split' && from === null)) return { tool }
  if (mode === 'split' && (shown.length < 2 || tool.refusal !== null)) return { tool: { ...tool, refusal: tool.refusal ?? 'no-cut' } }
  const { toDegrees } = createLocalPlane(tool.origin)
  const footprints = shown.map((rings) => toPolygon(rings, toDegrees))
  if (mode === 'split') return { tool: null, outcome: { kind: 'split', editId, footprints } }
  const footprint = footprints[0] as Polygon
  const isUnmoved = shown[0]?.every((ring, place) =>
    ring.every((corner, at) => distanceMetres(corner, tool.rings[place]?.[at] ?? [Infinity, 0]) < 0.01),
  )
  if (mode === 'copy') return { tool: null, outcome: { kind: 'copied', editId, footprint } }
  return isUnmoved === true ? { tool: null } : { tool: null, outcome: { kind: 'moved', editId, footprint } }
}

export function toPolygon(rings: readonly OpenRing[], toDegrees: (metres: Point) => LonLat): Polygon {
  return rings.map((ring) => ring.map((corner) => roundDegrees(toDegrees(corner))))
}
