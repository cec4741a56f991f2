import type { Lines, Points, Polygons } from '../layers/types.ts'
import { cssColour } from './area-set.ts'
import { generaliseForZoom } from './generalise.ts'
import { degreesToUnitSquare } from './mercator.ts'
import { strokeSet, type Sheet } from './sheet.ts'
import { tracePolygons } from './trace.ts'
import { createVectorSet, searchFeatures, type VectorSet } from './vector-set.ts'

/** Shapes that the reader brought along; each drawable has one colour. */
export type OwnShape = Polygons | Lines | Points

/** Own shapes ready to be drawn. */
export interface OwnSet {
  readonly kind: OwnShape['kind']
  readonly shapes: VectorSet
  readonly fill: string
  readonly stroke: string
  readonly widthPixels: number
}

const OUTLINE_PIXELS = 1.2
/** A polygon that is smaller than a pixel still says that it is there. */
const SPECK_PIXELS = 2

export function prepareOwn(shape: OwnShape): OwnSet {
  const positions = degreesToUnitSquare(shape.positionsDegrees.slice())
  if (shape.kind === 'polygons') {
    return {
      kind: shape.kind, shapes: createVectorSet(positions, shape.ringStarts, shape.featureStarts, true),
      fill: cssColour(shape.fillRgba), stroke: cssColour(shape.strokeRgba ?? shape.fillRgba), widthPixels: OUTLINE_PIXELS,
    }
  }
  const colour = cssColour(shape.rgba)
  if (shape.kind === 'points') {
    const starts = Uint32Array.from({ length: positions.length / 2 + 1 }, (_, index) => index)
    return {
      kind: shape.kind, shapes: createVectorSet(positions, starts, starts, false),
      fill: colour, stroke: colour, widthPixels: shape.diameterPixels[0] ?? 0,
    }
  }
  // A part a feature: which feature a part belongs to does not matter to its picture.
  const starts = Uint32Array.from({ length: shape.partStarts.length }, (_, index) => index)
  return {
    kind: shape.kind, shapes: createVectorSet(positions, shape.partStarts, starts, false),
    fill: colour, stroke: colour, widthPixels: shape.widthPixels[0] ?? 1,
  }
}

/** Paints own shapes on land and sea alike, over streets and rail. */
export function paintOwn(sheet: Sheet, sets: readonly OwnSet[]): void {
  for (const set of sets) {
    if (set.kind === 'points') paintDots(sheet, set)
    else {
      if (set.kind === 'polygons') fillPolygons(sheet, set)
      sheet.context.lineWidth = set.widthPixels
      strokeSet(sheet, set.shapes, set.stroke, set.widthPixels)
    }
  }
}

/** One by one, since own polygons may overlap, and two in one path would cancel out. */
function fillPolygons({ context, view, zoom }: Sheet, { shapes, fill, stroke }: OwnSet): void {
  const rings = generaliseForZoom(shapes, zoom)
  context.fillStyle = fill
  const specks: number[] = []
  for (const feature of searchFeatures(shapes, view.unitBox)) {
    if (rings.featureStarts[feature] === rings.featureStarts[feature + 1]) {
      specks.push(feature)
      continue
    }
    context.beginPath()
    tracePolygons(context, rings, [feature], view)
    context.fill('evenodd')
  }
  context.fillStyle = stroke
  for (const feature of specks) {
    const ring = shapes.featureStarts[feature] as number
    const x = ((shapes.ringBoxes[ring * 4] as number) - view.originX) * view.scale
    const y = ((shapes.ringBoxes[ring * 4 + 1] as number) - view.originY) * view.scale
    context.fillRect(x, y, SPECK_PIXELS, SPECK_PIXELS)
  }
}

function paintDots({ context, view, palette }: Sheet, { shapes, fill, widthPixels }: OwnSet): void {
  context.fillStyle = fill
  context.strokeStyle = palette.halo
  context.lineWidth = 1
  context.beginPath()
  for (const point of searchFeatures(shapes, view.unitBox)) {
    const x = ((shapes.positions[point * 2] as number) - view.originX) * view.scale
    const y = ((shapes.positions[point * 2 + 1] as number) - view.originY) * view.scale
    context.moveTo(x + widthPixels / 2, y)
    context.arc(x, y, widthPixels / 2, 0, 2 * Math.PI)
  }
  context.fill()
  context.stroke()
}
