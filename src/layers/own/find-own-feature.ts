import type { CityId } from '../../cities/index.ts'
import { isInside } from '../../geo/locate-points.ts'
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
  layers: readonly OwnLayer[], cityId: CityId, [longitude, latitude]: readonly [number, number], reachMetres: number,
): OwnHit | null {
  const metres = metresPerDegree(latitude)
  for (const layer of layers.toReversed()) {
    const part = layer.cities[cityId]
    const box = part.boxDegrees
    const [marginX, marginY] = [reachMetres / metres.east, reachMetres / metres.north]
    if (!layer.isShown || box === null) continue
    if (longitude < box[0] - marginX || longitude > box[2] + marginX || latitude < box[1] - marginY || latitude > box[3] + marginY) continue
    const row = nearestPoint(part, longitude, latitude, metres, reachMetres) ??
      nearestLine(part, longitude, latitude, metres, reachMetres) ?? holdingPolygon(part, longitude, latitude)
    if (row !== null) return { layerId: layer.id, row }
  }
  return null
}

type Metres = ReturnType<typeof metresPerDegree>

function nearestPoint({ points, rows }: OwnCityPart, x: number, y: number, { east, north }: Metres, reach: number): number | null {
  let [best, squared] = [-1, reach * reach]
  const positions = points?.positionsDegrees ?? new Float64Array()
  for (let index = 0; index < positions.length; index += 2) {
    const distance = (((positions[index] as number) - x) * east) ** 2 + (((positions[index + 1] as number) - y) * north) ** 2
    if (distance < squared) [best, squared] = [index / 2, distance]
  }
  return best < 0 ? null : rows.points[best] as number
}

function nearestLine({ lines, rows }: OwnCityPart, x: number, y: number, { east, north }: Metres, reach: number): number | null {
  if (lines === null) return null
  const { positionsDegrees: positions, partStarts, partFeatures } = lines
  let [best, squared] = [-1, reach * reach]
  for (let part = 0; part < partFeatures.length; part++) {
    for (let point = (partStarts[part] as number) + 1; point < (partStarts[part + 1] as number); point++) {
      const at = point * 2
      const distance = squaredDistance(
        ((positions[at - 2] as number) - x) * east, ((positions[at - 1] as number) - y) * north,
        ((positions[at] as number) - x) * east, ((positions[at + 1] as number) - y) * north)
      if (distance < squared) [best, squared] = [partFeatures[part] as number, distance]
    }
  }
  return best < 0 ? null : rows.lines[best] as number
}

/** Of the origin from the segment a-b. */
function squaredDistance(ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length))
  return (ax + along * dx) ** 2 + (ay + along * dy) ** 2
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
