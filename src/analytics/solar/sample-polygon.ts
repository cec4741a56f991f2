import { boxOfFeature } from '../../geo/boxes.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { forEachRing, forEachSegment } from '../../geo/rings.ts'

/**
 * Points spread evenly over a polygon (even-odd), each with the area that it stands for: rows as far apart as the spacing or
 * less, and along each row at least one point in every stretch that lies inside. A polygon with an area has a point,
 * however small it is.
 */
export function samplePolygon(
  geometry: PackedGeometry,
  feature: number,
  spacingMetres: number,
  visit: (x: number, y: number, areaSquareMetres: number) => void,
): void {
  const box = boxOfFeature(geometry, feature)
  if (box === null) return
  const [, south, , north] = box
  const rows = Math.max(1, Math.round((north - south) / spacingMetres))
  const rowMetres = (north - south) / rows
  for (let row = 0; row < rows; row++) {
    const y = south + (row + 0.5) * rowMetres
    const crossings = listCrossings(geometry, feature, y)
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const from = crossings[index] as number
      const length = (crossings[index + 1] as number) - from
      if (!(length > 0)) continue
      const points = Math.max(1, Math.round(length / spacingMetres))
      for (let point = 0; point < points; point++) {
        visit(from + ((point + 0.5) * length) / points, y, (length / points) * rowMetres)
      }
    }
  }
}

/** Where a line to the east crosses the borders of a feature, from west to east. */
function listCrossings({ positions, ...starts }: PackedGeometry, feature: number, y: number): number[] {
  const crossings: number[] = []
  forEachRing(starts, feature, (from, to) =>
    forEachSegment(
      positions,
      (x1, y1, x2, y2) => {
        if (y1 > y !== y2 > y) crossings.push(x1 + ((x2 - x1) * (y - y1)) / (y2 - y1))
      },
      from,
      to,
    ),
  )
  return crossings.sort((a, b) => a - b)
}
