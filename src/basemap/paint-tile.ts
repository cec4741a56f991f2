import { GREEN_CLASSES } from '../schema/datasets.ts'
import type { AreaSet } from './area-set.ts'
import type { CityMap } from './city-map.ts'
import { generaliseForZoom } from './generalise.ts'
import { metresPerPixel, styleZoom } from './mercator.ts'
import { paintAreas } from './paint-areas.ts'
import type { OwnSet } from './own-set.ts'
import { paintStreetLabels } from './labels/paint-labels.ts'
import { paintRail, paintStreets } from './paint-lines.ts'
import { paintOwn } from './paint-own.ts'
import { clipAwayFrom, clipTo, fillSet, strokeHatch, strokeSet, type Sheet, type TileContext } from './sheet.ts'
import type { StreetLabels } from './labels/street-labels.ts'
import { PALETTES } from './style.ts'
import { createTileView, traceWholeLines } from './trace.ts'
import type { MapTileRequest } from './types.ts'
import { searchFeatures } from './vector-set.ts'

/** A power of two, see `hatchSegments`. */
const NO_BUILDINGS_SPACING_PIXELS = 16
const COARSE_BORDERS_FROM_ZOOM = 10
const FINE_BORDERS_FROM_ZOOM = 13
const SHALLOW_FROM_ZOOM = 11
const BORDER_OPACITY = 0.75

/**
 * Paints one tile, from the bottom up.
 *
 * @returns own shapes, or pieces of them, that were left out since there were too many
 */
export function paintTile(
  context: TileContext,
  request: MapTileRequest,
  map: CityMap,
  areas: readonly AreaSet[],
  labels: StreetLabels | null,
  own: readonly OwnSet[] = [],
): number {
  const zoom = styleZoom(request.level, request.sizePixels)
  const sheet: Sheet = {
    context,
    request,
    zoom,
    view: createTileView(request.x, request.y, request.level, request.sizePixels),
    metresPerPixel: metresPerPixel(zoom, map.latitudeDegrees),
    palette: PALETTES[request.theme],
  }
  const { palette } = sheet
  prepare(sheet)
  fillWhole(sheet, palette.beyond)
  fillSet(sheet, map.extent, palette.sea)
  strokeShore(sheet, map)
  fillSet(sheet, map.land, palette.land)
  hatchUnknownBuildings(sheet, map)
  for (const name of GREEN_CLASSES) fillSet(sheet, map.green[name], palette.green[name])
  paintAreas(sheet, map, areas, 'below')
  fillSet(sheet, map.water, palette.water)
  strokeSet(sheet, map.water, palette.shore, shoreWidth(zoom))
  paintStreets(sheet, map)
  paintRail(sheet, map)
  paintAreas(sheet, map, areas, 'above')
  const ownLeftOut = paintOwn(sheet, own)
  paintBorders(sheet, map)
  if (labels !== null) paintStreetLabels(sheet, labels)
  return ownLeftOut
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

/**
 * A band of shallow water and a thin line along the shore, which keep the coast crisp where sea and
 * land are close in tone. Drawn before the land, which covers the inner half, and within the extent,
 * so that the city's border on land gets no shore.
 */
function strokeShore(sheet: Sheet, map: CityMap): void {
  const { context, palette, zoom } = sheet
  context.save()
  clipTo(sheet, map.extent)
  if (zoom >= SHALLOW_FROM_ZOOM) strokeSet(sheet, map.land, palette.shallow, Math.min(14, 3 * (zoom - 9)))
  strokeSet(sheet, map.land, palette.shore, 2 * shoreWidth(zoom))
  context.restore()
}

function shoreWidth(zoom: number): number {
  return zoom < 13 ? 0.6 : 1
}

/** Hatch on land outside the area in which footprints are known. */
function hatchUnknownBuildings(sheet: Sheet, map: CityMap): void {
  const { context, palette } = sheet
  context.save()
  clipTo(sheet, map.land)
  // One by one, since features of the coverage may overlap.
  for (const feature of searchFeatures(map.coverage, sheet.view.unitBox)) clipAwayFrom(sheet, map.coverage, [feature])
  strokeHatch(sheet, NO_BUILDINGS_SPACING_PIXELS, palette.noBuildings, 0.8)
  context.restore()
}

/** Dotted: round caps on dashes of no length. */
function paintBorders(sheet: Sheet, map: CityMap): void {
  const { context, view, zoom, palette } = sheet
  context.strokeStyle = palette.border
  context.lineCap = 'round'
  context.globalAlpha = BORDER_OPACITY
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
  context.globalAlpha = 1
}
