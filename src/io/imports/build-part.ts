import { boxOfPoints, EMPTY_BOX, joinBoxes } from '../../geo/boxes.ts'
import type { OwnCityPart } from '../../layers/own/own-layer.ts'
import type { Lines, Points, Polygons } from '../../layers/types.ts'
import { growingFloats, growingIndices } from './growing-array.ts'
import type { ShapeKind, ShapeStore } from './shape-stores.ts'

/** Shapes of one kind in degrees, and near which cities each lies, as bits. */
export interface Placement {
  readonly store: ShapeStore
  readonly degrees: Float64Array
  readonly verdicts: Uint32Array
}

type Rgb = readonly [number, number, number]

/** Fills let the streets show through; outlines, lines and points do not. */
const FILL_ALPHA = 105
const LINE_WIDTH_PIXELS = 2.5
const POINT_DIAMETER_PIXELS = 9

/** What of all placements lies near the city whose bit this is. */
export function buildPart(placements: Readonly<Record<ShapeKind, Placement>>, cityBit: number, rowCount: number, rgb: Rgb): OwnCityPart {
  const [polygons, lines, points] = [
    selectShapes(placements.polygons, cityBit),
    selectShapes(placements.lines, cityBit),
    selectShapes(placements.points, cityBit),
  ]
  const box = [polygons, lines, points]
    .map((shapes) => boxOfPoints(shapes.positionsDegrees) ?? EMPTY_BOX)
    .reduce((all, each) => joinBoxes(all, each))
  const seen = new Uint8Array(rowCount)
  for (const { rows } of [polygons, lines, points]) for (const row of rows) seen[row] = 1
  return {
    polygons: polygons.rows.length === 0 ? null : drawPolygons(polygons, rgb),
    lines: lines.rows.length === 0 ? null : drawLines(lines, rgb),
    points: points.rows.length === 0 ? null : drawPoints(points, rgb),
    rows: { polygons: polygons.rows, lines: lines.rows, points: points.rows },
    featureCount: seen.reduce((sum, each) => sum + each, 0),
    boxDegrees: box[0] <= box[2] ? box : null,
  }
}

interface SelectedShapes {
  readonly positionsDegrees: Float64Array
  readonly ringStarts: Uint32Array
  readonly featureStarts: Uint32Array
  readonly rows: Uint32Array
}

/** Copies the shapes of a city. */
function selectShapes({ store, degrees, verdicts }: Placement, cityBit: number): SelectedShapes {
  const positions = growingFloats()
  const [ringStarts, featureStarts, rows] = [growingIndices(), growingIndices(), growingIndices()]
  ringStarts.push(0)
  featureStarts.push(0)
  for (let shape = 0; shape < verdicts.length; shape++) {
    if (((verdicts[shape] as number) & cityBit) === 0) continue
    const [firstRing, endRing] = [store.featureStarts.at(shape), store.featureStarts.at(shape + 1)]
    const [from, to] = [store.ringStarts.at(firstRing), store.ringStarts.at(endRing)]
    const shift = positions.length / 2 - from
    positions.append(degrees.subarray(from * 2, to * 2))
    for (let ring = firstRing + 1; ring <= endRing; ring++) ringStarts.push(store.ringStarts.at(ring) + shift)
    featureStarts.push(ringStarts.length - 1)
    rows.push(store.rows.at(shape))
  }
  const positionsDegrees = positions.view().slice()
  return {
    positionsDegrees,
    ringStarts: ringStarts.view().slice(),
    featureStarts: featureStarts.view().slice(),
    rows: rows.view().slice(),
  }
}

function drawPolygons({ positionsDegrees, ringStarts, featureStarts, rows }: SelectedShapes, rgb: Rgb): Polygons {
  return {
    kind: 'polygons',
    ids: [],
    positionsDegrees,
    ringStarts,
    featureStarts,
    fillRgba: repeatColour(rgb, FILL_ALPHA, rows.length),
    noData: new Uint8Array(rows.length),
    strokeRgba: [...rgb, 255],
  }
}

function drawLines({ positionsDegrees, ringStarts, featureStarts, rows }: SelectedShapes, rgb: Rgb): Lines {
  const partFeatures = new Uint32Array(ringStarts.length - 1)
  for (let feature = 0; feature < rows.length; feature++) {
    partFeatures.fill(feature, featureStarts[feature], featureStarts[feature + 1])
  }
  return {
    kind: 'lines',
    selects: null,
    ids: [],
    positionsDegrees,
    partStarts: ringStarts,
    partFeatures,
    rgba: repeatColour(rgb, 255, rows.length),
    widthPixels: new Float32Array(rows.length).fill(LINE_WIDTH_PIXELS),
  }
}

function drawPoints({ positionsDegrees, rows }: SelectedShapes, rgb: Rgb): Points {
  return {
    kind: 'points',
    selects: null,
    ids: [],
    positionsDegrees,
    rgba: repeatColour(rgb, 255, rows.length),
    diameterPixels: new Float32Array(rows.length).fill(POINT_DIAMETER_PIXELS),
  }
}

function repeatColour([red, green, blue]: Rgb, alpha: number, count: number): Uint8Array {
  const rgba = new Uint8Array(count * 4)
  for (let index = 0; index < rgba.length; index += 4) rgba.set([red, green, blue, alpha], index)
  return rgba
}
