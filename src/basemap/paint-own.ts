import { forEachRing, pointAt, pointRange, ringArea } from '../geo/rings.ts'
import { clipRing } from './clip.ts'
import { generaliseForZoom } from './generalise.ts'
import { createOwnBudget, type OwnBudget, type OwnLimits } from './own-budget.ts'
import type { OwnSet } from './own-set.ts'
import type { Sheet } from './sheet.ts'
import { placeOf, ringPixels, traceLines, tracePoints, type TileView } from './trace.ts'
import { boxOfRing, searchFeatures, type Rings } from './vector-set.ts'

/** A polygon that is smaller than a pixel still says that it is there. */
const SPECK_PIXELS = 2
/** So many points a path: a path of more costs more than its parts. */
const PORTION_POINTS = 4000
/** Dots that lie so thick that they hide each other are drawn once for each of these squares. */
const CROWD = { dots: 10_000, squarePixels: 4 } as const
/** Of the area of the view: what is clipped at all four sides may miss it by rounding. */
const WHOLE_SHARE = 1 - 1e-9

/**
 * Paints own shapes on land and sea alike, over streets and rail, as far as a tile's budget reaches.
 *
 * @returns shapes, or pieces of them, that were left out
 */
export function paintOwn(sheet: Sheet, sets: readonly OwnSet[], limits?: OwnLimits): number {
  const budget = createOwnBudget(sheet.request.sizePixels, limits)
  for (const set of sets) {
    if (set.kind === 'points') paintDots(sheet, set)
    else {
      if (set.kind === 'polygons') fillPolygons(sheet, set, budget)
      strokeShapes(sheet, set, budget)
    }
  }
  return budget.leftOut()
}

/** One by one, since own polygons may overlap, and two in one path would cancel out. */
function fillPolygons({ context, view, zoom }: Sheet, { shapes, fill, fillsToOpaque, stroke }: OwnSet, budget: OwnBudget): void {
  const rings = generaliseForZoom(shapes, zoom)
  context.fillStyle = fill
  const specks: number[] = []
  let covers = 0
  for (const feature of searchFeatures(shapes, view.unitBox)) {
    if (rings.featureStarts[feature] === rings.featureStarts[feature + 1]) {
      specks.push(feature)
      continue
    }
    if (!budget.look(countPoints(rings, feature))) continue
    const clipped = clipFeature(rings, feature, view)
    const area = clipped.reduce((sum, ring) => sum + Math.abs(ringArea(ring)), 0)
    if (clipped.length === 1 && area >= wholeArea(view) * WHOLE_SHARE) {
      covers += 1
      continue
    }
    if (
      clipped.length === 0 ||
      !budget.fill(
        clipped.reduce((sum, ring) => sum + ring.length / 2, 0),
        area,
      )
    )
      continue
    context.beginPath()
    for (const ring of clipped) {
      tracePoints(context, ring)
      context.closePath()
    }
    context.fill('evenodd')
  }
  // Of one colour, so their order does not matter, and a few are as good as thousands.
  for (let left = Math.min(covers, fillsToOpaque); left > 0; left -= 1) {
    context.fillRect(view.pixelBox[0], view.pixelBox[1], view.pixelBox[2] - view.pixelBox[0], view.pixelBox[3] - view.pixelBox[1])
  }
  context.fillStyle = stroke
  for (const feature of specks) {
    const [west, north] = boxOfRing(shapes, shapes.featureStarts[feature] ?? NaN)
    context.fillRect((west - view.originX) * view.scale, (north - view.originY) * view.scale, SPECK_PIXELS, SPECK_PIXELS)
  }
}

/** Outlines and lines, a portion of points a path. */
function strokeShapes({ context, view, zoom }: Sheet, { shapes, stroke, widthPixels }: OwnSet, budget: OwnBudget): void {
  const rings = generaliseForZoom(shapes, zoom)
  const sink = budget.limit(context)
  context.strokeStyle = stroke
  context.lineWidth = widthPixels
  context.beginPath()
  let begun = budget.drawnPoints()
  for (const feature of searchFeatures(shapes, view.unitBox)) {
    if (!budget.look(countPoints(rings, feature))) continue
    traceLines(sink, rings, [feature], view)
    if (budget.drawnPoints() - begun < PORTION_POINTS) continue
    context.stroke()
    context.beginPath()
    begun = budget.drawnPoints()
  }
  context.stroke()
}

function paintDots({ context, view, palette }: Sheet, { shapes, fill, widthPixels }: OwnSet): void {
  context.fillStyle = fill
  context.strokeStyle = palette.halo
  context.lineWidth = 1
  const points = searchFeatures(shapes, view.unitBox)
  const taken = points.length > CROWD.dots ? new Set<number>() : null
  let drawn = 0
  context.beginPath()
  for (const point of points) {
    const [unitX, unitY] = pointAt(shapes.positions, point)
    const [x, y] = [(unitX - view.originX) * view.scale, (unitY - view.originY) * view.scale]
    if (taken !== null) {
      const square = Math.floor(x / CROWD.squarePixels) * 65_536 + Math.floor(y / CROWD.squarePixels)
      if (taken.has(square)) continue
      taken.add(square)
    }
    context.moveTo(x + widthPixels / 2, y)
    context.arc(x, y, widthPixels / 2, 0, 2 * Math.PI)
    drawn += 1
    if (drawn % PORTION_POINTS !== 0) continue
    context.fill()
    context.stroke()
    context.beginPath()
  }
  context.fill()
  context.stroke()
}

function clipFeature(rings: Rings, feature: number, view: TileView): readonly (readonly number[])[] {
  const clipped: (readonly number[])[] = []
  forEachRing(rings, feature, (_from, _to, ring) => {
    const place = placeOf(rings, ring, view.unitBox)
    if (place === 'outside') return
    const pixels = ringPixels(rings, ring, view)
    const inside = place === 'inside' ? pixels : clipRing(pixels, view.pixelBox)
    if (inside.length >= 6) clipped.push(inside)
  })
  return clipped
}

function countPoints(rings: Rings, feature: number): number {
  const [from, to] = pointRange(rings, feature)
  return to - from
}

function wholeArea({ pixelBox: [west, north, east, south] }: TileView): number {
  return (east - west) * (south - north)
}
