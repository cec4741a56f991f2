import type { CameraPose } from '../cities/city.ts'
import { cityById, CITY_IDS, type CityId } from '../cities/index.ts'
import { placePoint } from '../cities/local-offset.ts'
import { metresPerDegree } from '../geo/local-metres.ts'
import type { AppState } from './app-state.ts'
import { focusOf } from './camera-pose.ts'
import type { ViewTool } from './view-tools.ts'

/** Longitude, latitude in degrees, to a millionth: a decimetre. */
export type Corner = readonly [longitude: number, latitude: number]

/** The areas that were drawn in each city, in the order of drawing. No ring is closed: its last corner is not its first. */
export type DrawnAreas = Readonly<Partial<Record<CityId, readonly (readonly Corner[])[]>>>

/** More would neither fit into an address nor beside each other. */
export const MOST_AREAS_PER_CITY = 8

/** An area that is being drawn; its first corner decides in which city. */
export interface Drawing {
  readonly cityId: CityId | null
  readonly corners: readonly Corner[]
  /** The tool whose places these are; absent: corners of an area to be compared. */
  readonly tool?: ViewTool
  /** Of each place of a tool, over the ground. */
  readonly heightsMetres?: readonly number[]
  /** Where the equal places of the other cities lie. */
  readonly elsewhere?: Readonly<Partial<Record<CityId, readonly Corner[]>>>
}

export const NEW_DRAWING: Drawing = { cityId: null, corners: [] }
export const CORNER_LIMITS = { fewest: 3, most: 60 } as const

const LEAST_SQUARE_METRES = 1
/** A finger is not exact: this share of the camera's height, and never less than some metres. */
const REACH_SHARE = 0.012
const LEAST_REACH_METRES = 3
/** The second click of a double click falls on the first. */
const SAME_PLACE_SHARE = 0.1

/** How near a click must be to a corner to mean it. */
export function reachMetres({ cameras }: AppState, cityId: CityId): number {
  return Math.max(LEAST_REACH_METRES, cameras[cityId].heightMetres * REACH_SHARE)
}

/**
 * The drawing with one more corner. The same drawing where the corner lies in another city, on the last
 * corner (a double click), or would be one too many.
 */
export function addCorner(drawing: Drawing, cityId: CityId, corner: Corner, reach: number): Drawing {
  if (drawing.cityId !== null && drawing.cityId !== cityId) return drawing
  const last = drawing.corners.at(-1)
  const isSame = last !== undefined && metresBetween(last, corner) < reach * SAME_PLACE_SHARE
  if (isSame || drawing.corners.length >= CORNER_LIMITS.most) return drawing
  return { ...drawing, cityId, corners: [...drawing.corners, roundCorner(corner)] }
}

/** Whether a click ends the area: it is on its first corner. */
export function closesArea({ cityId: own, corners }: Drawing, cityId: CityId, corner: Corner, reach: number): boolean {
  const [first] = corners
  return own === cityId && corners.length >= CORNER_LIMITS.fewest && first !== undefined && metresBetween(first, corner) < reach
}

/** The drawing without its last corner; without any corner any city may have the next one. */
export function undoCorner({ cityId, corners }: Drawing): Drawing {
  return corners.length <= 1 ? NEW_DRAWING : { cityId, corners: corners.slice(0, -1) }
}

/** Whether corners make an area: three or more that do not lie on one line. */
export function isArea(corners: readonly Corner[]): boolean {
  const [origin] = corners
  if (origin === undefined || corners.length < CORNER_LIMITS.fewest) return false
  const perDegree = metresPerDegree(origin[1])
  const points = corners.map(
    ([longitude, latitude]) => [(longitude - origin[0]) * perDegree.east, (latitude - origin[1]) * perDegree.north] as const,
  )
  // A ring that crosses itself may have lobes of equal size, whose signed areas cancel out: a bound by its reach.
  const farthest = points.reduce<readonly [number, number]>(
    (best, point) => (Math.hypot(point[0], point[1]) > Math.hypot(best[0], best[1]) ? point : best),
    [0, 0],
  )
  const widest = Math.max(...points.map(([x, y]) => Math.abs(x * farthest[1] - y * farthest[0])))
  return widest >= 2 * LEAST_SQUARE_METRES
}

/** Areas with one more in a city; the same where the city has as many as it may. */
export function withArea(areas: DrawnAreas, cityId: CityId, corners: readonly Corner[]): DrawnAreas {
  return isFull(areas, cityId) ? areas : setAreas(areas, cityId, [...(areas[cityId] ?? []), corners])
}

/** Areas without one of a city's. */
export function withoutArea(areas: DrawnAreas, cityId: CityId, index: number): DrawnAreas {
  return setAreas(
    areas,
    cityId,
    (areas[cityId] ?? []).filter((_, other) => other !== index),
  )
}

/** Whether no more areas can be drawn in a city. */
export function isFull(areas: DrawnAreas, cityId: CityId): boolean {
  return (areas[cityId]?.length ?? 0) >= MOST_AREAS_PER_CITY
}

/** In the order of the cities; a city without any leaves no trace. */
function setAreas(areas: DrawnAreas, cityId: CityId, ofCity: readonly (readonly Corner[])[]): DrawnAreas {
  const changed: DrawnAreas = { ...areas, [cityId]: ofCity }
  return Object.fromEntries(CITY_IDS.flatMap((id) => ((changed[id]?.length ?? 0) === 0 ? [] : [[id, changed[id]]])))
}

/** What a camera looks at in a city. */
export function cornerInMiddle(cityId: CityId, pose: CameraPose): Corner {
  const { eastMetres, northMetres } = focusOf(pose)
  return placePoint(cityById(cityId), eastMetres, northMetres)
}

/**
 * What shows of drawn areas in a city, each with longitude and latitude interleaved: the closed rings while drawn
 * areas are compared, and the line so far.
 */
export function sketchesOf(app: AppState, drawing: Drawing | null, cityId: CityId): readonly Float64Array[] {
  const rings = (app.comparison.tab === 'areas' ? (app.comparison.areas[cityId] ?? []) : []).map((corners) =>
    Float64Array.from([...corners, corners[0] as Corner].flat()),
  )
  const line = drawing?.cityId === cityId ? drawing.corners : drawing?.elsewhere?.[cityId]
  return line === undefined ? rings : [...rings, Float64Array.from(line.flat())]
}

export function roundCorner([longitude, latitude]: Corner): Corner {
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
  return [round(longitude), round(latitude)]
}

function metresBetween(a: Corner, b: Corner): number {
  const perDegree = metresPerDegree(a[1])
  return Math.hypot((a[0] - b[0]) * perDegree.east, (a[1] - b[1]) * perDegree.north)
}
