import { boxesMeet, boxOfPoints, type Box } from '../../geo/boxes.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { forEachPoint, forEachRing, forEachSegment, ringArea } from '../../geo/rings.ts'
import { cutByBox, cutByHalfPlane } from './cut-rings.ts'
import type { FlatRing } from './planar-rings.ts'

/** A ring of a feature of one of the geometries, zones being the first of these. */
interface Piece {
  readonly geometry: number
  readonly feature: number
  readonly ring: FlatRing
  readonly box: Box
  readonly area: number
}

type Held = Pick<Piece, 'geometry' | 'feature'>

/** A part of the plane: the rings that run through it, and the features that hold all of it. */
interface Part {
  readonly box: Box
  readonly pieces: readonly Piece[]
  readonly whole: readonly Held[]
}

/** Parts of fewer points are not halved again: their edges are swept one by one. */
const MOST_POINTS = 64
/** Nor are parts of this width, through which as many edges run as may be. */
const LEAST_METRES = 0.01
/** Shapes of less area than this part of their box are what rounding leaves of nothing. */
const NOTHING = 1e-12

/**
 * Area in m² of each zone that lies in some feature of each of the others: green on land, say. Exact but for
 * rounding: the plane is halved until few edges run through a part, and there the area is summed between
 * the heights at which edges begin, end or cross, where all of them are straight. Features of one geometry
 * may overlap and are counted once; rings are even-odd.
 */
export function measureCommonAreas(zones: PackedGeometry, others: readonly PackedGeometry[]): Float64Array {
  const areas = new Float64Array(zones.featureStarts.length - 1)
  const box = boxOfPoints(zones.positions)
  if (box === null || !(box[2] > box[0] && box[3] > box[1])) return areas
  const [west, south, east, north] = box
  const whole: Box = [0, 0, east - west, north - south]
  const pieces = [zones, ...others].flatMap((geometry, index) =>
    listPieces(geometry, index, west, south).flatMap((piece) => cutPiece(piece, whole)),
  )
  measurePart({ box: whole, pieces, whole: [] }, others.length + 1, areas)
  return areas
}

/** Every ring, relative to an origin, so that no digits are lost. */
function listPieces(source: PackedGeometry, geometry: number, originX: number, originY: number): Piece[] {
  const pieces: Piece[] = []
  for (let feature = 0; feature + 1 < source.featureStarts.length; feature++) {
    forEachRing(source, feature, (from, to) => {
      const ring: number[] = []
      forEachPoint(source.positions, (x, y) => ring.push(x - originX, y - originY), from, to)
      if (ring.length >= 8) pieces.push(...makePiece({ geometry, feature }, ring))
    })
  }
  return pieces
}

/** What of a piece lies in a box: a part holds pieces of no more than itself, by whose size they are told to fill it. */
function cutPiece(piece: Piece, box: Box): Piece[] {
  if (!boxesMeet(piece.box, box)) return []
  const [west, south, east, north] = box
  const [x1, y1, x2, y2] = piece.box
  return x1 >= west && y1 >= south && x2 <= east && y2 <= north ? [piece] : makePiece(piece, cutByBox(piece.ring, box))
}

/** None of a ring without points. */
function makePiece({ geometry, feature }: Held, ring: FlatRing): Piece[] {
  const box = boxOfPoints(ring)
  return box === null ? [] : [{ geometry, feature, ring, box, area: Math.abs(ringArea(ring)) }]
}

function measurePart(part: Part, geometryCount: number, areas: Float64Array): void {
  const {
    box: [west, south, east, north],
    pieces,
    whole,
  } = settlePart(part)
  for (let geometry = 0; geometry < geometryCount; geometry++) {
    if (!whole.some((each) => each.geometry === geometry) && !pieces.some((each) => each.geometry === geometry)) return
  }
  if (pieces.length === 0) {
    for (const { geometry, feature } of whole)
      if (geometry === 0) areas[feature] = (areas[feature] as number) + (east - west) * (north - south)
    return
  }
  const [width, height] = [east - west, north - south]
  const points = pieces.reduce((sum, { ring }) => sum + ring.length / 2, 0)
  if (points <= MOST_POINTS || Math.max(width, height) < LEAST_METRES) {
    sweepPart({ box: part.box, pieces, whole }, geometryCount, areas)
    return
  }
  const [middleX, middleY] = [west + width / 2, south + height / 2]
  const halves: readonly (readonly [Box, (x: number, y: number) => number])[] =
    width > height
      ? [
          [[west, south, middleX, north], (x) => middleX - x],
          [[middleX, south, east, north], (x) => x - middleX],
        ]
      : [
          [[west, south, east, middleY], (_x, y) => middleY - y],
          [[west, middleY, east, north], (_x, y) => y - middleY],
        ]
  for (const [box, sideOf] of halves) {
    const inHalf: Piece[] = []
    for (const piece of pieces) {
      const [x1, y1, x2, y2] = piece.box
      // Most rings lie on one side as a whole, and stay as they are.
      if (x1 >= box[0] && y1 >= box[1] && x2 <= box[2] && y2 <= box[3]) inHalf.push(piece)
      else if (boxesMeet(piece.box, box)) inHalf.push(...makePiece(piece, cutByHalfPlane(piece.ring, sideOf)))
    }
    measurePart({ box, pieces: inHalf, whole }, geometryCount, areas)
  }
}

/**
 * Takes rings that go round the whole part from the pieces, and what has no area in it. Where a feature of
 * a geometry other than the zones holds all of the part, its other features change nothing.
 */
function settlePart({ box, pieces, whole }: Part): Part {
  const area = (box[2] - box[0]) * (box[3] - box[1])
  const holding = [...whole]
  const left: Piece[] = []
  for (const piece of pieces) {
    const own = piece.area
    if (own <= area * NOTHING) continue
    if (own < area * (1 - NOTHING)) {
      left.push(piece)
      continue
    }
    // Even-odd: a second ring of the same feature round the part is a hole.
    const again = holding.findIndex(({ geometry, feature }) => geometry === piece.geometry && feature === piece.feature)
    if (again === -1) holding.push({ geometry: piece.geometry, feature: piece.feature })
    else holding.splice(again, 1)
  }
  const isSettled = (geometry: number) =>
    geometry > 0 &&
    holding.some(
      (held) => held.geometry === geometry && !left.some((piece) => piece.geometry === geometry && piece.feature === held.feature),
    )
  const settled = new Set([...new Set(left.map(({ geometry }) => geometry))].filter(isSettled))
  return { box, pieces: left.filter(({ geometry }) => !settled.has(geometry)), whole: holding }
}

/** Place of a side of the part, which no feature begins or ends at. */
const SIDE = -1

interface Edge {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  /** Above y1. */
  readonly y2: number
  /** Place of its feature in the list of the part's features, or `SIDE`. */
  readonly place: number
}

/** Sums the area between the heights at which edges begin, end or cross: there it lies between straight edges. */
function sweepPart({ box: [west, south, east, north], pieces, whole }: Part, geometryCount: number, areas: Float64Array): void {
  const features: Held[] = [...whole]
  // The sides of the part bound what holds all of it but for a hole.
  const edges: Edge[] = [west, east].map((x) => ({ x1: x, y1: south, x2: x, y2: north, place: SIDE }))
  for (const { geometry, feature, ring } of pieces) {
    let place = features.findIndex((each) => each.geometry === geometry && each.feature === feature)
    if (place === -1) place = features.push({ geometry, feature }) - 1
    forEachSegment(ring, (x1, y1, x2, y2) => {
      if (y1 !== y2) edges.push(y1 < y2 ? { x1, y1, x2, y2, place } : { x1: x2, y1: y2, x2: x1, y2: y1, place })
    })
  }
  const heights = listHeights(edges)
  for (let slab = 0; slab + 1 < heights.length; slab++) {
    const [low, high] = [heights[slab] as number, heights[slab + 1] as number]
    const middle = (low + high) / 2
    const crossings = edges
      .filter(({ y1, y2 }) => y1 < middle && y2 > middle)
      .map(({ x1, y1, x2, y2, place }) => ({ x: x1 + ((x2 - x1) * (middle - y1)) / (y2 - y1), place }))
      .sort((a, b) => a.x - b.x)
    const isIn = features.map((_, place) => place < whole.length)
    const counts = new Array<number>(geometryCount).fill(0)
    for (const { geometry } of whole) counts[geometry] = (counts[geometry] as number) + 1
    crossings.forEach(({ x, place }, index) => {
      const crossed = features[place]
      if (crossed !== undefined) {
        isIn[place] = !isIn[place]
        counts[crossed.geometry] = (counts[crossed.geometry] as number) + (isIn[place] ? 1 : -1)
      }
      const next = crossings[index + 1]
      if (next === undefined || next.x <= x || counts.includes(0)) return
      features.forEach((each, other) => {
        if (each.geometry === 0 && isIn[other]) areas[each.feature] = (areas[each.feature] as number) + (next.x - x) * (high - low)
      })
    })
  }
}

/** Heights at which edges begin, end or cross, from the lowest. */
function listHeights(edges: readonly Edge[]): readonly number[] {
  const heights = new Set(edges.flatMap(({ y1, y2 }) => [y1, y2]))
  edges.forEach((a, index) => {
    for (let other = index + 1; other < edges.length; other++) {
      const b = edges[other] as Edge
      if (a.y1 >= b.y2 || b.y1 >= a.y2) continue
      const y = heightOfCrossing(a, b)
      if (y > Math.max(a.y1, b.y1) && y < Math.min(a.y2, b.y2)) heights.add(y)
    }
  })
  return [...heights].sort((a, b) => a - b)
}

/** Height at which the lines of two edges cross; NaN where they are parallel. */
function heightOfCrossing(a: Edge, b: Edge): number {
  const [slopeA, slopeB] = [(a.x2 - a.x1) / (a.y2 - a.y1), (b.x2 - b.x1) / (b.y2 - b.y1)]
  return slopeA === slopeB ? NaN : (b.x1 - slopeB * b.y1 - a.x1 + slopeA * a.y1) / (slopeA - slopeB)
}
