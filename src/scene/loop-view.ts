import type { CesiumWidget, Scene } from '@cesium/engine'
import type { City } from '../cities/city.ts'
import type { CityId } from '../cities/index.ts'
import type { Ground } from '../geo/ground.ts'
import type { AppStore } from '../state/store.ts'
import { applyPose, fitFieldOfView, readPose, withoutDrift } from './camera/camera-control.ts'
import type { LoopView, TwinLoop } from './camera/twin-loop.ts'
import type { Loading } from './loading.ts'
import { loadBetweenFrames } from './load-between-frames.ts'
import type { CityLook } from './look/city-look.ts'
import type { AdaptiveQuality } from './quality/adaptive-quality.ts'
import type { LabelBoard } from './vectors/label-board.ts'

export interface LoopViewParts {
  readonly city: City<CityId>
  readonly ground: Ground
  readonly widget: CesiumWidget
  readonly scene: Scene
  readonly element: HTMLElement
  readonly store: AppStore
  readonly loop: Pick<TwinLoop, 'poseOf'>
  readonly look: CityLook
  readonly quality: AdaptiveQuality
  readonly loading: Loading
  readonly board: LabelBoard
  readonly isLost: () => boolean
  readonly fail: (error: unknown) => void
}

/** What the loop that draws all views moves and draws of one of them. */
export function createLoopView({
  city,
  ground,
  widget,
  scene,
  element,
  store,
  loop,
  look,
  quality,
  loading,
  board,
  isLost,
  fail,
}: LoopViewParts): LoopView {
  return {
    cityId: city.id,
    // A view may be taken down by others between two frames, before it is taken out of the loop.
    isShown: () => !isLost() && !widget.isDestroyed() && !element.hidden && element.clientWidth > 0 && element.clientHeight > 0,
    beginFrame: () => {
      quality.apply()
      widget.resize()
      fitFieldOfView(scene)
      // Not in the engine's types: it lets the controls move the camera before the frame is drawn.
      withoutDrift(scene.camera, () => (scene as unknown as { initializeFrame: () => void }).initializeFrame())
    },
    readPose: () => readPose(scene, city, ground),
    applyPose: (pose) => {
      applyPose(scene, city, ground, pose)
      quality.touch()
      scene.requestRender()
    },
    render: () => {
      // The last thing to finish may report to nobody.
      if (store.getState().session.progress[city.id].status === 'loading') loading.measure()
      look.setPose(loop.poseOf(city.id))
      try {
        scene.render(look.instant())
      } catch (error) {
        fail(error)
      }
    },
    isDrawn: quality.isDrawn,
    loadOn: () => {
      if (loading.isComplete()) return
      try {
        loadBetweenFrames(scene, look.instant())
      } catch (error) {
        fail(error)
      }
    },
    onRest: board.refresh,
  }
}
