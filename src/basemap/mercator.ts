/**
 * Web Mercator (EPSG:3857) scaled to the unit square: x runs east from the antimeridian, y runs
 * south from 85.0511° N. A tile of level z is a square of side 2^-z in it.
 */
const DEGREES = Math.PI / 180
/** Ground metres of one pixel at the equator at zoom 0 with 256 px tiles: 2π · 6378137 / 256. */
const EQUATOR_METRES_PER_PIXEL = 156543.03392804097

export interface TileAddress {
  readonly x: number
  readonly y: number
  readonly level: number
}

/** Longitude, latitude in degrees, interleaved, to the unit square, in place. */
export function degreesToUnitSquare(positions: Float64Array): Float64Array {
  for (let index = 0; index < positions.length; index += 2) {
    const sine = Math.sin((positions[index + 1] as number) * DEGREES)
    positions[index] = (positions[index] as number) / 360 + 0.5
    positions[index + 1] = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
  }
  return positions
}

/** Bounds of a tile: west, south, east, north in degrees. */
export function tileBoundsDegrees({ x, y, level }: TileAddress): [number, number, number, number] {
  const tiles = 2 ** level
  return [(x / tiles) * 360 - 180, latitudeAt((y + 1) / tiles), ((x + 1) / tiles) * 360 - 180, latitudeAt(y / tiles)]
}

/** The tile of a level that contains a position. */
export function tileAt(longitudeDegrees: number, latitudeDegrees: number, level: number): TileAddress {
  const [x, y] = degreesToUnitSquare(Float64Array.of(longitudeDegrees, latitudeDegrees)) as unknown as [number, number]
  const tiles = 2 ** level
  return { x: Math.floor(x * tiles), y: Math.floor(y * tiles), level }
}

/**
 * Zoom as map styles count it: that of 256 px tiles. A 512 px tile of level 14 shows what four
 * 256 px tiles of level 15 show, hence zoom 15.
 */
export function styleZoom(level: number, sizePixels: number): number {
  return level + Math.log2(sizePixels / 256)
}

/** Ground metres of one pixel at a zoom and latitude. */
export function metresPerPixel(zoom: number, latitudeDegrees: number): number {
  return (EQUATOR_METRES_PER_PIXEL * Math.cos(latitudeDegrees * DEGREES)) / 2 ** zoom
}

/** Pixels of the whole unit square at a zoom. */
export function worldPixels(zoom: number): number {
  return 256 * 2 ** zoom
}

function latitudeAt(y: number): number {
  return Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) / DEGREES
}
