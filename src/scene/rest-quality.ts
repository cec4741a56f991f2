import type { Scene } from '@cesium/engine'
import { IS_SOFTWARE_RENDERED, MULTISAMPLES } from './renderer-limits.ts'

const STILL_MILLISECONDS = 900

export interface RestQuality {
  /** Something moves or changes. */
  readonly touch: () => void
  /** Something is still loading. A picture that is smoothed already stays so: to draw it may ask for a tile again. */
  readonly wait: () => void
  readonly dispose: () => void
}

/**
 * A graphics card smooths every frame. A processor takes 3-4 times longer for a smoothed frame, so
 * there only a picture that has stood still for a moment is drawn once more, smoothed.
 */
export function createRestQuality(scene: Scene, isComplete: () => boolean): RestQuality {
  if (!IS_SOFTWARE_RENDERED) return { touch: () => {}, wait: () => {}, dispose: () => {} }
  let timer: ReturnType<typeof setTimeout> | null = null
  const smooth = (): void => {
    timer = null
    if (scene.isDestroyed()) return
    if (!isComplete()) {
      timer = setTimeout(smooth, STILL_MILLISECONDS)
      return
    }
    scene.msaaSamples = MULTISAMPLES
    scene.requestRender()
  }
  const touch = (): void => {
    if (timer !== null) clearTimeout(timer)
    if (scene.msaaSamples !== 1) scene.msaaSamples = 1
    timer = setTimeout(smooth, STILL_MILLISECONDS)
  }
  touch()
  return { touch, wait: () => { if (scene.msaaSamples === 1) touch() }, dispose: () => { if (timer !== null) clearTimeout(timer) } }
}
