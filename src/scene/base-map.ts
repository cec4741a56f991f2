import { ImageryLayer, type Scene } from '@cesium/engine'
import type { City } from '../cities/city.ts'
import type { CityId } from '../cities/index.ts'
import type { MapPainter } from '../basemap/types.ts'
import type { Polygons } from '../layers/types.ts'
import { createPaintedImagery, type PaintCounter } from './painted-imagery.ts'
import type { Theme } from './scene-theme.ts'

/** An older picture of the map stays below the new one no longer than this. */
const KEEP_OLD_PICTURE_MILLISECONDS = 4000

export interface BaseMap {
  readonly setTheme: (theme: Theme) => void
  readonly setAreas: (areas: readonly Polygons[]) => void
  /** Tiles that are being painted. */
  readonly pendingTiles: () => number
  readonly setShown: (isShown: boolean) => void
  readonly dispose: () => void
}

/** Keeps one painted layer on the globe; a new picture covers the old one before that goes. */
export function createBaseMap(
  scene: Scene, city: City, painter: MapPainter, initialTheme: Theme,
  onChange: () => void, onFailure: (message: string) => void,
): BaseMap {
  const layers = scene.imageryLayers
  let theme = initialTheme
  let isShown = true
  let isDisposed = false
  let current: ImageryLayer | null = null
  let shownAreas: readonly Polygons[] = []
  const timers = new Set<ReturnType<typeof setTimeout>>()
  const counter: PaintCounter = { pending: 0, onChange: () => { scene.requestRender(); onChange() } }

  const remove = (layer: ImageryLayer): void => {
    if (!isDisposed && layers.contains(layer)) layers.remove(layer, true)
    scene.requestRender()
  }

  const reload = (): void => {
    if (isDisposed) return
    const old = current
    const provider = createPaintedImagery(city, painter, theme, counter)
    provider.errorEvent.addEventListener((error: { message: string; timesRetried: number }) => {
      if (error.timesRetried === 0) onFailure(error.message)
    })
    current = new ImageryLayer(provider, { show: isShown })
    layers.add(current, old === null ? 0 : layers.indexOf(old) + 1)
    scene.requestRender()
    if (old === null) return
    const timer = setTimeout(() => { timers.delete(timer); remove(old) }, KEEP_OLD_PICTURE_MILLISECONDS)
    timers.add(timer)
  }
  reload()

  return {
    setTheme: (next) => {
      if (next === theme) return
      theme = next
      reload()
    },
    setAreas: (areas) => {
      const isSame = areas.length === shownAreas.length && areas.every((area, index) => area === shownAreas[index])
      if (isSame) return
      shownAreas = areas
      painter.setAreas(city.id as CityId, areas).then(
        () => { if (shownAreas === areas) reload() },
        (error: unknown) => onFailure(error instanceof Error ? error.message : String(error)),
      )
    },
    pendingTiles: () => counter.pending,
    setShown: (next) => {
      isShown = next
      if (current !== null) current.show = next
      scene.requestRender()
    },
    dispose: () => {
      isDisposed = true
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
