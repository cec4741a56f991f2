import type { City } from '../../cities/city.ts'
import { converterBetween } from '../../geo/crs.ts'
import type { Ground } from '../../geo/ground.ts'

/** GRS80 (as ETRS89 uses it); WGS84 differs by 0.1 mm in the polar radius. */
const SEMI_MAJOR_AXIS_METRES = 6378137
const ECCENTRICITY_SQUARED = 0.006694380022903416

const RADIANS = Math.PI / 180

/**
 * A flat frame that touches the city: east, north, up in metres about its anchor at the ground.
 * Points far from the anchor sink below it as the Earth curves, exactly.
 */
export interface LocalFrame {
  /** Column-major 4×4 matrix from the frame to ECEF: the tileset's root transform. */
  readonly matrix: readonly number[]
  /**
   * Base points and up directions of the points of one building in the city's CRS, six numbers each:
   * east, north, up of the point on the ground, then the frame's components of the ellipsoid's normal
   * there. A point at height z above ground is base + z × normal. A building stands level, so all its
   * points are at one height of the ground.
   *
   * @param projected interleaved east, north in the city's CRS; overwritten.
   * @param groundMetres height of the ground above the city's zero; the lowest under the points where not told
   * @returns that height
   */
  readonly place: (projected: Float64Array, count: number, target: Float64Array, groundMetres?: number) => number
}

/** The frame about the city's anchor. */
export function createLocalFrame(city: City, ground: Ground): LocalFrame {
  const { longitudeDegrees, latitudeDegrees } = city.anchor
  const longitude = longitudeDegrees * RADIANS
  const latitude = latitudeDegrees * RADIANS
  const [sinLongitude, cosLongitude] = [Math.sin(longitude), Math.cos(longitude)]
  const [sinLatitude, cosLatitude] = [Math.sin(latitude), Math.cos(latitude)]
  const height = ground.ellipsoidalHeightMetres(longitudeDegrees, latitudeDegrees)
  const origin = new Float64Array(3)
  toEcef(sinLongitude, cosLongitude, sinLatitude, cosLatitude, height, origin)
  const [originX, originY, originZ] = origin as unknown as [number, number, number]
  const east = [-sinLongitude, cosLongitude, 0] as const
  const north = [-sinLatitude * cosLongitude, -sinLatitude * sinLongitude, cosLatitude] as const
  const up = [cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude] as const
  const converter = converterBetween(city.epsg, 4326)
  const ecef = new Float64Array(3)

  return {
    matrix: [...east, 0, ...north, 0, ...up, 0, originX, originY, originZ, 1],
    place: (projected, count, target, groundMetres) => {
      converter.batch(projected.subarray(0, count * 2), projected.subarray(0, count * 2))
      const base = groundMetres ?? lowestUnder(ground, projected, count)
      for (let index = 0; index < count; index++) {
        const lon = projected[index * 2] as number
        const lat = projected[index * 2 + 1] as number
        const [sinLon, cosLon] = [Math.sin(lon * RADIANS), Math.cos(lon * RADIANS)]
        const [sinLat, cosLat] = [Math.sin(lat * RADIANS), Math.cos(lat * RADIANS)]
        toEcef(sinLon, cosLon, sinLat, cosLat, base + ground.zeroHeightMetres(lon, lat), ecef)
        const dx = (ecef[0] as number) - originX
        const dy = (ecef[1] as number) - originY
        const dz = (ecef[2] as number) - originZ
        const [nx, ny, nz] = [cosLat * cosLon, cosLat * sinLon, sinLat]
        const at = index * 6
        target[at] = east[0] * dx + east[1] * dy
        target[at + 1] = north[0] * dx + north[1] * dy + north[2] * dz
        target[at + 2] = up[0] * dx + up[1] * dy + up[2] * dz
        target[at + 3] = east[0] * nx + east[1] * ny
        target[at + 4] = north[0] * nx + north[1] * ny + north[2] * nz
        target[at + 5] = up[0] * nx + up[1] * ny + up[2] * nz
      }
      return base
    },
  }
}

/** Height of the ground above the city's zero where it is lowest under the points, so that none stands over it. */
function lowestUnder(ground: Ground, degrees: Float64Array, count: number): number {
  if (ground.elevations === null) return 0
  let lowest = Infinity
  for (let index = 0; index < count * 2; index += 2) {
    lowest = Math.min(lowest, ground.heightMetres(degrees[index] as number, degrees[index + 1] as number))
  }
  return lowest
}

function toEcef(sinLon: number, cosLon: number, sinLat: number, cosLat: number, height: number, target: Float64Array): void {
  const normalRadius = SEMI_MAJOR_AXIS_METRES / Math.sqrt(1 - ECCENTRICITY_SQUARED * sinLat * sinLat)
  target[0] = (normalRadius + height) * cosLat * cosLon
  target[1] = (normalRadius + height) * cosLat * sinLon
  target[2] = (normalRadius * (1 - ECCENTRICITY_SQUARED) + height) * sinLat
}
