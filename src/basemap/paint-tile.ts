import { GREEN_CLASSES } from '../schema/datasets.ts'
import type { AreaSet } from './area-set.ts'
import type { CityMap } from './city-map.ts'
import { generaliseForZoom } from './generalise.ts'
import { hatchSegments } from './hatch.ts'
import { metresPerPixel, styleZoom } from './mercator.ts'
import { paintRail, paintStreets } from './paint-lines.ts'
import { paintStreetLabels } from './paint-labels.ts'
import type { StreetLabels } from './street-labels.ts'
import { AREA_OPACITY, PALETTES, type Palette } from './style.ts'
import { createTileView, traceLines, tracePolygons, traceWholeLines, type TileView } from './trace.ts'
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

/** Spacing of hatches: powers of two, see `hatchSegments`. */
const NO_BUILDINGS_SPACING_PIXELS = 16
const NO_DATA_SPACING_PIXELS = 8
const COARSE_BORDERS_FROM_ZOOM = 10
const FINE_BORDERS_FROM_ZOOM = 13

/** Paints one tile, from the bottom up. */
export function paintTile(
  context: TileContext, request: MapTileRequest, map: CityMap, areas: readonly AreaSet[], labels: StreetLabels | null,
): void {
  const zoom = styleZoom(request.level, request.sizePixels)
  const sheet: Sheet = {
    context, request, zoom,
    view: createTileView(request.x, request.y, request.level, request.sizePixels),
    metresPerPixel: metresPerPixel(zoom, map.latitudeDegrees),
    palette: PALETTES[request.theme],
  }
  const { palette } = sheet
  prepare(sheet)
  fillWhole(sheet, palette.beyond)
  fillSet(sheet, map.extent, palette.sea)
  fillSet(sheet, map.land, palette.land)
  hatchUnknownBuildings(sheet, map)
  for (const name of GREEN_CLASSES) fillSet(sheet, map.green[name], palette.green[name])
  paintAreas(sheet, map, areas)
  fillSet(sheet, map.water, palette.water)
  strokeShore(sheet, map)
  paintStreets(sheet, map)
  paintRail(sheet, map)
  paintBorders(sheet, map)
  if (labels !== null) paintStreetLabels(sheet, labels)
}

function prepare({ context, request }: Sheet): void {
  // The canvas is used again for each tile, and a bitmap for WebGL is wanted bottom row first.
  if (request.flipY === true) context.setTransform(1, 0, 0, -1, 0, request.sizePixels)
  else context.setTransform(1, 0, 0, 1, 0, 0)
  context.globalAlpha = 1
  context.setLineDash([])
  context.lineJoin = 'round'
  context.lineCap = 'round'
}

function fillWhole({ context, request }: Sheet, colour: string): void {
  context.fillStyle = colour
  context.fillRect(0, 0, request.sizePixels, request.sizePixels)
}

function fillSet(sheet: Sheet, set: VectorSet, colour: string): void {
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

/** A thin line along the shore, which keeps the coast crisp where sea and land are close in tone. */
function strokeShore(sheet: Sheet, map: CityMap): void {
  const { context, view, zoom, palette } = sheet
  context.strokeStyle = palette.shore
  context.lineWidth = zoom < 13 ? 0.7 : 1
  for (const set of [map.land, map.water]) {
    context.beginPath()
    traceLines(context, generaliseForZoom(set, zoom), searchFeatures(set, view.unitBox), view)
    context.stroke()
  }
}

/** Hatch on land outside the area in which footprints are known. */
function hatchUnknownBuildings(sheet: Sheet, map: CityMap): void {
  const { context, palette } = sheet
  context.save()
  clipTo(sheet, map.land)
  clipAwayFrom(sheet, map.coverage)
  strokeHatch(sheet, NO_BUILDINGS_SPACING_PIXELS, palette.noBuildings, 1)
  context.restore()
}

function paintAreas(sheet: Sheet, map: CityMap, areas: readonly AreaSet[]): void {
  if (areas.length === 0) return
  const { context, view, zoom, palette } = sheet
  context.save()
  clipTo(sheet, map.land)
  context.globalAlpha = AREA_OPACITY
  for (const { shapes, fills, stroke } of areas) {
    const rings = generaliseForZoom(shapes, zoom)
    const features = searchFeatures(shapes, view.unitBox)
    for (const feature of features) {
      const fill = fills[feature]
      context.beginPath()
      tracePolygons(context, rings, [feature], view)
      if (fill !== null && fill !== undefined) {
        context.fillStyle = fill
        context.fill('evenodd')
      } else {
        context.save()
        context.clip('evenodd')
        strokeHatch(sheet, NO_DATA_SPACING_PIXELS, palette.noData, 1)
        context.restore()
      }
    }
    if (stroke === null) continue
    context.strokeStyle = stroke
    context.lineWidth = 1
    context.beginPath()
    traceLines(context, rings, features, view)
    context.stroke()
  }
  context.restore()
}

/** Dotted: round caps on dashes of no length. */
function paintBorders(sheet: Sheet, map: CityMap): void {
  const { context, view, zoom, palette } = sheet
  context.strokeStyle = palette.border
  context.lineCap = 'round'
  const levels = [
    { set: map.fineBorders, fromZoom: FINE_BORDERS_FROM_ZOOM, width: 1.3, gap: 5 },
    { set: map.coarseBorders, fromZoom: COARSE_BORDERS_FROM_ZOOM, width: zoom < 13 ? 1.5 : 2, gap: zoom < 13 ? 5 : 6 },
  ]
  for (const { set, fromZoom, width, gap } of levels) {
    if (zoom < fromZoom) continue
    context.lineWidth = width
    context.setLineDash([0, gap])
    context.beginPath()
    traceWholeLines(context, generaliseForZoom(set, zoom), searchFeatures(set, view.unitBox), view)
    context.stroke()
  }
  context.setLineDash([])
}

function clipTo({ context, view, zoom }: Sheet, set: VectorSet): void {
  context.beginPath()
  tracePolygons(context, generaliseForZoom(set, zoom), searchFeatures(set, view.unitBox), view)
  context.clip('evenodd')
}

/** Clips to what is outside every feature, one by one, so that features may overlap. */
function clipAwayFrom({ context, view, zoom, request }: Sheet, set: VectorSet): void {
  const rings = generaliseForZoom(set, zoom)
  for (const feature of searchFeatures(set, view.unitBox)) {
    context.beginPath()
    context.rect(...outerRectangle(request.sizePixels))
    tracePolygons(context, rings, [feature], view)
    context.clip('evenodd')
  }
}

/** Encloses the clipped rings, whose pulled edges would else cancel out against the tile's own edge. */
function outerRectangle(sizePixels: number): [number, number, number, number] {
  return [-64, -64, sizePixels + 128, sizePixels + 128]
}

function strokeHatch({ context, request }: Sheet, spacingPixels: number, colour: string, width: number): void {
  context.strokeStyle = colour
  context.lineWidth = width
  context.beginPath()
  for (const [x0, y0, x1, y1] of hatchSegments(request.x, request.y, request.sizePixels, spacingPixels)) {
    context.moveTo(x0, y0)
    context.lineTo(x1, y1)
  }
  context.stroke()
}
