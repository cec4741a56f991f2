import { clipRing, segmentMayTouch, type PixelBox } from './clip.ts'
import type { Rings, UnitBox } from './vector-set.ts'

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
    originX, originY, scale,
    pixelBox: [-MARGIN_PIXELS, -MARGIN_PIXELS, sizePixels + MARGIN_PIXELS, sizePixels + MARGIN_PIXELS],
    unitBox: [originX - margin, originY - margin, originX + side + margin, originY + side + margin],
  }
}

/** Traces the rings of polygons, clipped to the view. Fill them even-odd. */
export function tracePolygons(sink: PathSink, rings: Rings, features: readonly number[], view: TileView): void {
  for (const feature of features) {
    for (let ring = rings.featureStarts[feature] as number; ring < (rings.featureStarts[feature + 1] as number); ring += 1) {
      const place = placeOf(rings, ring, view.unitBox)
      if (place === 'outside') continue
      const pixels = ringPixels(rings, ring, view)
      const clipped = place === 'inside' ? pixels : clipRing(pixels, view.pixelBox)
      if (clipped.length < 6) continue
      sink.moveTo(clipped[0] as number, clipped[1] as number)
      for (let index = 2; index < clipped.length; index += 2) sink.lineTo(clipped[index] as number, clipped[index + 1] as number)
      sink.closePath()
    }
  }
}

/** Traces lines without the segments that lie outside the view. */
export function traceLines(sink: PathSink, rings: Rings, features: readonly number[], view: TileView): void {
  const { originX, originY, scale, pixelBox } = view
  const { positions } = rings
  for (const feature of features) {
    for (let part = rings.featureStarts[feature] as number; part < (rings.featureStarts[feature + 1] as number); part += 1) {
      if (placeOf(rings, part, view.unitBox) === 'outside') continue
      const start = rings.ringStarts[part] as number
      let beforeX = ((positions[start * 2] as number) - originX) * scale
      let beforeY = ((positions[start * 2 + 1] as number) - originY) * scale
      let isOpen = false
      for (let point = start + 1; point < (rings.ringStarts[part + 1] as number); point += 1) {
        const x = ((positions[point * 2] as number) - originX) * scale
        const y = ((positions[point * 2 + 1] as number) - originY) * scale
        if (segmentMayTouch(beforeX, beforeY, x, y, pixelBox)) {
          if (!isOpen) sink.moveTo(beforeX, beforeY)
          sink.lineTo(x, y)
          isOpen = true
        } else {
          isOpen = false
        }
        beforeX = x
        beforeY = y
      }
    }
  }
}

/**
 * Traces whole lines, from their first point even where that is far outside: a dash pattern starts
 * there, and so it runs on from tile to tile.
 */
export function traceWholeLines(sink: PathSink, rings: Rings, features: readonly number[], view: TileView): void {
  for (const feature of features) {
    for (let part = rings.featureStarts[feature] as number; part < (rings.featureStarts[feature + 1] as number); part += 1) {
      if (placeOf(rings, part, view.unitBox) === 'outside') continue
      const pixels = ringPixels(rings, part, view)
      sink.moveTo(pixels[0] as number, pixels[1] as number)
      for (let index = 2; index < pixels.length; index += 2) sink.lineTo(pixels[index] as number, pixels[index + 1] as number)
    }
  }
}

export function ringPixels(rings: Rings, ring: number, { originX, originY, scale }: TileView): number[] {
  const from = rings.ringStarts[ring] as number
  const to = rings.ringStarts[ring + 1] as number
  const pixels = new Array<number>((to - from) * 2)
  for (let point = from, target = 0; point < to; point += 1, target += 2) {
    pixels[target] = ((rings.positions[point * 2] as number) - originX) * scale
    pixels[target + 1] = ((rings.positions[point * 2 + 1] as number) - originY) * scale
  }
  return pixels
}

export function placeOf(rings: Rings, ring: number, box: UnitBox): 'outside' | 'inside' | 'across' {
  const west = rings.ringBoxes[ring * 4] as number
  const north = rings.ringBoxes[ring * 4 + 1] as number
  const east = rings.ringBoxes[ring * 4 + 2] as number
  const south = rings.ringBoxes[ring * 4 + 3] as number
  // Written so that the empty box of an empty ring (infinite) is outside.
  if (!(west <= box[2] && east >= box[0] && north <= box[3] && south >= box[1])) return 'outside'
  return west >= box[0] && east <= box[2] && north >= box[1] && south <= box[3] ? 'inside' : 'across'
}
