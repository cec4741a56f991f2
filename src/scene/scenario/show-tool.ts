import {
  Cartesian2,
  Color,
  HorizontalOrigin,
  LabelCollection,
  LabelStyle,
  PointPrimitiveCollection,
  VerticalOrigin,
  type Primitive,
} from '@cesium/engine'
import { parseHex } from '../../layers/colour/ramps.ts'
import { plannedHeightMetres } from '../../layers/planned/draw-planned.ts'
import { previewTool, type ToolPreview } from '../../scenario/draw/preview-tool.ts'
import type { ScenarioTool } from '../../scenario/draw/types.ts'
import type { LonLat } from '../../scenario/types.ts'
import { watch, type Unwatch } from '../../state/watch.ts'
import { SCENE_THEMES } from '../look/scene-theme.ts'
import { createSketchLine, dotAt, toCartesians } from '../vectors/vectors.ts'
import { createPlannedBlocks, type Block } from './planned-blocks.ts'
import { showHandle } from './pull-handle.ts'
import type { ScenarioParts } from './scenario-parts.ts'

/** What is refused shows in the colour of warnings. */
const REFUSED = { light: '#b3261e', dark: '#ff8a80' } as const
const GUIDE = { light: '#6d6a63', dark: '#b9b6ae' } as const
const LINE_METRES = 1
/** A block that is on its way lets what stands behind it through. */
const PREVIEW_ALPHA = 170
/** Shorter edges have no room for a number. */
const LABELLED_FROM_METRES = 0.5

/** Shows in one city what a tool of the scenario is about to make, with its lengths, and the handle of the chosen building. */
export function showTool(parts: ScenarioParts): Unwatch {
  const { scene, city, ground, store, look, buildings, onChange } = parts
  const blocks = createPlannedBlocks(scene, ground, buildings)
  const dots = scene.primitives.add(new PointPrimitiveCollection()) as PointPrimitiveCollection
  const labels = scene.primitives.add(new LabelCollection({ scene })) as LabelCollection
  let lines: Primitive[] = []

  const show = (tool: ScenarioTool | null): void => {
    const preview = tool === null ? null : previewTool(tool)
    const shown = preview?.cityId === city.id ? preview : null
    const theme = look.theme()
    const colour = shown?.isRefused === true ? REFUSED[theme] : city.accent[theme]
    for (const line of lines) scene.primitives.remove(line)
    lines = listLines(shown, colour, GUIDE[theme]).map(({ line, stroke }) => {
      const primitive = createSketchLine(ground, [packLine(line)], stroke)
      scene.primitives.add(primitive)
      return primitive
    })
    blocks.setBlocks(
      (shown?.blocks ?? []).map((block): Block => {
        const heightMetres = plannedHeightMetres({
          storeys: block.storeys,
          ...(block.heightMetres === null ? {} : { heightMetres: block.heightMetres }),
        })
        return { footprint: block.footprint, heightMetres, rgb: parseHex(colour), alpha: PREVIEW_ALPHA, pick: null }
      }),
    )
    dots.removeAll()
    for (const position of toCartesians(ground, packLine(shown?.dots ?? []), LINE_METRES))
      dots.add(dotAt(position, colour, SCENE_THEMES[theme]))
    showLengths(shown)
    scene.requestRender()
    onChange()
  }
  const showLengths = (preview: ToolPreview | null): void => {
    labels.removeAll()
    const theme = SCENE_THEMES[look.theme()]
    const format = new Intl.NumberFormat(store.getState().session.shownLanguage, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
    for (const { position, metres } of preview?.lengths ?? []) {
      if (metres < LABELLED_FROM_METRES) continue
      const [place] = toCartesians(ground, packLine([position]), LINE_METRES)
      if (place === undefined) continue
      labels.add({
        position: place,
        text: `${format.format(metres)} m`,
        font: '600 14px "Source Sans 3", sans-serif',
        fillColor: Color.fromCssColorString(theme.label),
        outlineColor: Color.fromCssColorString(theme.labelHalo),
        outlineWidth: 4,
        style: LabelStyle.FILL_AND_OUTLINE,
        horizontalOrigin: HorizontalOrigin.CENTER,
        verticalOrigin: VerticalOrigin.CENTER,
        pixelOffset: new Cartesian2(0, -12),
        disableDepthTestDistance: Number.POSITIVE_INFINITY,
      })
    }
  }
  const showNow = (): void => show(store.getState().session.scenarioTool)
  const ends = [watch(store, ({ session }) => session.scenarioTool, show), look.watchTheme(showNow), showHandle(parts)]
  return () => {
    for (const end of ends) end()
    blocks.dispose()
    if (scene.isDestroyed()) return
    for (const primitive of [...lines, dots, labels]) scene.primitives.remove(primitive)
  }
}

function listLines(preview: ToolPreview | null, colour: string, guideColour: string) {
  if (preview === null) return []
  return [
    { line: preview.guide, stroke: guideColour },
    { line: preview.line, stroke: colour },
  ].filter(({ line }) => line.length > 1)
}

function packLine(line: readonly LonLat[]): Float64Array {
  return Float64Array.from(line.flat())
}
