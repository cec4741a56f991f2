import type { JulianDate, Scene } from '@cesium/engine'

const FRAME_WANTED = '_renderRequested'

/** What the engine's own frame calls; not in its types. */
interface EngineParts {
  readonly updateFrameState: () => void
  readonly frameState: {
    readonly passes: { render: boolean }
    readonly commandList: { length: number }
    readonly afterRender: (() => unknown)[]
  }
}
interface GlobeParts {
  readonly show: boolean
  readonly beginFrame: (state: unknown) => void
  readonly update: (state: unknown) => void
  readonly render: (state: unknown) => void
  readonly endFrame: (state: unknown) => void
}

/**
 * Goes on loading without drawing anything: tiles of buildings that have come are unpacked, and the ground is
 * gone through once more, a level deeper, so that its next tiles are asked for. The engine does either only as a
 * part of a frame; where a processor draws, frames are slow and few, and a ground of ten levels took as many.
 */
export function loadBetweenFrames(scene: Scene, time: JulianDate): void {
  const engine = scene as unknown as EngineParts
  const isFrameWanted = Reflect.get(scene, FRAME_WANTED) === true
  // Asked to draw when nothing changed, the engine does what comes before a frame, and no frame.
  Reflect.set(scene, FRAME_WANTED, false)
  scene.render(time)
  if (isFrameWanted) scene.requestRender()

  const globe = scene.globe as unknown as GlobeParts
  if (!globe.show) return
  const state = engine.frameState
  engine.updateFrameState()
  state.passes.render = true
  globe.beginFrame(state)
  globe.update(state)
  globe.render(state)
  globe.endFrame(state)
  state.passes.render = false
  state.commandList.length = 0
  // The count of tiles that are missing is told after a frame.
  for (const tell of state.afterRender.splice(0)) tell()
}
