/**
 * The yardstick: what a page costs that does nothing but show the same tilesets, from the same place,
 * with Cesium's defaults and no map, layers or interface.
 */
import {
  Cartesian3, Cesium3DTileset, Cesium3DTileStyle, CesiumWidget, HeadingPitchRoll, Math as CesiumMath,
} from '@cesium/engine'
import type { CameraPose } from '../../../src/cities/city.ts'
import { CITIES } from '../../../src/cities/index.ts'
import { placePose } from '../../../src/scene/pose-placement.ts'

interface BareProbe {
  readonly isReady: () => boolean
  /** Colours every building by its height, evaluated a feature at a time. */
  readonly applyConditions: () => void
  /** Renders one frame of each view and waits until it is drawn. @returns milliseconds. */
  readonly timeFrame: () => number
}

const pose = JSON.parse(new URLSearchParams(location.search).get('pose') ?? 'null') as CameraPose | null
if (pose === null) throw new Error('The address has no pose')

const views = CITIES.map((city) => {
  const container = document.body.appendChild(document.createElement('div'))
  const widget = new CesiumWidget(container, { baseLayer: false, requestRenderMode: true, maximumRenderTimeChange: Infinity })
  const at = placePose(city, pose)
  widget.camera.setView({
    destination: Cartesian3.fromDegrees(at.longitudeDegrees, at.latitudeDegrees, at.ellipsoidalHeightMetres),
    orientation: new HeadingPitchRoll(CesiumMath.toRadians(at.headingDegrees), CesiumMath.toRadians(at.pitchDegrees), 0),
  })
  const view: { widget: CesiumWidget; tileset: Cesium3DTileset | null; frames: number } = { widget, tileset: null, frames: 0 }
  widget.scene.postRender.addEventListener(() => { view.frames++ })
  void Cesium3DTileset.fromUrl(`../tilesets/${city.id}/tileset.json`).then((tileset) => {
    view.tileset = widget.scene.primitives.add(tileset) as Cesium3DTileset
    widget.scene.requestRender()
  })
  return view
})

function timeFrame(): number {
  const began = performance.now()
  for (const { widget } of views) {
    widget.scene.requestRender()
    widget.render()
    const context = widget.canvas.getContext('webgl2')
    // Reading a pixel back is what waits for the drawing; finish() returns early in Chromium.
    context?.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, new Uint8Array(4))
  }
  return performance.now() - began
}

const probe: BareProbe = {
  isReady: () => views.every(({ tileset, frames }) => tileset !== null && frames > 1 && tileset.tilesLoaded),
  applyConditions: () => {
    for (const { widget, tileset } of views) {
      if (tileset === null) continue
      tileset.style = new Cesium3DTileStyle({
        color: {
          conditions: [
            ['${height_m} >= 40', 'color("#440154")'], ['${height_m} >= 24', 'color("#3b528b")'],
            ['${height_m} >= 15', 'color("#21918c")'], ['${height_m} >= 8', 'color("#5ec962")'], ['true', 'color("#fde725")'],
          ],
        },
      })
      widget.scene.requestRender()
    }
  },
  timeFrame,
}
Object.assign(globalThis, { bare: probe })
