import type { AreaSet } from './area-set.ts'
import type { CityMap } from './city-map.ts'
import { generaliseForZoom } from './generalise.ts'
import { clipAwayFrom, clipTo, strokeHatch, strokeSet, type Sheet } from './sheet.ts'
import { AREA_OPACITY } from './style.ts'
import { tracePolygons } from './trace.ts'
import { searchFeatures } from './vector-set.ts'

/** Finer than the hatch of land without building data, so that the two are not taken for each other. */
const NO_DATA_SPACING_PIXELS = 8

/** Fills on land, lakes left out; outlines and what has no data once only. */
export function paintAreas(sheet: Sheet, map: CityMap, areas: readonly AreaSet[], level: 'below' | 'above'): void {
  if (areas.length === 0) return
  const { context, view, zoom, palette } = sheet
  context.save()
  clipTo(sheet, map.land)
  clipAwayFrom(sheet, map.water, searchFeatures(map.water, view.unitBox))
  for (const { shapes, fills, stroke } of areas) {
    const rings = generaliseForZoom(shapes, zoom)
    context.globalAlpha = AREA_OPACITY[level]
    for (const feature of searchFeatures(shapes, view.unitBox)) {
      const fill = fills[feature] ?? null
      if (fill === null && level === 'above') continue
      context.beginPath()
      tracePolygons(context, rings, [feature], view)
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
