import type { Scene } from '@cesium/engine'

/** A frame that is not done by then never reports. */
const LONGEST_WAIT_MILLISECONDS = 2000

export interface FrameTimer {
  /** Whether the last frame has been drawn, not only asked for. To be asked in each tick, which times the frames. */
  readonly isDrawn: () => boolean
  readonly dispose: () => void
}

/**
 * Times what is drawn after the engine has asked for it. Where a processor draws, it answers no other
 * question until it is done, such as whether a new shader is linked, and who asks (the main thread) waits.
 * `onFrame` gets how long a frame took: until it was drawn or, where the next was begun before, until that.
 */
export function createFrameTimer(scene: Scene, onFrame: (milliseconds: number) => void): FrameTimer {
  // Not in the engine's types.
  const gl = (scene as unknown as { context: { _gl: WebGL2RenderingContext } }).context._gl
  let sync: WebGLSync | null = null
  let askedAt = Number.NEGATIVE_INFINITY
  const forget = (): void => {
    if (sync !== null) gl.deleteSync(sync)
    sync = null
  }
  const end = scene.postRender.addEventListener(() => {
    const now = performance.now()
    if (sync !== null) onFrame(now - askedAt)
    forget()
    sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0)
    gl.flush()
    askedAt = now
  })
  return {
    isDrawn: () => {
      if (sync === null) return true
      const tookMilliseconds = performance.now() - askedAt
      const isLost = gl.isContextLost() || tookMilliseconds > LONGEST_WAIT_MILLISECONDS
      if (!isLost && gl.getSyncParameter(sync, gl.SYNC_STATUS) !== gl.SIGNALED) return false
      if (!isLost) onFrame(tookMilliseconds)
      forget()
      return true
    },
    dispose: end,
  }
}
