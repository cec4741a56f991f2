import { metresPerDegree } from '../../geo/local-metres.ts'
import { ringsCross } from '../../geo/ring-crossing.ts'
import { isInRing, ringArea } from '../../geo/rings.ts'
import { SCENARIO_LIMITS } from '../limits.ts'
import type { LonLat, Polygon, Ring } from '../types.ts'
import { readPosition } from './coordinates.ts'
import { define, refuse, type ReadContext, type Reader } from './reader.ts'
import { readList } from './values.ts'

// One more, for the first corner again.
const readCorners = readList(readPosition, 3, SCENARIO_LIMITS.cornersOfArea + 1)

/** A ring; one that repeats its first corner at its end is taken without that, and it is said. */
const readRing: Reader<Ring> = {
  ...readCorners,
  read: (value, path, context) => {
    const corners = readCorners.read(value, path, context)
    if (corners === undefined) return undefined
    const [first, last] = [corners[0] as LonLat, corners.at(-1) as LonLat]
    if (first[0] !== last[0] || first[1] !== last[1]) return corners
    if (corners.length < 4) return refuse(context, 'list-length', path, { found: corners.length - 1, least: 3, most: corners.length })
    context.issues.add('note', 'ring-closed', path)
    return corners.slice(0, -1)
  },
}

const readRings = readList(readRing, 1, SCENARIO_LIMITS.rings)

/** An area: an outer ring and its holes, which do not cross themselves or each other. */
export const readArea: Reader<Polygon> = define(
  {
    schema: {
      ...readRings.schema,
      description: 'Outer ring first, then holes. Rings do not repeat their first corner, and cross neither themselves nor each other.',
    },
    read: (value, path, context) => {
      const rings = readRings.read(value, path, context)
      return rings !== undefined && isSound(rings, path, context) ? rings : undefined
    },
  },
  'area',
)

function isSound(rings: Polygon, path: string, context: ReadContext): boolean {
  const corners = rings.reduce((sum, { length }) => sum + length, 0)
  context.corners += corners
  if (corners > SCENARIO_LIMITS.cornersOfArea || context.corners > SCENARIO_LIMITS.corners) {
    const most = corners > SCENARIO_LIMITS.cornersOfArea ? SCENARIO_LIMITS.cornersOfArea : SCENARIO_LIMITS.corners
    refuse(context, 'too-many-corners', path, { found: Math.max(corners, context.corners), most })
    return false
  }
  const { positions, starts } = packClosed(rings)
  if (ringsCross(positions, starts)) {
    refuse(context, 'ring-crosses', path)
    return false
  }
  const areaSquareMetres = Math.abs(ringArea(positions, 0, starts[1]))
  if (areaSquareMetres < SCENARIO_LIMITS.leastAreaSquareMetres) {
    refuse(context, 'area-too-small', path, { found: areaSquareMetres, least: SCENARIO_LIMITS.leastAreaSquareMetres })
    return false
  }
  const misplaced = rings.findIndex((_, ring) => ring > 0 && isMisplaced(positions, starts, ring))
  if (misplaced === -1) return true
  refuse(context, 'hole-misplaced', `${path}[${misplaced}]`)
  return false
}

/** Whether a hole lies outside of the outer ring, or within another hole. Rings are known not to cross. */
function isMisplaced(positions: Float64Array, starts: readonly number[], hole: number): boolean {
  // Without the corner that closes it.
  const [from, to] = [starts[hole] as number, (starts[hole + 1] as number) - 1]
  const countIn = (ring: number) => {
    let count = 0
    for (let point = from; point < to; point++) {
      const [x, y] = [positions[point * 2] as number, positions[point * 2 + 1] as number]
      if (isInRing(positions, x, y, starts[ring], starts[ring + 1])) count++
    }
    return count
  }
  if (countIn(0) === 0) return true
  for (let other = 1; other + 1 < starts.length; other++) if (other !== hole && countIn(other) === to - from) return true
  return false
}

/** Closed rings in metres about the first corner: of one scale in all directions, with digits to spare. */
function packClosed(rings: Polygon): { readonly positions: Float64Array; readonly starts: readonly number[] } {
  const [originLongitude, originLatitude] = (rings[0] as Ring)[0] as LonLat
  const metres = metresPerDegree(originLatitude)
  const starts = [0]
  const positions: number[] = []
  for (const ring of rings) {
    for (const [longitude, latitude] of [...ring, ring[0] as LonLat]) {
      positions.push((longitude - originLongitude) * metres.east, (latitude - originLatitude) * metres.north)
    }
    starts.push(positions.length / 2)
  }
  return { positions: Float64Array.from(positions), starts }
}
