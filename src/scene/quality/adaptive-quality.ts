import type { CesiumWidget } from '@cesium/engine'
import { shownCityIds } from '../../state/shown-cities.ts'
import type { AppStore, Store } from '../../state/store.ts'
import { watchChanges } from '../../state/watch.ts'
import { createFrameTimer } from './frame-timer.ts'
import { LIGHTEST_STEP, QUALITY_STEPS, type Governor } from './governor.ts'

const STILL_MILLISECONDS = 900
/** What has not come for so long may never come: the picture is drawn sharp without it. */
const STALLED_MILLISECONDS = 20_000
/** What of a frame's time the ground may take for tiles that have come: the engine's own share, and that where frames are slow and few. */
const LOADING_MILLISECONDS = { between: 5, amongSlow: 40 } as const
/** What "always light" draws in: lighter would be hard to read. */
const ALWAYS_LIGHT_STEP = LIGHTEST_STEP - 1

/** The frame of a picture at rest is no step of the governor's. */
const RESTING = -1

export interface AdaptiveQuality {
  /** Something moves or changes. */
  readonly touch: () => void
  /** So much is still loading. A picture that is sharp already stays so: to draw it may ask for a tile again. */
  readonly wait: (pending: number) => void
  /** To be called before each frame, so that all views are drawn alike. */
  readonly apply: () => void
  /** Whether what shows is as sharp as it will be. */
  readonly isSettled: () => boolean
  /** Whether the next frame may be asked for, at rest: see `createFrameTimer`. */
  readonly isDrawn: () => boolean
  readonly dispose: () => void
}

/**
 * Draws a view as light as the governor says while it moves or loads, and sharp once it has stood still and
 * complete for a moment; or as the user chose. The tiles that a view asks for are the same in every step.
 */
export function createAdaptiveQuality(
  widget: CesiumWidget,
  store: AppStore,
  governor: Governor,
  isComplete: () => boolean,
): AdaptiveQuality {
  const { scene } = widget
  // Not in the engine's types.
  const surface = (scene.globe as unknown as { _surface: { _loadQueueTimeSlice: number } })._surface
  let isResting = false
  /** It rests though something is missing. */
  let isStalled = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastPending = 0
  let pendingChangedAt = performance.now()
  /** Only frames of the step that the governor chose say something about it. */
  let drawnStep = RESTING

  const timed = createFrameTimer(scene, (milliseconds) => {
    if (drawnStep === governor.step()) governor.take(milliseconds, performance.now(), isComplete())
  })
  const stepNow = (): number => {
    const { sharpness } = store.getState().app
    if (sharpness === 'sharp') return 0
    if (sharpness === 'light') return ALWAYS_LIGHT_STEP
    return isResting ? 0 : governor.step()
  }
  const apply = (): void => {
    const step = stepNow()
    drawnStep = isResting ? RESTING : step
    surface._loadQueueTimeSlice = step === 0 ? LOADING_MILLISECONDS.between : LOADING_MILLISECONDS.amongSlow
    const { scale, samples } = QUALITY_STEPS[step] ?? QUALITY_STEPS[0]
    if (scene.msaaSamples !== samples) {
      scene.msaaSamples = samples
      scene.requestRender()
    }
    if (widget.resolutionScale === scale) return
    // The engine asks for hard pixels, which a picture of fewer pixels than the view would show as blocks.
    widget.canvas.style.imageRendering = scale === 1 ? sharpRendering : 'auto'
    widget.resolutionScale = scale
    scene.requestRender()
  }
  const sharpRendering = widget.canvas.style.imageRendering

  const rest = (): void => {
    if (scene.isDestroyed()) return
    isStalled = !isComplete()
    // A sharp picture also takes the time that another view needs to load.
    const isEarly = isStalled || (governor.step() > 0 && isAnyLoading(store.getState()))
    if (isEarly && performance.now() - pendingChangedAt < STALLED_MILLISECONDS) {
      timer = setTimeout(rest, STILL_MILLISECONDS)
      return
    }
    const before = stepNow()
    isResting = true
    if (stepNow() !== before) scene.requestRender()
  }
  const touch = (): void => {
    isResting = false
    clearTimeout(timer)
    timer = setTimeout(rest, STILL_MILLISECONDS)
  }
  touch()
  const unwatch = watchChanges(
    store,
    ({ app }) => app.sharpness,
    () => scene.requestRender(),
  )

  return {
    touch,
    wait: (pending) => {
      const isNews = pending !== lastPending
      lastPending = pending
      if (isNews) pendingChangedAt = performance.now()
      if (!isResting || (isStalled && isNews)) touch()
    },
    apply,
    isSettled: () => isResting && drawnStep === RESTING && timed.isDrawn(),
    isDrawn: timed.isDrawn,
    dispose: () => {
      clearTimeout(timer)
      unwatch()
      timed.dispose()
    },
  }
}

function isAnyLoading({ app, session }: Pick<Store, 'app' | 'session'>): boolean {
  return shownCityIds(app.layout, app.swapped).some((cityId) => session.progress[cityId].status === 'loading')
}
