import { cityById, CITY_IDS, type CityId } from '../cities/index.ts'
import { offsetOfPoint, placePoint } from '../cities/local-offset.ts'
import type { AppState } from './app-state.ts'
import { addCorner, NEW_DRAWING, roundCorner, type Corner, type Drawing } from './drawing.ts'
import type { Session } from './store.ts'

/** Ways to measure and to look, in the order in which they are offered. */
export const VIEW_TOOLS = ['measure', 'section', 'viewshed', 'sky', 'walk', 'shadows'] as const
export type ViewTool = (typeof VIEW_TOOLS)[number]

/** Tools that ask for places on the map, and for how many at most. */
const PLACES_OF_TOOL: Readonly<Partial<Record<ViewTool, number>>> = { measure: 60, section: 2, viewshed: 1, sky: 1 }

/** Height of a walker's eyes over the ground. */
export const EYE_METRES = 1.7

/** The ways that are held down while walking. */
export const WALK_WAYS = ['forward', 'back', 'left', 'right', 'turn-left', 'turn-right'] as const
export type WalkWay = (typeof WALK_WAYS)[number]

/** What of measuring and looking a session knows. */
export interface ViewToolSession {
  /** The open tool; null while the panel is closed. */
  readonly viewTool: ViewTool | null
  /** A walk at eye height: the ways held down; null while nobody walks. */
  readonly walk: { readonly held: readonly WalkWay[] } | null
}

export const NO_VIEW_TOOL: ViewToolSession = { viewTool: null, walk: null }

/** Opens a tool, or by null closes the panel; what was placed for another is gone. */
export function setViewTool(session: Session, viewTool: ViewTool | null): Session {
  if (session.viewTool === viewTool) return session
  const drawing = session.drawing?.tool === undefined ? session.drawing : null
  return {
    ...session,
    viewTool,
    walk: null,
    // One panel at the left at a time.
    scenarioTab: viewTool === null ? session.scenarioTab : null,
    scenarioTool: viewTool === null ? session.scenarioTool : null,
    drawing: viewTool !== null && PLACES_OF_TOOL[viewTool] !== undefined ? beginPlaces(viewTool) : drawing,
  }
}

/** No places yet for a tool. */
export function beginPlaces(tool: ViewTool): Drawing {
  return { ...NEW_DRAWING, tool, heightsMetres: [] }
}

/**
 * The places of a tool with one more; in another city, or beyond the most, they begin anew with it.
 *
 * @param heightMetres of the place over the ground: that of a roof or wall that was pointed at
 */
export function addPlace(
  { cameras }: Pick<AppState, 'cameras'>,
  drawing: Drawing,
  cityId: CityId,
  corner: Corner,
  reach: number,
  heightMetres: number,
): Drawing {
  const { tool } = drawing
  if (tool === undefined) return drawing
  const most = PLACES_OF_TOOL[tool] ?? 0
  const isNew = (drawing.cityId !== null && drawing.cityId !== cityId) || drawing.corners.length >= most
  const before = isNew ? beginPlaces(tool) : drawing
  // Over each other stand the foot and the top of a wall: a place of another height is another place.
  const isHigher = Math.abs((before.heightsMetres?.at(-1) ?? heightMetres) - heightMetres) > 0.5
  const next = addCorner(before, cityId, corner, isHigher ? 0 : reach)
  if (next === before) return before
  const elsewhere = CITY_IDS.filter((id) => id !== cityId).map(
    (id) => [id, next.corners.map((each) => equalPlace({ cameras }, cityId, id, each))] as const,
  )
  return {
    ...next,
    tool,
    heightsMetres: [...(before.heightsMetres ?? []), heightMetres],
    ...(tool === 'measure' ? {} : { elsewhere: Object.fromEntries(elsewhere) }),
  }
}

/** The places without the last one. */
export function undoPlace(drawing: Drawing): Drawing {
  const { tool, cityId, corners, heightsMetres = [], elsewhere = {} } = drawing
  if (tool === undefined || corners.length === 0) return drawing
  if (corners.length === 1) return beginPlaces(tool)
  const shorter = Object.fromEntries(Object.entries(elsewhere).map(([id, equal]) => [id, equal.slice(0, -1)]))
  return { tool, cityId, corners: corners.slice(0, -1), heightsMetres: heightsMetres.slice(0, -1), elsewhere: shorter }
}

/**
 * The place in another city that lies in its view where this one lies in its own: as far before the camera and to
 * the side. While the cameras are linked, it is as far from the anchor and in the same direction.
 */
export function equalPlace({ cameras }: Pick<AppState, 'cameras'>, from: CityId, to: CityId, [longitude, latitude]: Corner): Corner {
  const [own, other] = [cameras[from], cameras[to]]
  const [east, north] = offsetOfPoint(cityById(from), longitude, latitude)
  const [aside, ahead] = [east - own.eastMetres, north - own.northMetres]
  // Headings run clockwise.
  const turn = ((other.headingDegrees - own.headingDegrees) * Math.PI) / 180
  return roundCorner(
    placePoint(
      cityById(to),
      other.eastMetres + aside * Math.cos(turn) + ahead * Math.sin(turn),
      other.northMetres - aside * Math.sin(turn) + ahead * Math.cos(turn),
    ),
  )
}

/** Begins a walk where nobody walks yet, or by null ends it. */
export function setWalk(session: Session, walk: Session['walk']): Session {
  return session.walk === walk ? session : { ...session, walk }
}

/** A way is held down, or let go. */
export function holdWay(session: Session, way: WalkWay, isHeld: boolean): Session {
  const { walk } = session
  if (walk === null || walk.held.includes(way) === isHeld) return session
  return { ...session, walk: { held: isHeld ? [...walk.held, way] : walk.held.filter((other) => other !== way) } }
}
