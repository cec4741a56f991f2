import type { CityId } from '../cities/index.ts'
import type { Lines, Points, Polygons } from '../layers/types.ts'

/** One 256 or 512 px tile of the base map in the Web Mercator tiling scheme. */
export interface MapTileRequest {
  readonly cityId: CityId
  readonly x: number
  readonly y: number
  readonly level: number
  readonly sizePixels: number
  readonly theme: 'light' | 'dark'
  /** True for a bitmap that goes to WebGL, which takes bitmaps bottom row first and cannot flip them. */
  readonly flipY?: boolean
}

/** A tile as it was painted. */
export interface PaintedTile {
  readonly bitmap: ImageBitmap
  /** Own shapes, or pieces of them, that were left out since there were too many. */
  readonly ownLeftOut: number
  /** Files of the map that could not be read, and whose content the tile therefore lacks. */
  readonly missing: readonly string[]
}

/** What the map worker answers. The main thread never draws a map tile itself. */
export interface MapPainter {
  paintTile(request: MapTileRequest): Promise<PaintedTile>
  /** Reads the files again that could not be read. */
  readMissingAgain(cityId: CityId): Promise<void>
  /** Area fills (districts, grid cells) painted between land and streets; empty for none. */
  setAreas(cityId: CityId, areas: readonly Polygons[]): Promise<void>
  /** The reader's own shapes, painted over the streets; of one colour each, and empty for none. */
  setOwn(cityId: CityId, shapes: readonly (Polygons | Lines | Points)[]): Promise<void>
}
