import type { Scene } from '@cesium/engine'
import type { CameraPose } from '../cities/city.ts'

/** What a test may read of a view. Reading changes nothing. */
export interface SceneProbe {
  readonly pose: CameraPose
  readonly tilesLoaded: boolean
  /** Nothing moves or loads, and the picture is as sharp as it will be. */
  readonly isSettled: boolean
  readonly showsOwnBuildings: boolean
  readonly triangles: number
  /** Frames drawn since the view was built: does not grow while nothing changes. */
  readonly framesRendered: number
  readonly centrePick: () => boolean
}

/** `window.__kaksik.scenes[cityId]`: a documented window for the end-to-end tests and the bench. */
interface KaksikProbe {
  readonly scenes: Record<string, SceneProbe>
}

/** Counts the frames of a scene. */
export function countFrames(scene: Pick<Scene, 'postRender'>): { readonly read: () => number; readonly end: () => void } {
  let frames = 0
  const end = scene.postRender.addEventListener(() => {
    frames += 1
  })
  return { read: () => frames, end }
}

/** Shows a view's state under its city's id until the returned function is called. */
export function publishProbe(cityId: string, read: () => SceneProbe): () => void {
  const holder = window as unknown as { __kaksik?: KaksikProbe }
  const probe = (holder.__kaksik ??= { scenes: {} })
  Object.defineProperty(probe.scenes, cityId, { get: read, configurable: true, enumerable: true })
  return () => {
    delete probe.scenes[cityId]
  }
}
