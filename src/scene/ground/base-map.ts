import { ImageryLayer, type Scene } from '@cesium/engine'
import type { City } from '../../cities/city.ts'
import type { CityId } from '../../cities/index.ts'
import type { MapPainter } from '../../basemap/types.ts'
import type { Lines, Points, Polygons } from '../../layers/types.ts'
import { createPaintedImagery, type PaintCounter } from './painted-imagery.ts'
import type { Theme } from '../look/scene-theme.ts'

/** How often it is asked whether the new picture covers the old one. */
const ASK_EVERY_MILLISECONDS = 300
/** An older picture of the map stays below the new one no longer than this. */
const KEEP_OLD_PICTURE_MILLISECONDS = 60_000

export interface BaseMap {
  readonly setTheme: (theme: Theme) => void
  readonly setAreas: (areas: readonly Polygons[]) => void
  /** Shapes of own layers. */
  readonly setOwn: (shapes: readonly (Polygons | Lines | Points)[]) => void
  /** Tiles that are being painted; not 0 while an older picture is still below the new one. */
  readonly pendingTiles: () => number
  readonly setShown: (isShown: boolean) => void
  readonly dispose: () => void
}

/** Keeps one painted layer on the globe; a new picture covers the old one before that goes. */
export function createBaseMap(
  scene: Scene,
  city: City<CityId>,
  painter: MapPainter,
  initialTheme: Theme,
  onChange: () => void,
  onFailure: (message: string) => void,
  onOwnLeftOut: (isSome: boolean) => void,
  onMissing: (files: readonly string[]) => void,
): BaseMap {
  const layers = scene.imageryLayers
  let theme = initialTheme
  let isShown = true
  let isDisposed = false
  let current: ImageryLayer | null = null
  let shownAreas: readonly Polygons[] = []
  let shownOwn: readonly (Polygons | Lines | Points)[] = []
  const timers = new Set<ReturnType<typeof setInterval>>()
  const counter: PaintCounter = {
    pending: 0,
    onChange: () => {
      if (isDisposed) return
      scene.requestRender()
      onChange()
    },
    onOwnLeftOut: () => {
      if (!isDisposed) onOwnLeftOut(true)
    },
    onMissing: (files) => {
      if (!isDisposed) onMissing(files)
    },
  }

  const remove = (layer: ImageryLayer): void => {
    if (isDisposed) return
    if (layers.contains(layer)) layers.remove(layer, true)
    scene.requestRender()
    onChange()
  }
  const removeOnceCovered = (layer: ImageryLayer): void => {
    const since = performance.now()
    // One quiet look is not enough: the new tiles are asked for in the frames after the change.
    let quietLooks = 0
    const timer = setInterval(() => {
      quietLooks = counter.pending === 0 && scene.globe.tilesLoaded ? quietLooks + 1 : 0
      if (quietLooks < 3 && performance.now() - since < KEEP_OLD_PICTURE_MILLISECONDS) return
      clearInterval(timer)
      timers.delete(timer)
      remove(layer)
    }, ASK_EVERY_MILLISECONDS)
    timers.add(timer)
  }

  const reload = (): void => {
    if (isDisposed) return
    const old = current
    const provider = createPaintedImagery(scene, city, painter, theme, counter)
    provider.errorEvent.addEventListener((error: { message: string; timesRetried: number }) => {
      if (error.timesRetried === 0) onFailure(error.message)
    })
    current = new ImageryLayer(provider, { show: isShown })
    layers.add(current, old === null ? 0 : layers.indexOf(old) + 1)
    scene.requestRender()
    if (old !== null) removeOnceCovered(old)
  }
  // A view that is built anew, after a failure or on request, asks for everything again.
  // It reaches the worker before the first tile does; a worker that fails says so itself.
  painter.readMissingAgain(city.id).catch(() => undefined)
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
      painter.setAreas(city.id, areas).then(
        () => {
          if (shownAreas === areas) reload()
        },
        (error: unknown) => onFailure(error instanceof Error ? error.message : String(error)),
      )
    },
    setOwn: (shapes) => {
      if (shapes.length === shownOwn.length && shapes.every((shape, index) => shape === shownOwn[index])) return
      shownOwn = shapes
      painter.setOwn(city.id, shapes).then(
        () => {
          if (shownOwn !== shapes) return
          onOwnLeftOut(false)
          reload()
        },
        (error: unknown) => onFailure(error instanceof Error ? error.message : String(error)),
      )
    },
    pendingTiles: () => counter.pending + timers.size,
    setShown: (next) => {
      isShown = next
      if (current !== null) current.show = next
      scene.requestRender()
    },
    dispose: () => {
      isDisposed = true
      for (const timer of timers) clearInterval(timer)
    },
  }
}
