import type { Scene } from '@cesium/engine'
import { IS_SOFTWARE_RENDERED } from './renderer-limits.ts'

/** A frame that is not done by then never reports. */
const LONGEST_WAIT_MILLISECONDS = 2000

export interface FrameFence {
  /** Whether the last frame has been drawn, not only asked for. */
  readonly isDrawn: () => boolean
  readonly dispose: () => void
}

/**
 * Tells when a processor has drawn what it was asked for. Until then it answers no question, such as
 * whether a new shader is linked, and who asks (the main thread) waits for half a second. A graphics card
 * is faster than its own frames, and is not asked.
 */
export function createFrameFence(scene: Scene): FrameFence {
  if (!IS_SOFTWARE_RENDERED) return { isDrawn: () => true, dispose: () => {} }
  // Not in the engine's types.
  const gl = (scene as unknown as { context: { _gl: WebGL2RenderingContext } }).context._gl
  let sync: WebGLSync | null = null
  let askedAt = 0
  const end = scene.postRender.addEventListener(() => {
    if (sync !== null) gl.deleteSync(sync)
    sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0)
    gl.flush()
    askedAt = performance.now()
  })
  return {
    isDrawn: () => {
      if (sync === null) return true
      const isOver = gl.isContextLost() || performance.now() - askedAt > LONGEST_WAIT_MILLISECONDS
      if (!isOver && gl.getSyncParameter(sync, gl.SYNC_STATUS) !== gl.SIGNALED) return false
      gl.deleteSync(sync)
      sync = null
      return true
    },
    dispose: () => { end() },
  }
}
