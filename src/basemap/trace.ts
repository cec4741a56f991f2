import { boxesMeet } from '../geo/boxes.ts'
import { forEachPoint, forEachRing, forEachSegment, ringRange } from '../geo/rings.ts'
import { clipRing, segmentMayTouch, type PixelBox } from './clip.ts'
import { boxOfRing, type Rings, type UnitBox } from './vector-set.ts'

/** What paths are traced into: a canvas context, or a recorder. */
export interface PathSink {
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  closePath(): void
}

/** From the unit square to one tile's pixels. */
export interface TileView {
  /** Unit square position of the tile's north-west corner. */
  readonly originX: number
  readonly originY: number
  /** Pixels of the unit square. */
  readonly scale: number
  /** What is drawn: the tile and a margin for widths that reach in from outside. */
  readonly pixelBox: PixelBox
  /** The same on the unit square. */
  readonly unitBox: UnitBox
}

/** Reach of a street's half width and casing, of a label's halo, of a hatch line. */
const MARGIN_PIXELS = 48

export function createTileView(x: number, y: number, level: number, sizePixels: number): TileView {
  const scale = sizePixels * 2 ** level
  const originX = x / 2 ** level
  const originY = y / 2 ** level
  const margin = MARGIN_PIXELS / scale
  const side = sizePixels / scale
  return {
    originX,
    originY,
    scale,
    pixelBox: [-MARGIN_PIXELS, -MARGIN_PIXELS, sizePixels + MARGIN_PIXELS, sizePixels + MARGIN_PIXELS],
    unitBox: [originX - margin, originY - margin, originX + side + margin, originY + side + margin],
  }
}

/** Traces the rings of polygons, clipped to the view. Fill them even-odd. */
export function tracePolygons(sink: PathSink, rings: Rings, features: readonly number[], view: TileView): void {
  for (const feature of features) {
    forEachRing(rings, feature, (_from, _to, ring) => {
      const place = placeOf(rings, ring, view.unitBox)
      if (place === 'outside') return
      const pixels = ringPixels(rings, ring, view)
      const clipped = place === 'inside' ? pixels : clipRing(pixels, view.pixelBox)
      if (clipped.length < 6) return
      tracePoints(sink, clipped)
      sink.closePath()
    })
  }
}

/** Traces lines without the segments that lie outside the view. */
export function traceLines(sink: PathSink, rings: Rings, features: readonly number[], view: TileView): void {
  for (const feature of features) {
    forEachRing(rings, feature, (_from, _to, part) => {
      if (placeOf(rings, part, view.unitBox) === 'outside') return
      let isOpen = false
      forEachSegment(ringPixels(rings, part, view), (beforeX, beforeY, x, y) => {
        const isNear = segmentMayTouch(beforeX, beforeY, x, y, view.pixelBox)
        if (isNear && !isOpen) sink.moveTo(beforeX, beforeY)
        if (isNear) sink.lineTo(x, y)
        isOpen = isNear
      })
    })
  }
}

/**
 * Traces whole lines, from their first point even where that is far outside: a dash pattern starts
 * there, and so it runs on from tile to tile.
 */
export function traceWholeLines(sink: PathSink, rings: Rings, features: readonly number[], view: TileView): void {
  for (const feature of features) {
    forEachRing(rings, feature, (_from, _to, part) => {
      if (placeOf(rings, part, view.unitBox) !== 'outside') tracePoints(sink, ringPixels(rings, part, view))
    })
  }
}

/** Traces a line through all points. */
export function tracePoints(sink: PathSink, pixels: readonly number[]): void {
  forEachPoint(pixels, (x, y, point) => (point === 0 ? sink.moveTo(x, y) : sink.lineTo(x, y)))
}

export function ringPixels(rings: Rings, ring: number, { originX, originY, scale }: TileView): number[] {
  const [from, to] = ringRange(rings, ring)
  const pixels = new Array<number>((to - from) * 2)
  forEachPoint(
    rings.positions,
    (x, y, point) => {
      pixels[(point - from) * 2] = (x - originX) * scale
      pixels[(point - from) * 2 + 1] = (y - originY) * scale
    },
    from,
    to,
  )
  return pixels
}

export function placeOf(rings: Rings, ring: number, box: UnitBox): 'outside' | 'inside' | 'across' {
  const own = boxOfRing(rings, ring)
  // The empty box of an empty ring is outside.
  if (!boxesMeet(own, box)) return 'outside'
  const [west, north, east, south] = own
  return west >= box[0] && east <= box[2] && north >= box[1] && south <= box[3] ? 'inside' : 'across'
}
