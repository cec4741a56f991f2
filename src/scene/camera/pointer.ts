import {
  Cartesian2,
  type Cartesian3,
  Cesium3DTileFeature,
  Ellipsoid,
  Label,
  Math as CesiumMath,
  ScreenSpaceEventHandler,
  ScreenSpaceEventType,
  type Scene,
} from '@cesium/engine'
import type { City } from '../../cities/city.ts'
import type { CityId } from '../../cities/index.ts'
import type { Ground } from '../../geo/ground.ts'
import { groundUnder } from './camera-control.ts'
import { isSelectionKind } from '../../layers/selection-kind.ts'
import { createClickJudge } from './click-judge.ts'
import type { Pick } from '../types.ts'
import type { VectorPick } from '../vectors/vectors.ts'

/** Part of the distance that remains after a double click. */
const DOUBLE_CLICK_ZOOM = 0.45

export interface PointerActions {
  readonly isDrawing: () => boolean
  /** Whether places under the moving pointer are asked for. */
  readonly wantsHover: () => boolean
  readonly onHover: (positionDegrees: readonly [number, number]) => void
  /** Whether a click also asks how high the wall or roof is that it meets. */
  readonly wantsHit: () => boolean
  readonly onPick: (pick: Pick | null) => void
  /** A double click while an area is drawn: its second click is no corner, it ends the area. */
  readonly onFinish: () => void
  /** Flies to a place of the ground, leaving this share of the distance. */
  readonly onApproach: (positionDegrees: readonly [number, number], share: number) => void
}

/**
 * Click, tap and double click. The scene is asked what is under the pointer only on a click: asking
 * on every move costs a frame each.
 */
export function listenToPointer(scene: Scene, city: City<CityId>, ground: Ground, actions: PointerActions): () => void {
  const handler = new ScreenSpaceEventHandler(scene.canvas)
  const judge = createClickJudge(actions.isDrawing)
  // When a button was pressed, not when the page came to hear of it: to find what is under a click may take long.
  let pressedAt = 0
  const onPress = ({ timeStamp }: Event): void => {
    pressedAt = timeStamp
  }
  scene.canvas.addEventListener('pointerdown', onPress, { capture: true })
  handler.setInputAction(({ position }: { position: Cartesian2 }) => {
    if (judge.click(pressedAt)) actions.onPick(pickAt(scene, city, ground, position, actions.wantsHit()))
  }, ScreenSpaceEventType.LEFT_CLICK)
  handler.setInputAction(({ position }: { position: Cartesian2 }) => {
    const meaning = judge.doubleClick()
    if (meaning === 'finish') actions.onFinish()
    if (meaning !== 'approach') return
    const place = groundUnder(scene, city, ground, position)
    if (place !== null) actions.onApproach(place, DOUBLE_CLICK_ZOOM)
  }, ScreenSpaceEventType.LEFT_DOUBLE_CLICK)
  // The ground is reckoned, not picked: that costs no frame.
  handler.setInputAction(({ endPosition }: { endPosition: Cartesian2 }) => {
    const place = actions.wantsHover() ? groundUnder(scene, city, ground, endPosition) : null
    if (place !== null) actions.onHover(place)
  }, ScreenSpaceEventType.MOUSE_MOVE)
  return () => {
    scene.canvas.removeEventListener('pointerdown', onPress, { capture: true })
    handler.destroy()
  }
}

/** What stands at a point of the view, in CSS pixels; null for the sky. */
export function pickAt(scene: Scene, city: City<CityId>, ground: Ground, point: Cartesian2, wantsHit: boolean): Pick | null {
  const found = pickThing(scene, city, ground, point)
  const hit = wantsHit && found !== null && found.kind !== 'ground' ? findHit(scene, ground, point) : null
  return found === null || hit === null ? found : { ...found, hit }
}

/** Where the sight through a point of the view meets what was drawn there: read from the depth of the last frame. */
function findHit(scene: Scene, ground: Ground, point: Cartesian2): NonNullable<Pick['hit']> | null {
  const place = scene.pickPositionSupported ? (scene.pickPosition(point) as Cartesian3 | undefined) : undefined
  const cartographic = place === undefined ? undefined : Ellipsoid.WGS84.cartesianToCartographic(place)
  if (cartographic === undefined) return null
  const positionDegrees = [CesiumMath.toDegrees(cartographic.longitude), CesiumMath.toDegrees(cartographic.latitude)] as const
  return { positionDegrees, heightMetres: Math.max(0, cartographic.height - ground.ellipsoidalHeightMetres(...positionDegrees)) }
}

function pickThing(scene: Scene, city: City<CityId>, ground: Ground, point: Cartesian2): Pick | null {
  const cityId = city.id
  const positionDegrees = groundUnder(scene, city, ground, point)
  const picked = pickThroughLabels(scene, point)
  if (picked instanceof Cesium3DTileFeature) {
    const index: unknown = picked.getProperty('index')
    if (typeof index === 'number') {
      return { cityId, kind: 'building', buildingIndex: index, featureId: null, positionDegrees: positionDegrees ?? anchorOf(city) }
    }
  }
  const vector = vectorOf(picked)
  if (vector !== null) {
    return {
      cityId,
      kind: vector.kind,
      buildingIndex: null,
      featureId: vector.featureId,
      positionDegrees: positionDegrees ?? anchorOf(city),
    }
  }
  return positionDegrees === null ? null : { cityId, kind: 'ground', buildingIndex: null, featureId: null, positionDegrees }
}

/** Side of the square that counts as a hit: a finger or an eye is not exact. */
const PICK_PIXELS = 7

/** What is drawn at a point, behind any label: a label names what stands under it. */
function pickThroughLabels(scene: Scene, point: Cartesian2): unknown {
  const hidden: Label[] = []
  let picked: unknown = scene.pick(point, PICK_PIXELS, PICK_PIXELS)
  for (let label = labelOf(picked); label !== null; label = labelOf(picked)) {
    label.show = false
    hidden.push(label)
    picked = scene.pick(point, PICK_PIXELS, PICK_PIXELS)
  }
  for (const label of hidden) label.show = true
  return picked
}

function labelOf(picked: unknown): Label | null {
  const primitive = (picked as { primitive?: unknown } | undefined)?.primitive
  // One that is still picked though hidden would be asked for ever.
  return primitive instanceof Label && primitive.show ? primitive : null
}

function vectorOf(picked: unknown): VectorPick | null {
  const id = (picked as { id?: Partial<VectorPick> } | undefined)?.id
  return typeof id?.featureId === 'string' && (id.kind === 'edit' || isSelectionKind(id.kind)) ? (id as VectorPick) : null
}

function anchorOf(city: City): [number, number] {
  return [city.anchor.longitudeDegrees, city.anchor.latitudeDegrees]
}
