import type { Scene } from '@cesium/engine'
import type { CityId } from '../../cities/index.ts'
import type { AppStore } from '../../state/store.ts'
import { lookPose } from '../../state/walk-pose.ts'
import { watch } from '../../state/watch.ts'
import { listen } from './element-events.ts'
import type { TwinLoop } from './twin-loop.ts'

/** A drag over so many pixels turns the head by a degree. */
const PIXELS_PER_DEGREE = 5

/** While somebody walks, a drag looks about, and the engine's own controls rest: they would lift the camera. */
export function createWalkControls(scene: Scene, cityId: CityId, store: AppStore, loop: Pick<TwinLoop, 'poseOf' | 'move'>): () => void {
  const controller = scene.screenSpaceCameraController
  const isWalking = (): boolean => store.getState().session.walk !== null
  let from: { readonly x: number; readonly y: number } | null = null
  const ends = [
    watch(
      store,
      ({ session }) => session.walk !== null,
      (walks) => {
        controller.enableInputs = !walks
        controller.enableCollisionDetection = !walks
      },
    ),
    listen(scene.canvas, 'pointerdown', (event) => {
      const { clientX: x, clientY: y } = event as PointerEvent
      from = isWalking() ? { x, y } : null
    }),
    listen(scene.canvas, 'pointermove', (event) => {
      const { clientX: x, clientY: y, buttons } = event as PointerEvent
      if (from === null || buttons === 0 || !isWalking()) return
      // As if the picture were dragged: to the left is a turn to the right.
      loop.move(cityId, lookPose(loop.poseOf(cityId), (from.x - x) / PIXELS_PER_DEGREE, (y - from.y) / PIXELS_PER_DEGREE))
      from = { x, y }
    }),
  ]
  return () => {
    for (const end of ends) end()
  }
}
