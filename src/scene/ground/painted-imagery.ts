import { Cartesian3, Cartographic, Event, Rectangle, WebMercatorTilingScheme, type ImageryProvider, type Scene } from '@cesium/engine'
import type { City } from '../../cities/city.ts'
import type { CityId } from '../../cities/index.ts'
import type { MapPainter, MapTileRequest } from '../../basemap/types.ts'
import { createPaintQueue } from './paint-queue.ts'
import type { Theme } from '../look/scene-theme.ts'

const TILE_PIXELS = 512
const FINEST_LEVEL = 18
/** A city is two or three tiles wide here. */
const COARSEST_LEVEL = 10

/** How many tiles are being painted, for the progress. */
export interface PaintCounter {
  pending: number
  readonly onChange: () => void
  /** A tile was painted, and so many own shapes were left out of it. */
  readonly onOwnLeftOut: (count: number) => void
  /** A tile was painted without what these files hold. */
  readonly onMissing: (files: readonly string[]) => void
}

/**
 * The base map as the engine's imagery: every tile is asked of the painter, in a worker.
 * A tile that cannot be painted is reported once and stays the ground's own colour.
 */
export function createPaintedImagery(
  scene: Scene,
  city: City<CityId>,
  painter: MapPainter,
  theme: Theme,
  counter: PaintCounter,
): ImageryProvider {
  const tilingScheme = new WebMercatorTilingScheme()
  // The near ground before the far: to the middle of the tile, in square metres since only the order counts.
  const urgencyOf = ({ x, y, level }: MapTileRequest): number =>
    Cartesian3.distanceSquared(
      scene.camera.positionWC,
      Cartographic.toCartesian(Rectangle.center(tilingScheme.tileXYToRectangle(x, y, level))),
    )
  // Said once: what was put away would else come back with the next tile.
  const toldMissing = new Set<string>()
  const paint = createPaintQueue((request: MapTileRequest) => painter.paintTile(request), urgencyOf)
  const provider = {
    tilingScheme,
    rectangle: Rectangle.fromDegrees(...city.extentDegrees),
    tileWidth: TILE_PIXELS,
    tileHeight: TILE_PIXELS,
    minimumLevel: COARSEST_LEVEL,
    maximumLevel: FINEST_LEVEL,
    hasAlphaChannel: false,
    errorEvent: new Event(),
    credit: undefined,
    proxy: undefined,
    tileDiscardPolicy: undefined,
    getTileCredits: () => undefined,
    pickFeatures: () => undefined,
    requestImage: async (x: number, y: number, level: number): Promise<ImageBitmap> => {
      counter.pending += 1
      counter.onChange()
      try {
        const { bitmap, ownLeftOut, missing } = await paint({ cityId: city.id, x, y, level, sizePixels: TILE_PIXELS, theme, flipY: true })
        if (ownLeftOut > 0) counter.onOwnLeftOut(ownLeftOut)
        const news = missing.filter((file) => !toldMissing.has(file))
        for (const file of news) toldMissing.add(file)
        if (news.length > 0) counter.onMissing(news)
        return bitmap
      } finally {
        counter.pending -= 1
        counter.onChange()
      }
    },
  }
  return provider as unknown as ImageryProvider
}
