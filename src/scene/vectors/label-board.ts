import {
  Cartesian2,
  Cartesian3,
  Color,
  HorizontalOrigin,
  LabelCollection,
  LabelStyle,
  SceneTransforms,
  VerticalOrigin,
  type Scene,
} from '@cesium/engine'
import type { Ground } from '../../geo/ground.ts'
import type { Labels } from '../../layers/types.ts'
import { chooseLabels, LABEL_RULES, type LabelBox } from './choose-labels.ts'
import type { SceneTheme } from '../look/scene-theme.ts'
import { toCartesians } from './vectors.ts'

const FONT_FAMILY = '"Source Sans 3 Variable", "Source Sans 3", sans-serif'
/** High enough to float over most roofs, low enough to name what is below. */
const LABEL_HEIGHT_METRES = { 'street': 4, 'landmark': 55, 'district-coarse': 40, 'district-fine': 30, 'water': 0 } as const
const HALO_PIXELS = 4

export interface LabelBoard {
  readonly setLabels: (labels: readonly Labels[]) => void
  readonly setTheme: (theme: SceneTheme) => void
  /** Whether the labels that were given last have been drawn. */
  readonly isDrawn: () => boolean
  /** Chooses again what to show; call it when the camera has come to rest, or the view another size. */
  readonly refresh: () => void
}

/** The texts of one city's view. */
export function createLabelBoard(scene: Scene, ground: Ground, initialTheme: SceneTheme): LabelBoard {
  const collection = scene.primitives.add(new LabelCollection({ scene })) as LabelCollection
  let theme = initialTheme
  let sets: { labels: Labels; positions: Cartesian3[]; widths: Float32Array }[] = []
  let shownKey = ''

  const refresh = (): void => {
    const canvas = scene.canvas
    const camera = scene.camera.positionWC
    const scratch = new Cartesian2()
    collection.removeAll()
    const key: string[] = []
    // One list for all sets: no label of a layer over one of a place.
    const taken: LabelBox[] = []
    for (const { labels, positions, widths } of sets) {
      const project = (index: number) => {
        const position = positions[index] as Cartesian3
        const distanceMetres = Cartesian3.distance(camera, position)
        const point = SceneTransforms.worldToWindowCoordinates(scene, position, scratch)
        if (point === undefined) return null
        if (point.x < -20 || point.y < -20 || point.x > canvas.clientWidth + 20 || point.y > canvas.clientHeight + 20) return null
        return { x: point.x, y: point.y, distanceMetres }
      }
      for (const index of chooseLabels(labels, canvas.clientWidth, project, (at) => widths[at] as number, taken)) {
        addLabel(labels, index, positions[index] as Cartesian3)
        key.push(labels.texts[index] as string)
      }
    }
    const joined = key.join('|')
    if (joined !== shownKey) {
      shownKey = joined
      scene.requestRender()
    }
  }

  const addLabel = (labels: Labels, index: number, position: Cartesian3): void => {
    const labelClass = labels.classes[index] as Labels['classes'][number]
    collection.add({
      position,
      text: labels.texts[index] as string,
      font: fontOf(labelClass),
      style: LabelStyle.FILL_AND_OUTLINE,
      fillColor: Color.fromCssColorString(labelClass === 'water' ? theme.labelWater : theme.label),
      outlineColor: Color.fromCssColorString(theme.labelHalo),
      outlineWidth: HALO_PIXELS,
      horizontalOrigin: HorizontalOrigin.CENTER,
      verticalOrigin: VerticalOrigin.CENTER,
      // Words are read, so no building covers them.
      disableDepthTestDistance: Number.POSITIVE_INFINITY,
    })
  }

  const measure = (labels: readonly Labels[]): void => {
    sets = labels.map((set) => ({ labels: set, positions: placeLabels(ground, set), widths: measureTexts(set) }))
    shownKey = ''
    refresh()
    scene.requestRender()
  }

  let wanted: readonly Labels[] = []
  let measured = wanted
  let drawn = wanted
  scene.postRender.addEventListener(() => {
    // The engine draws a letter some frames after it was asked for: its picture is loaded meanwhile (not in its types).
    const { ready } = collection as unknown as { readonly ready: boolean }
    if (collection.length === 0 || ready) drawn = measured
  })
  return {
    isDrawn: () => drawn === wanted,
    setLabels: (labels) => {
      wanted = labels
      const texts = labels
        .flatMap((set) => set.texts)
        .join('')
        .slice(0, 4000)
      // The engine draws its letters at once and keeps them: the font must be there before.
      void document.fonts
        .load(`500 14px ${FONT_FAMILY}`, texts || 'a')
        .catch(() => [])
        .then(() => {
          if (wanted !== labels || scene.isDestroyed()) return
          measured = labels
          measure(labels)
        })
    },
    setTheme: (next) => {
      theme = next
      refresh()
      scene.requestRender()
    },
    refresh,
  }
}

function fontOf(labelClass: Labels['classes'][number]): string {
  const { weight, sizePixels } = LABEL_RULES[labelClass]
  return `${weight} ${sizePixels}px ${FONT_FAMILY}`
}

/** Where the labels stand: each over the ground by the height of its class. */
export function placeLabels(ground: Ground, labels: Labels): Cartesian3[] {
  const positions: Cartesian3[] = []
  for (let index = 0; index < labels.texts.length; index++) {
    const at = labels.positionsDegrees.subarray(index * 2, index * 2 + 2)
    const height = LABEL_HEIGHT_METRES[labels.classes[index] as Labels['classes'][number]]
    positions.push(...toCartesians(ground, at, height))
  }
  return positions
}

function measureTexts(labels: Labels): Float32Array {
  const widths = new Float32Array(labels.texts.length)
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return widths.fill(80)
  for (let index = 0; index < widths.length; index++) {
    context.font = fontOf(labels.classes[index] as Labels['classes'][number])
    widths[index] = context.measureText(labels.texts[index] as string).width
  }
  return widths
}
