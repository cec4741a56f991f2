import { converterBetween, type EpsgCode } from '../../geo/crs.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { forEachRing, packRing, ringArea } from '../../geo/rings.ts'
import type { LonLat, Polygon } from '../types.ts'

/** Interleaved positions in a projected CRS. */
export function projectPositions(positions: readonly LonLat[], epsg: EpsgCode): Float64Array {
  return converterBetween(4326, epsg).batch(packRing(positions))
}

const projected = new Map<EpsgCode, WeakMap<Polygon, PackedGeometry>>()

/** An area in a projected CRS as one feature with closed rings. Kept for as long as the area itself. */
export function projectArea(area: Polygon, epsg: EpsgCode): PackedGeometry {
  let known = projected.get(epsg)
  if (known === undefined) projected.set(epsg, (known = new WeakMap()))
  const found = known.get(area)
  if (found !== undefined) return found
  const starts = [0]
  for (const ring of area) starts.push((starts.at(-1) as number) + ring.length + 1)
  const geometry: PackedGeometry = {
    type: 'polygons',
    positions: projectPositions(
      area.flatMap((ring) => [...ring, ring[0] as LonLat]),
      epsg,
    ),
    ringStarts: Uint32Array.from(starts),
    featureStarts: Uint32Array.of(0, area.length),
  }
  known.set(area, geometry)
  return geometry
}

/** Area of the outer ring less those of its holes. */
export function areaOfProjected(geometry: PackedGeometry): number {
  let area = 0
  forEachRing(geometry, 0, (from, to, ring) => {
    const size = Math.abs(ringArea(geometry.positions, from, to))
    area += ring === 0 ? size : -size
  })
  return area
}
