import { createLocalPlane } from '../../geo/local-plane.ts'
import type { OpenRing, Point } from '../../geo/open-rings.ts'
import { packRing, ringArea } from '../../geo/rings.ts'
import { refuseCorner, refuseRing, type Refusal } from '../shape/check-corners.ts'
import { snapPoint, type Snapped } from '../shape/snap-point.ts'
import { SCENARIO_LIMITS } from '../limits.ts'
import type { LonLat } from '../types.ts'
import { listSegments } from './surroundings.ts'
import { readTyped } from './typed-number.ts'
import type { DrawnThing, DrawTool, Place, Step, Surroundings, ToolEvent } from './types.ts'

const NEW_STOREYS = 4

/** Begins to draw. */
export function startDrawing(what: DrawnThing, storeys = NEW_STOREYS): DrawTool {
  return { mode: 'draw', what, cityId: null, pointed: null, origin: null, corners: [], cursor: null, typed: '', refusal: null, storeys }
}

/** What an event makes of a drawing. */
export function stepDrawing(tool: DrawTool, event: ToolEvent, around: Surroundings): Step {
  switch (event.kind) {
    case 'point':
      return { tool: pointAt(tool, event, around) }
    case 'press': {
      const pointed = pointAt(tool, event, around)
      return pointed.cityId !== null && pointed.cityId !== event.cityId ? { tool: pointed } : takeCursor(pointed, event)
    }
    case 'finish':
      // A typed length is a corner first.
      return tool.typed === '' ? finish(tool) : takeCursor(tool, null)
    case 'erase':
      return { tool: tool.typed === '' ? dropCorner(tool) : { ...tool, typed: tool.typed.slice(0, -1) } }
    case 'storeys':
      return { tool: { ...tool, storeys: clampStoreys(event.storeys) } }
    default:
      return { tool }
  }
}

export function clampStoreys(storeys: number): number {
  return Math.min(SCENARIO_LIMITS.storeys, Math.max(1, Math.round(storeys)))
}

function pointAt(tool: DrawTool, { cityId, position, reachMetres }: Place, around: Surroundings): DrawTool {
  if (tool.cityId !== null && tool.cityId !== cityId) return { ...tool, cursor: null, refusal: 'other-city' }
  // Until there is a corner, the plane goes with the pointer.
  const origin = tool.corners.length === 0 ? position : (tool.origin ?? position)
  const plane = createLocalPlane(origin)
  const cursor = snapPoint({
    raw: plane.toMetres(position),
    reachMetres,
    corners: tool.corners,
    segments: listSegments(around, plane),
    lengthMetres: readTyped(tool.typed),
  })
  return { ...tool, pointed: cityId, origin, cursor, refusal: refuseNext(tool, cursor) }
}

function refuseNext({ what, corners }: DrawTool, { kind, point }: Snapped): Refusal | null {
  if (what === 'add-line') return corners.length > 0 && kind !== 'close' ? ignoreCrossing(refuseCorner(corners, point)) : null
  const refusal = kind === 'close' ? refuseRing(corners) : refuseCorner(corners, point)
  // A pointer that rests on the last corner is not wrong yet.
  return refusal === 'short-edge' ? null : refusal
}

/** A line may cross itself: only areas may not. */
function ignoreCrossing(refusal: Refusal | null): Refusal | null {
  return refusal === 'crosses' || refusal === 'short-edge' ? null : refusal
}

/** Makes the cursor a corner, or ends the shape where it is on the first one. */
function takeCursor(tool: DrawTool, place: Place | null): Step {
  const { cursor, corners, typed } = tool
  if (cursor === null || tool.origin === null) return { tool }
  const length = readTyped(typed)
  if (cursor.kind === 'close' && length === null) return finish(tool)
  const point = length === null || corners.length === 0 || place !== null ? cursor.point : lengthen(cursor.point, corners, length)
  const refusal = tool.what === 'add-line' ? ignoreCrossing(refuseCorner(corners, point)) : refuseCorner(corners, point)
  const isAgain = refuseCorner(corners, point) === 'short-edge'
  // The second click of a double click falls on the first.
  if (isAgain && length === null) return { tool }
  if (refusal !== null) return { tool: { ...tool, refusal } }
  return rebase({
    ...tool,
    cityId: tool.cityId ?? tool.pointed,
    corners: [...corners, point],
    cursor: { point, kind: 'free', guide: null },
    typed: '',
    refusal: null,
  })
}

/** The typed length from the last corner on, towards the cursor. */
function lengthen(cursor: Point, corners: OpenRing, lengthMetres: number): Point {
  return snapPoint({ raw: cursor, reachMetres: 0.05, corners, segments: new Float64Array(0), lengthMetres }).point
}

/** The first corner is the origin of the plane from then on. */
function rebase(tool: DrawTool): Step {
  const [first] = tool.corners
  if (tool.corners.length !== 1 || first === undefined || tool.origin === null) return { tool }
  const origin = createLocalPlane(tool.origin).toDegrees(first)
  return { tool: { ...tool, origin, corners: [[0, 0]], cursor: { point: [0, 0], kind: 'free', guide: null } } }
}

function dropCorner(tool: DrawTool): DrawTool {
  const corners = tool.corners.slice(0, -1)
  const isEmpty = corners.length === 0
  return { ...tool, corners, refusal: null, cursor: isEmpty ? null : tool.cursor, cityId: isEmpty ? null : tool.cityId }
}

function finish(tool: DrawTool): Step {
  const { what, cityId, origin, corners, storeys } = tool
  const refusal = what === 'add-line' ? (corners.length < 2 ? 'too-few-corners' : null) : refuseRing(corners)
  if (refusal !== null || cityId === null || origin === null) return { tool: { ...tool, refusal: refusal ?? 'too-few-corners' } }
  const { toDegrees } = createLocalPlane(origin)
  const ordered = what === 'add-line' || ringArea(packRing([...corners, corners[0] as Point])) > 0 ? corners : corners.toReversed()
  const ring = ordered.map((corner) => roundDegrees(toDegrees(corner)))
  if (what === 'take-block') return { tool: { mode: 'gather', cityId, area: [ring], typed: '', refusal: null } }
  return { tool: null, outcome: { kind: 'drawn', what, cityId, ring, storeys } }
}

/** To a ten-millionth: a centimetre. */
export function roundDegrees([longitude, latitude]: LonLat): LonLat {
  return [Math.round(longitude * 1e7) / 1e7, Math.round(latitude * 1e7) / 1e7]
}
