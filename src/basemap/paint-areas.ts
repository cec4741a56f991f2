import type { AreaSet } from './area-set.ts'
import type { CityMap } from './city-map.ts'
import { generaliseForZoom } from './generalise.ts'
import { clipAwayFrom, clipTo, strokeHatch, strokeSet, type Sheet } from './sheet.ts'
import { AREA_OPACITY } from './style.ts'
import { tracePolygons } from './trace.ts'
import { searchFeatures } from './vector-set.ts'

/** Finer than the hatch of land without building data, so that the two are not taken for each other. */
const NO_DATA_SPACING_PIXELS = 8

/**
 * Fills on land, lakes left out; outlines and what has no data once only. All of one colour are one path,
 * since each fill pays for the clip to the coast; so areas of a set must not overlap.
 */
export function paintAreas(sheet: Sheet, map: CityMap, areas: readonly AreaSet[], level: 'below' | 'above'): void {
  if (areas.length === 0) return
  const { context, view, zoom, palette } = sheet
  context.save()
  clipTo(sheet, map.land)
  clipAwayFrom(sheet, map.water, searchFeatures(map.water, view.unitBox))
  for (const { shapes, fills, stroke } of areas) {
    const rings = generaliseForZoom(shapes, zoom)
    context.globalAlpha = AREA_OPACITY[level]
    const featuresByFill = Map.groupBy(searchFeatures(shapes, view.unitBox), (feature) => fills[feature] ?? null)
    for (const [fill, features] of featuresByFill) {
      if (fill === null && level === 'above') continue
      context.beginPath()
      tracePolygons(context, rings, features, view)
      if (fill === null) {
        context.save()
        context.clip('evenodd')
        strokeHatch(sheet, NO_DATA_SPACING_PIXELS, palette.noData, 1)
        context.restore()
      } else {
        context.fillStyle = fill
        context.fill('evenodd')
      }
    }
    context.globalAlpha = 1
    if (stroke !== null && level === 'above') strokeSet(sheet, shapes, stroke, 1)
  }
  context.restore()
}
