import {
  Cesium3DTileset,
  Credit,
  GeographicTilingScheme,
  ImageryLayer,
  Rectangle,
  WebMapServiceImageryProvider,
  WebMercatorTilingScheme,
  type Scene,
} from '@cesium/engine'
import type { City } from '../../cities/city.ts'
import type { Streamed } from '../../layers/own/service-request.ts'

/** Pictures of one map that may fail before it is given up: a service may lack some corner. */
const MOST_FAILURES = 5

/**
 * Adds what the engine draws of a service; the returned function takes it away again. `onFailure` is
 * informed once when it fails later.
 */
export async function addStreamed(
  scene: Scene,
  city: City,
  streamed: Streamed,
  credit: string,
  onFailure: (message: string) => void,
): Promise<() => void> {
  return streamed.kind === '3dtiles' ? addTiles(scene, streamed.url, onFailure) : addMap(scene, city, streamed, credit, onFailure)
}

async function addTiles(scene: Scene, url: string, onFailure: (message: string) => void): Promise<() => void> {
  const tileset = await Cesium3DTileset.fromUrl(url, { maximumScreenSpaceError: 16, enableCollision: false })
  let hasFailed = false
  tileset.tileFailed.addEventListener(({ message }: { message: string }) => {
    if (hasFailed) return
    hasFailed = true
    onFailure(message)
  })
  scene.primitives.add(tileset)
  scene.requestRender()
  return () => {
    if (scene.isDestroyed()) return
    scene.primitives.remove(tileset)
    scene.requestRender()
  }
}

function addMap(
  scene: Scene,
  city: City,
  { url, layer, version, crs, format }: Extract<Streamed, { kind: 'wms' }>,
  credit: string,
  onFailure: (message: string) => void,
): () => void {
  const isMercator = crs === 'EPSG:3857'
  const provider = new WebMapServiceImageryProvider({
    url,
    layers: layer,
    crs,
    srs: crs,
    maximumLevel: 19,
    // As text: a credit is a stranger's words, and the engine would take them as HTML.
    credit: new Credit(escapeHtml(credit)),
    rectangle: Rectangle.fromDegrees(...city.extentDegrees),
    tilingScheme: isMercator ? new WebMercatorTilingScheme() : new GeographicTilingScheme(),
    parameters: { version, format, transparent: format === 'image/jpeg' ? 'false' : 'true' },
    enablePickFeatures: false,
  })
  let failures = 0
  provider.errorEvent.addEventListener(({ message }: { message: string }) => {
    failures++
    if (failures === MOST_FAILURES) onFailure(message)
  })
  const imagery = new ImageryLayer(provider)
  scene.imageryLayers.add(imagery)
  scene.requestRender()
  return () => {
    if (scene.isDestroyed()) return
    if (scene.imageryLayers.contains(imagery)) scene.imageryLayers.remove(imagery, true)
    scene.requestRender()
  }
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
