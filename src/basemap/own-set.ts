import type { Lines, Points, Polygons } from '../layers/types.ts'
import { cssColour } from './area-set.ts'
import { generaliseForZoom } from './generalise.ts'
import { degreesToUnitSquare } from './mercator.ts'
import { createVectorSet, type VectorSet } from './vector-set.ts'

/** Shapes that the reader brought along; each drawable has one colour. */
export type OwnShape = Polygons | Lines | Points

/** Own shapes ready to be drawn. */
export interface OwnSet {
  readonly kind: OwnShape['kind']
  readonly shapes: VectorSet
  readonly fill: string
  /** How often a fill shows over itself before it is as good as opaque. */
  readonly fillsToOpaque: number
  readonly stroke: string
  readonly widthPixels: number
}

const OUTLINE_PIXELS = 1.2
/** Lines are cut into pieces of so many segments, so that a tile looks at those that are near. */
const PIECE_SEGMENTS = 256
const MOST_FILLS = 64

export function prepareOwn(shape: OwnShape): OwnSet {
  const positions = degreesToUnitSquare(shape.positionsDegrees.slice())
  if (shape.kind === 'polygons') {
    return {
      kind: shape.kind,
      shapes: createVectorSet(positions, shape.ringStarts, shape.featureStarts, true),
      fill: cssColour(shape.fillRgba),
      fillsToOpaque: countFills((shape.fillRgba[3] ?? 255) / 255),
      stroke: cssColour(shape.strokeRgba ?? shape.fillRgba),
      widthPixels: OUTLINE_PIXELS,
    }
  }
  const colour = cssColour(shape.rgba)
  if (shape.kind === 'points') {
    const starts = Uint32Array.from({ length: positions.length / 2 + 1 }, (_, index) => index)
    return {
      kind: shape.kind,
      shapes: createVectorSet(positions, starts, starts, false),
      fill: colour,
      fillsToOpaque: 1,
      stroke: colour,
      widthPixels: shape.diameterPixels[0] ?? 0,
    }
  }
  return {
    kind: shape.kind,
    shapes: cutLines(positions, shape.partStarts),
    fill: colour,
    fillsToOpaque: 1,
    stroke: colour,
    widthPixels: shape.widthPixels[0] ?? 1,
  }
}

/** Makes what tiles of a zoom will need, ahead of them. */
export function prepareOwnZoom(set: OwnSet, zoom: number): void {
  if (set.kind !== 'points') generaliseForZoom(set.shapes, zoom)
}

/** So often that less than half a step of 255 would still show through. */
function countFills(alpha: number): number {
  return alpha >= 1 ? 1 : Math.min(MOST_FILLS, Math.ceil(Math.log(1 / 510) / Math.log(1 - alpha)))
}

/** Line parts in pieces, each a feature of its own: which feature a piece belongs to does not matter to its picture, and round caps join it to the next. */
function cutLines(positions: Float64Array, partStarts: Uint32Array): VectorSet {
  const pieces: number[] = []
  let points = 0
  for (let part = 0; part < partStarts.length - 1; part += 1) {
    const [from, to] = [partStarts[part] as number, partStarts[part + 1] as number]
    for (let start = from; start < to - 1 || start === from; start += PIECE_SEGMENTS) {
      const end = Math.min(to, start + PIECE_SEGMENTS + 1)
      pieces.push(start, end)
      points += end - start
    }
  }
  const cut = new Float64Array(points * 2)
  const starts = new Uint32Array(pieces.length / 2 + 1)
  for (let piece = 0; piece < pieces.length / 2; piece += 1) {
    const [from, to] = [pieces[piece * 2] as number, pieces[piece * 2 + 1] as number]
    cut.set(positions.subarray(from * 2, to * 2), (starts[piece] as number) * 2)
    starts[piece + 1] = (starts[piece] as number) + to - from
  }
  return createVectorSet(
    cut,
    starts,
    Uint32Array.from({ length: starts.length }, (_, index) => index),
    false,
  )
}
