import { forEachRing, forEachSegment } from '../../geo/rings.ts'
import type { Scene } from '../solar/scene.ts'

/** What is seen along one direction: stretches of ground or of roofs, metres from the eye. */
export interface SeenStretch {
  readonly azimuth: number
  readonly fromMetres: number
  readonly toMetres: number
  readonly surface: 'ground' | 'roof'
}

export interface Viewshed {
  /** Direction k is k × 360° / count clockwise from north, and stands for half a step to either side. */
  readonly azimuthCount: number
  readonly radiusMetres: number
  /** By direction, and from near to far in each. */
  readonly stretches: readonly SeenStretch[]
  /** Ground that no solid stands on, and roofs as seen from above, within the radius; and what is seen of them. */
  readonly groundSquareMetres: number
  readonly seenGroundSquareMetres: number
  readonly roofSquareMetres: number
  readonly seenRoofSquareMetres: number
  /** The farthest seen place; 0 where nothing is. */
  readonly farthestMetres: number
  /** The eye is within a solid and below its top: nothing is seen. */
  readonly isInside: boolean
}

export interface ViewshedOptions {
  readonly azimuthCount: number
  readonly radiusMetres: number
}

export const VIEWSHED_DEFAULTS: ViewshedOptions = { azimuthCount: 1440, radiusMetres: 1000 }

/** Where a direction passes a wall. */
interface Crossing {
  readonly distance: number
  readonly solid: number
  readonly top: number
}

/**
 * What is seen from a point, direction by direction: flat ground at height 0 and flat roofs. Along a direction a place at the
 * height h and the distance d is seen where (h − z) / d is no less than the same of every edge before it; exact for
 * upright solids, so that only the number of directions limits it.
 *
 * @param eye east, north and height over the ground's zero
 * @throws RangeError where the eye is not above the ground, or there are too few directions
 */
export function measureViewshed(
  scene: Scene,
  eye: readonly [eastMetres: number, northMetres: number, heightMetres: number],
  { azimuthCount, radiusMetres }: ViewshedOptions = VIEWSHED_DEFAULTS,
): Viewshed {
  if (!(eye[2] > 0)) throw new RangeError(`Expected an eye above the ground, found it at ${eye[2]} m`)
  if (!(Number.isInteger(azimuthCount) && azimuthCount >= 8)) throw new RangeError(`Expected at least 8 directions, found ${azimuthCount}`)
  const crossings = crossWalls(scene, eye, azimuthCount, radiusMetres)
  const stretches: SeenStretch[] = []
  const areas = { ground: 0, seenGround: 0, roof: 0, seenRoof: 0 }
  let isInside = false
  /** Area between two distances, in the sector of one direction. */
  const sector = (from: number, to: number) => ((to * to - from * from) * Math.PI) / azimuthCount

  for (let azimuth = 0; azimuth < azimuthCount; azimuth++) {
    const own = (crossings[azimuth] as Crossing[]).sort((a, b) => a.distance - b.distance)
    const open = openAtEye(own)
    if (topOf(open) > eye[2]) isInside = true
    let steepest = isInside ? Infinity : -Infinity
    let from = 0
    for (let next = 0; from < radiusMetres; next++) {
      const to = Math.min(radiusMetres, own[next]?.distance ?? radiusMetres)
      const top = topOf(open)
      const isRoof = open.size > 0
      if (to > from) {
        areas[isRoof ? 'roof' : 'ground'] += sector(from, to)
        const rise = top - eye[2]
        // The near edge of a roof hides what lies behind it; what is not below the eye hides itself.
        if (isRoof && from > 0) steepest = Math.max(steepest, rise / from)
        const seenFrom = rise < 0 && steepest < 0 ? Math.max(from, rise / steepest) : Infinity
        if (seenFrom < to) {
          areas[isRoof ? 'seenRoof' : 'seenGround'] += sector(seenFrom, to)
          stretches.push({ azimuth, fromMetres: seenFrom, toMetres: to, surface: isRoof ? 'roof' : 'ground' })
        }
        if (isRoof) steepest = Math.max(steepest, rise / to)
      }
      const crossing = own[next]
      if (crossing === undefined) break
      toggle(open, crossing)
      from = Math.max(from, to)
    }
  }
  return {
    azimuthCount,
    radiusMetres,
    stretches,
    groundSquareMetres: areas.ground,
    seenGroundSquareMetres: areas.seenGround,
    roofSquareMetres: areas.roof,
    seenRoofSquareMetres: areas.seenRoof,
    farthestMetres: stretches.reduce((farthest, { toMetres }) => Math.max(farthest, toMetres), 0),
    isInside,
  }
}

/** Solids that the eye is over or in: those that the direction leaves without having entered. */
function openAtEye(crossings: readonly Crossing[]): Map<number, number> {
  const open = new Map<number, number>()
  for (const crossing of crossings) toggle(open, crossing)
  return open
}

function toggle(open: Map<number, number>, { solid, top }: Crossing): void {
  if (!open.delete(solid)) open.set(solid, top)
}

/** Highest top of those that stand at a place; the ground is 0. */
function topOf(open: ReadonlyMap<number, number>): number {
  let highest = 0
  for (const top of open.values()) highest = Math.max(highest, top)
  return highest
}

/** For each direction the walls that it passes, in no order: each wall is asked only by the directions that it spans. */
function crossWalls(scene: Scene, [x, y]: readonly [number, number, number], count: number, radiusMetres: number): Crossing[][] {
  const found = Array.from({ length: count }, (): Crossing[] => [])
  const step = (2 * Math.PI) / count
  let firstSolid = 0
  for (const { solids, boxes, removed } of scene.layers) {
    const { geometry, topsMetres } = solids
    const near = boxes?.search(x - radiusMetres, y - radiusMetres, x + radiusMetres, y + radiusMetres, (solid) => removed?.[solid] !== 1)
    for (const solid of near ?? []) {
      const top = topsMetres[solid] as number
      if (!(top > 0)) continue
      forEachRing(geometry, solid, (from, to) =>
        forEachSegment(
          geometry.positions,
          (x1, y1, x2, y2) => {
            const [ax, ay, bx, by] = [x1 - x, y1 - y, x2 - x, y2 - y]
            const begin = Math.atan2(ax, ay)
            let turn = Math.atan2(bx, by) - begin
            if (turn > Math.PI) turn -= 2 * Math.PI
            if (turn < -Math.PI) turn += 2 * Math.PI
            // One direction more on either side: the test below decides, the same for both edges at a corner.
            const first = Math.floor((begin + Math.min(0, turn)) / step) - 1
            const last = Math.ceil((begin + Math.max(0, turn)) / step) + 1
            for (let direction = first; direction <= last && direction < first + count; direction++) {
              const azimuth = ((direction % count) + count) % count
              const [east, north] = [Math.sin(azimuth * step), Math.cos(azimuth * step)]
              const sideA = east * ay - north * ax
              const sideB = east * by - north * bx
              if (sideA >= 0 === sideB >= 0) continue
              const share = sideA / (sideA - sideB)
              const distance = east * (ax + share * (bx - ax)) + north * (ay + share * (by - ay))
              if (distance > 0) (found[azimuth] as Crossing[]).push({ distance, solid: firstSolid + solid, top })
            }
          },
          from,
          to,
        ),
      )
    }
    firstSolid += topsMetres.length
  }
  return found
}
