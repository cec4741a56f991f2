import {
  Cesium3DTileset,
  Credit,
  I3SDataProvider,
  ImageryLayer,
  Rectangle,
  UrlTemplateImageryProvider,
  WebMapServiceImageryProvider,
  WebMercatorTilingScheme,
  type Scene,
} from '@cesium/engine'
import type { City } from '../../cities/city.ts'
import { findOnlineSource } from './find-online-source.ts'

/**
 * Adds a city's official 3D model. Rejects when it cannot be reached, and calls `onFailure` once when a
 * part of it fails later; the returned function takes it away again. Only called once the user has
 * switched it on.
 */
export async function addOnlineModel(scene: Scene, city: City, onFailure: (message: string) => void): Promise<() => void> {
  const source = findOnlineSource(city.id, 'model')
  if (source === null) throw new Error('No official 3D model is known')
  const model =
    source.kind === 'i3s'
      ? await I3SDataProvider.fromUrl(source.url, {})
      : await Cesium3DTileset.fromUrl(source.url, { maximumScreenSpaceError: 16, enableCollision: false })
  if (model instanceof Cesium3DTileset) {
    let hasFailed = false
    model.tileFailed.addEventListener(({ message }: { message: string }) => {
      if (hasFailed) return
      hasFailed = true
      onFailure(message)
    })
  }
  scene.primitives.add(model)
  scene.requestRender()
  return () => {
    if (scene.isDestroyed()) return
    scene.primitives.remove(model)
    scene.requestRender()
  }
}

/** Lays an online map over the painted one. */
export function addOnlineBaseMap(scene: Scene, city: City, onFailure: (message: string) => void): () => void {
  const source = findOnlineSource(city.id, 'base-map')
  if (source === null) {
    onFailure('No online map is known')
    return () => {}
  }
  const shared = { url: source.url, credit: new Credit(source.credit), rectangle: Rectangle.fromDegrees(...city.extentDegrees) }
  const provider =
    source.kind === 'wms'
      ? new WebMapServiceImageryProvider({
          ...shared,
          layers: source.layers ?? '',
          tilingScheme: new WebMercatorTilingScheme(),
          maximumLevel: 19,
          parameters: { format: 'image/jpeg', transparent: 'false' },
        })
      : new UrlTemplateImageryProvider({ ...shared, tilingScheme: new WebMercatorTilingScheme(), maximumLevel: 18 })
  let hasFailed = false
  provider.errorEvent.addEventListener(({ message }: { message: string }) => {
    if (hasFailed) return
    hasFailed = true
    onFailure(message)
  })
  const layer = new ImageryLayer(provider)
  scene.imageryLayers.add(layer)
  scene.requestRender()
  return () => {
    if (scene.isDestroyed()) return
    if (scene.imageryLayers.contains(layer)) scene.imageryLayers.remove(layer, true)
    scene.requestRender()
  }
}
