import Flatbush from 'flatbush'
import { markBorderCells, type BorderCells } from './border-cells.ts'
import { boxOfFeature } from './boxes.ts'
import type { PackedGeometry } from './packed-geometry.ts'
import { isInside } from './rings.ts'

/** Finds the polygon feature under a point; -1 where there is none. */
export type FindFeature = (x: number, y: number) => number

/** A box that no query meets, for a feature without points. */
const NO_BOX = [1e300, 1e300, 1e300, 1e300] as const
/** A cell through which a border runs: its points are looked at one by one. */
const CROSSED = -2

/**
 * An index over polygons (even-odd, in one plane). On a shared border the polygon whose west or
 * south edge it is holds the point, so that neighbours never both do. Where polygons overlap, the
 * one that stands first in the data wins.
 */
export function indexPolygons(geometry: PackedGeometry): FindFeature {
  const count = geometry.featureStarts.length - 1
  if (count <= 0) return () => -1
  const bush = new Flatbush(count)
  for (let feature = 0; feature < count; feature++) {
    bush.add(...(boxOfFeature(geometry, feature) ?? NO_BOX))
  }
  bush.finish()
  const cast: FindFeature = (x, y) => {
    let found = -1
    for (const feature of bush.search(x, y, x, y)) {
      if ((found === -1 || feature < found) && isInside(geometry, feature, x, y)) found = feature
    }
    return found
  }
  const cells = markBorderCells(geometry)
  if (cells === null) return cast
  const { west, south, side, columns, rows } = cells
  const labels = labelCells(cells, cast)
  return (x, y) => {
    const column = Math.floor((x - west) / side)
    const row = Math.floor((y - south) / side)
    if (!(column >= 0 && column < columns && row >= 0 && row < rows)) return -1
    const label = labels[row * columns + column] as number
    return label === CROSSED ? cast(x, y) : label
  }
}

/** The polygon that holds each cell as a whole, -1 for none. Of cells in a row without a border between them one is looked at. */
function labelCells({ west, south, side, columns, rows, crossed }: BorderCells, cast: FindFeature): Int32Array {
  const labels = new Int32Array(columns * rows)
  for (let cell = 0; cell < labels.length; cell++) {
    const column = cell % columns
    if (crossed[cell] === 1) labels[cell] = CROSSED
    else if (column > 0 && crossed[cell - 1] === 0) labels[cell] = labels[cell - 1] as number
    else labels[cell] = cast(west + (column + 0.5) * side, south + ((cell - column) / columns + 0.5) * side)
  }
  return labels
}
