import type { CityId } from '../../cities/index.ts'
import { boxHolds, widenBox } from '../../geo/boxes.ts'
import { forEachPoint, forEachSegment, isInside, ringRange, squaredDistanceToSegment } from '../../geo/rings.ts'
import { metresPerDegree } from '../../geo/local-metres.ts'
import type { OwnCityPart, OwnLayer } from './own-layer.ts'

export interface OwnHit {
  readonly layerId: string
  /** Row of the layer's attributes. */
  readonly row: number
}

/**
 * The own feature at a place of a city, the topmost first: points and lines within reach before polygons
 * that hold the place. Looks at every vertex, which for a million takes some milliseconds a click.
 */
export function findOwnFeature(
  layers: readonly OwnLayer[],
  cityId: CityId,
  [longitude, latitude]: readonly [number, number],
  reachMetres: number,
): OwnHit | null {
  const metres = metresPerDegree(latitude)
  for (const layer of layers.toReversed()) {
    const part = layer.cities[cityId]
    const box = part.boxDegrees
    const [marginX, marginY] = [reachMetres / metres.east, reachMetres / metres.north]
    if (!layer.isShown || box === null) continue
    if (!boxHolds(widenBox(box, marginX, marginY), longitude, latitude)) continue
    const row =
      nearestPoint(part, longitude, latitude, metres, reachMetres) ??
      nearestLine(part, longitude, latitude, metres, reachMetres) ??
      holdingPolygon(part, longitude, latitude)
    if (row !== null) return { layerId: layer.id, row }
  }
  return null
}

type Metres = ReturnType<typeof metresPerDegree>

function nearestPoint({ points, rows }: OwnCityPart, x: number, y: number, { east, north }: Metres, reach: number): number | null {
  let [best, squared] = [-1, reach * reach]
  forEachPoint(points?.positionsDegrees ?? [], (pointX, pointY, point) => {
    const distance = ((pointX - x) * east) ** 2 + ((pointY - y) * north) ** 2
    if (distance < squared) [best, squared] = [point, distance]
  })
  return best < 0 ? null : (rows.points[best] as number)
}

function nearestLine({ lines, rows }: OwnCityPart, x: number, y: number, { east, north }: Metres, reach: number): number | null {
  if (lines === null) return null
  let [best, squared] = [-1, reach * reach]
  lines.partFeatures.forEach((feature, part) =>
    forEachSegment(
      lines.positionsDegrees,
      (x1, y1, x2, y2) => {
        const distance = squaredDistanceToSegment(0, 0, (x1 - x) * east, (y1 - y) * north, (x2 - x) * east, (y2 - y) * north)
        if (distance < squared) [best, squared] = [feature, distance]
      },
      ...ringRange({ ringStarts: lines.partStarts }, part),
    ),
  )
  return best < 0 ? null : (rows.lines[best] as number)
}

function holdingPolygon({ polygons, rows }: OwnCityPart, x: number, y: number): number | null {
  if (polygons === null) return null
  const { positionsDegrees: positions, ringStarts, featureStarts } = polygons
  const geometry = { type: 'polygons', positions, ringStarts, featureStarts } as const
  // The last one drawn lies on top.
  for (let feature = rows.polygons.length - 1; feature >= 0; feature--) {
    if (isInside(geometry, feature, x, y)) return rows.polygons[feature] as number
  }
  return null
}
