/**
 * The yardstick: what a page costs that does nothing but show the same tilesets, from the same place,
 * with Cesium's defaults and no map, layers or interface. Left out is what needs files that the app does not
 * ship (stars, moon) and what breaks as soon as a page has two scenes (environment maps), in the yardstick's favour.
 */
import { Cartesian3, Cesium3DTileset, Cesium3DTileStyle, CesiumWidget, HeadingPitchRoll, Math as CesiumMath } from '@cesium/engine'
import type { CameraPose, City } from '../../../src/cities/city.ts'
import { CITIES } from '../../../src/cities/index.ts'
import { fitFieldOfView } from '../../../src/scene/camera/camera-control.ts'
import { groundOf } from '../../../src/cities/ground.ts'
import { placePose } from '../../../src/scene/camera/pose-placement.ts'
import { turnPose } from '../../../src/state/camera-pose.ts'

interface BareProbe {
  readonly isReady: () => boolean
  /** Colours every building by its height, evaluated a feature at a time. */
  readonly applyConditions: () => void
  /** Turns every camera about the middle of its view. */
  readonly turn: (degrees: number) => void
}

const query = new URLSearchParams(location.search)
const pose = JSON.parse(query.get('pose') ?? 'null') as CameraPose | null
if (pose === null) throw new Error('The address has no pose')
const wanted = query.get('cities')?.split(',') ?? CITIES.map(({ id }) => id as string)
/** Smaller loads more tiles; Cesium's own default is 16. */
const screenSpaceError = Number(query.get('error') ?? 16)

function place({ widget, city }: { widget: CesiumWidget; city: City }, to: CameraPose): void {
  const at = placePose(city, groundOf(city), to)
  widget.camera.setView({
    destination: Cartesian3.fromDegrees(at.longitudeDegrees, at.latitudeDegrees, at.ellipsoidalHeightMetres),
    orientation: new HeadingPitchRoll(CesiumMath.toRadians(at.headingDegrees), CesiumMath.toRadians(at.pitchDegrees), 0),
  })
}

const views = CITIES.filter(({ id }) => wanted.includes(id)).map((city) => {
  const container = document.body.appendChild(document.createElement('div'))
  const widget = new CesiumWidget(container, {
    baseLayer: false,
    skyBox: false,
    skyAtmosphere: false,
    requestRenderMode: true,
    maximumRenderTimeChange: Infinity,
  })
  Object.assign(widget.scene, { moon: undefined, sun: undefined })
  const view: { widget: CesiumWidget; city: City; tileset: Cesium3DTileset | null; frames: number } = {
    widget,
    city,
    tileset: null,
    frames: 0,
  }
  // The same lens as the app's, or the pages would load other tiles.
  widget.scene.preRender.addEventListener(() => fitFieldOfView(widget.scene))
  place(view, pose)
  widget.scene.postRender.addEventListener(() => {
    view.frames++
  })
  void Cesium3DTileset.fromUrl(`../tilesets/${city.id}/tileset.json`, {
    maximumScreenSpaceError: screenSpaceError,
    environmentMapOptions: { enabled: false },
  }).then((tileset) => {
    view.tileset = widget.scene.primitives.add(tileset) as Cesium3DTileset
    widget.scene.requestRender()
  })
  return view
})

let current = pose
const probe: BareProbe = {
  isReady: () => views.every(({ tileset, frames }) => tileset !== null && frames > 1 && tileset.tilesLoaded),
  applyConditions: () => {
    for (const { widget, tileset } of views) {
      if (tileset === null) continue
      tileset.style = new Cesium3DTileStyle({
        color: {
          conditions: [
            ['${height_m} >= 40', 'color("#440154")'],
            ['${height_m} >= 24', 'color("#3b528b")'],
            ['${height_m} >= 15', 'color("#21918c")'],
            ['${height_m} >= 8', 'color("#5ec962")'],
            ['true', 'color("#fde725")'],
          ],
        },
      })
      widget.scene.requestRender()
    }
  },
  turn: (degrees) => {
    current = turnPose(current, degrees)
    for (const view of views) {
      place(view, current)
      view.widget.scene.requestRender()
    }
  },
}
Object.assign(globalThis, { bare: probe })
