import { generaliseForZoom } from './generalise.ts'
import { hatchSegments } from './hatch.ts'
import type { Palette } from './style.ts'
import { traceLines, tracePolygons, type TileView } from './trace.ts'
import type { MapTileRequest } from './types.ts'
import { searchFeatures, type VectorSet } from './vector-set.ts'

/** What a tile is drawn with; a recorder of calls does as well as a canvas. */
export type TileContext = OffscreenCanvasRenderingContext2D

/** One tile being drawn. */
export interface Sheet {
  readonly context: TileContext
  readonly request: MapTileRequest
  readonly view: TileView
  readonly zoom: number
  readonly metresPerPixel: number
  readonly palette: Palette
}

export function fillSet(sheet: Sheet, set: VectorSet, colour: string): void {
  const { context, view, zoom } = sheet
  const rings = generaliseForZoom(set, zoom)
  context.fillStyle = colour
  // Features one by one where they are few and large, since two that overlap would cancel out even-odd.
  for (const feature of searchFeatures(set, view.unitBox)) {
    context.beginPath()
    tracePolygons(context, rings, [feature], view)
    context.fill('evenodd')
  }
}

export function strokeSet({ context, view, zoom }: Sheet, set: VectorSet, colour: string, width: number): void {
  context.strokeStyle = colour
  context.lineWidth = width
  context.beginPath()
  traceLines(context, generaliseForZoom(set, zoom), searchFeatures(set, view.unitBox), view)
  context.stroke()
}

export function clipTo({ context, view, zoom }: Sheet, set: VectorSet): void {
  context.beginPath()
  tracePolygons(context, generaliseForZoom(set, zoom), searchFeatures(set, view.unitBox), view)
  context.clip('evenodd')
}

/** Clips to what is outside these features, which must not overlap each other. */
export function clipAwayFrom({ context, view, zoom, request }: Sheet, set: VectorSet, features: readonly number[]): void {
  if (features.length === 0) return
  context.beginPath()
  context.rect(...outerRectangle(request.sizePixels))
  tracePolygons(context, generaliseForZoom(set, zoom), features, view)
  context.clip('evenodd')
}

/** Encloses the clipped rings, whose pulled edges would else cancel out against the tile's own edge. */
function outerRectangle(sizePixels: number): [number, number, number, number] {
  return [-64, -64, sizePixels + 128, sizePixels + 128]
}

export function strokeHatch({ context, request }: Sheet, spacingPixels: number, colour: string, width: number): void {
  context.strokeStyle = colour
  context.lineWidth = width
  context.beginPath()
  for (const [x0, y0, x1, y1] of hatchSegments(request.x, request.y, request.sizePixels, spacingPixels)) {
    context.moveTo(x0, y0)
    context.lineTo(x1, y1)
  }
  context.stroke()
}
