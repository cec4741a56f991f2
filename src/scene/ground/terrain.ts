import {
  Cartesian2,
  Cartographic,
  CustomHeightmapTerrainProvider,
  Math as CesiumMath,
  WebMercatorProjection,
  WebMercatorTilingScheme,
} from '@cesium/engine'
import type { City } from '../../cities/city.ts'
import type { Ground } from '../../geo/ground.ts'

const EQUATOR_METRES = 2 * Math.PI * 6_378_137
/** Points along a tile's edge: flat ground only has to follow the Earth's curve, and hills are fine enough by the finest tiles. */
const POINTS_PER_EDGE = 17

/**
 * The ground starts at this level of the Web Mercator tiles, not with the whole Earth: what lies
 * farther than its two by two tiles (150 km or more each way) is behind the haze, and every level
 * left out is a round of loading less.
 */
const ROOT_LEVEL = 6

/** Two by two tiles of the root level with the city in the middle half. */
function createRegionalScheme(city: City): WebMercatorTilingScheme {
  const { longitudeDegrees, latitudeDegrees } = city.anchor
  const { x, y } = new WebMercatorProjection().project(Cartographic.fromDegrees(longitudeDegrees, latitudeDegrees))
  const tileMetres = EQUATOR_METRES / 2 ** ROOT_LEVEL
  const west = (Math.round(x / tileMetres) - 1) * tileMetres
  const south = (Math.round(y / tileMetres) - 1) * tileMetres
  return new WebMercatorTilingScheme({
    numberOfLevelZeroTilesX: 2,
    numberOfLevelZeroTilesY: 2,
    rectangleSouthwestInMeters: new Cartesian2(west, south),
    rectangleNortheastInMeters: new Cartesian2(west + 2 * tileMetres, south + 2 * tileMetres),
  })
}

/**
 * The city's ground as the engine draws it, so that buildings stand on it.
 *
 * The tiles are those of the base map, and the stated error makes one ground tile as fine as one
 * 512 px map tile: a ground tile then draws exactly one map tile.
 */
export function createTerrain(city: City, ground: Ground): CustomHeightmapTerrainProvider {
  const tilingScheme = createRegionalScheme(city)
  const provider = new CustomHeightmapTerrainProvider({
    width: POINTS_PER_EDGE,
    height: POINTS_PER_EDGE,
    tilingScheme,
    callback: (x, y, level) => {
      const { west, south, east, north } = tilingScheme.tileXYToRectangle(x, y, level)
      const heights = new Float32Array(POINTS_PER_EDGE * POINTS_PER_EDGE)
      const last = POINTS_PER_EDGE - 1
      for (let row = 0; row < POINTS_PER_EDGE; row++) {
        const latitude = CesiumMath.toDegrees(north + ((south - north) * row) / last)
        for (let column = 0; column < POINTS_PER_EDGE; column++) {
          const longitude = CesiumMath.toDegrees(west + ((east - west) * column) / last)
          heights[row * POINTS_PER_EDGE + column] = ground.ellipsoidalHeightMetres(longitude, latitude)
        }
      }
      return heights
    },
  })
  // Half of the equator's texel: at these latitudes a Web Mercator tile covers half the ground.
  const latitudeShare = Math.cos(CesiumMath.toRadians(city.anchor.latitudeDegrees))
  provider.getLevelMaximumGeometricError = (level) => (EQUATOR_METRES * latitudeShare) / (512 * 2 ** (ROOT_LEVEL + level))
  return provider
}
