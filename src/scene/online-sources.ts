import {
  Cesium3DTileset, Credit, I3SDataProvider, ImageryLayer, Rectangle, UrlTemplateImageryProvider, WebMapServiceImageryProvider,
  WebMercatorTilingScheme, type Scene,
} from '@cesium/engine'
import registry from '../../tilesets/registry.json' with { type: 'json' }
import type { City } from '../cities/city.ts'

interface OnlineSource {
  readonly id: string
  readonly kind: string
  readonly url: string
  readonly layers?: string
  readonly credit: string
}

const MODEL_KINDS = ['3dtiles', 'i3s']
const BASE_MAP_KINDS = ['wms', 'tms']

/** The first source of a kind that the registry knows for a city, or null. */
export function findOnlineSource(cityId: string, purpose: 'model' | 'base-map'): OnlineSource | null {
  const kinds = purpose === 'model' ? MODEL_KINDS : BASE_MAP_KINDS
  const sources = (registry as Readonly<Record<string, readonly OnlineSource[]>>)[cityId] ?? []
  return sources.find((source) => kinds.includes(source.kind)) ?? null
}

/**
 * Adds a city's official 3D model. Rejects when it cannot be reached; the returned function takes it
 * away again. Only called once the user has switched it on.
 */
export async function addOnlineModel(scene: Scene, city: City): Promise<() => void> {
  const source = findOnlineSource(city.id, 'model')
  if (source === null) throw new Error('No official 3D model is known')
  const model = source.kind === 'i3s'
    ? await I3SDataProvider.fromUrl(source.url, {})
    : await Cesium3DTileset.fromUrl(source.url, { maximumScreenSpaceError: 16, enableCollision: false })
  scene.primitives.add(model)
  scene.requestRender()
  return () => {
    if (!scene.isDestroyed()) scene.primitives.remove(model)
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
  const provider = source.kind === 'wms'
    ? new WebMapServiceImageryProvider({
        ...shared, layers: source.layers ?? '', tilingScheme: new WebMercatorTilingScheme(), maximumLevel: 19,
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
    if (!scene.isDestroyed() && scene.imageryLayers.contains(layer)) scene.imageryLayers.remove(layer, true)
    scene.requestRender()
  }
}
