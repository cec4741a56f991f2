import type { StreetClass } from '../schema/datasets.ts'
import type { CityMap } from './city-map.ts'
import { generaliseForZoom } from './generalise.ts'
import type { Sheet } from './sheet.ts'
import { casingPixels, isMainStreet, lineWidthPixels, RAIL_WIDTHS, STREET_ORDER, STREET_WIDTHS } from './style.ts'
import { traceLines, traceWholeLines } from './trace.ts'
import { searchFeatures, type VectorSet } from './vector-set.ts'

const TIES_FROM_ZOOM = 17

/** Tunnels, then all casings, then all streets by importance, so that crossings open; bridges over all. */
export function paintStreets(sheet: Sheet, map: CityMap): void {
  const drawn = STREET_ORDER.map((name) => ({
    name,
    sets: map.streets[name],
    width: lineWidthPixels(STREET_WIDTHS[name], sheet.zoom, sheet.metresPerPixel),
  })).filter(({ width }) => width > 0)
  for (const { name, sets, width } of drawn) if (hasVisibleTunnels(name)) strokeTunnels(sheet, sets.tunnel, width)
  for (const level of ['ground', 'bridge'] as const) {
    for (const { name, sets, width } of drawn) strokeCasing(sheet, sets[level], name, width, level)
    for (const { name, sets, width } of drawn) strokeStreets(sheet, sets[level], name, width)
  }
}

/** Rails with ties where there is room for them, metro and tram as plain lines. */
export function paintRail(sheet: Sheet, map: CityMap): void {
  const { palette, zoom } = sheet
  const widthOf = (name: 'rail' | 'metro' | 'tram') => lineWidthPixels(RAIL_WIDTHS[name], zoom, sheet.metresPerPixel)
  strokeSet(sheet, map.rail.tram, palette.tram, widthOf('tram'), 0.6)
  strokeSet(sheet, map.rail.metro, palette.rail, widthOf('metro'))
  const width = widthOf('rail')
  // A yard of thirty tracks would be one dark bar from afar.
  strokeSet(sheet, map.rail.rail, palette.rail, width, zoom < 16 ? 0.6 : 1)
  if (zoom < TIES_FROM_ZOOM) return
  sheet.context.lineCap = 'butt'
  sheet.context.setLineDash([5, 5])
  strokeWhole(sheet, map.rail.rail, palette.railTies, width * 0.5)
  sheet.context.setLineDash([])
  sheet.context.lineCap = 'round'
}

/** Those of yards and paths are passages through a house. */
function hasVisibleTunnels(name: StreetClass): boolean {
  return name !== 'path' && name !== 'service'
}

function strokeTunnels(sheet: Sheet, set: VectorSet, width: number): void {
  const { context, palette } = sheet
  context.lineCap = 'butt'
  context.setLineDash([4, 4])
  context.globalAlpha = 0.7
  strokeWhole(sheet, set, palette.tunnel, Math.min(width, 3) * 0.6)
  context.globalAlpha = 1
  context.setLineDash([])
  context.lineCap = 'round'
}

function strokeCasing(sheet: Sheet, set: VectorSet, name: StreetClass, width: number, level: 'ground' | 'bridge'): void {
  const casing = casingPixels(width)
  if (name === 'path' || casing === 0) return
  // A bridge's edges end square at its abutments, and stand out a little more.
  sheet.context.lineCap = level === 'bridge' ? 'butt' : 'round'
  strokeSet(sheet, set, sheet.palette.casing, width + 2 * casing + (level === 'bridge' ? 0.8 : 0))
  sheet.context.lineCap = 'round'
}

function strokeStreets(sheet: Sheet, set: VectorSet, name: StreetClass, width: number): void {
  const { context, palette } = sheet
  if (name === 'path') {
    strokeSet(sheet, set, palette.path, width, 0.9)
    return
  }
  const colour = isMainStreet(name) ? palette.mainStreet : palette.otherStreet
  context.lineCap = 'round'
  strokeSet(sheet, set, colour, width)
}

function strokeSet(sheet: Sheet, set: VectorSet, colour: string, width: number, opacity = 1): void {
  stroke(sheet, set, colour, width, opacity, traceLines)
}

/** For dashes, which have to run on from tile to tile. */
function strokeWhole(sheet: Sheet, set: VectorSet, colour: string, width: number): void {
  stroke(sheet, set, colour, width, sheet.context.globalAlpha, traceWholeLines)
}

function stroke(sheet: Sheet, set: VectorSet, colour: string, width: number, opacity: number, trace: typeof traceLines): void {
  if (width <= 0) return
  const { context, view, zoom } = sheet
  const features = searchFeatures(set, view.unitBox)
  if (features.length === 0) return
  const before = context.globalAlpha
  context.globalAlpha = opacity
  context.strokeStyle = colour
  context.lineWidth = width
  context.beginPath()
  trace(context, generaliseForZoom(set, zoom), features, view)
  context.stroke()
  context.globalAlpha = before
}
