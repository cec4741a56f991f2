import { Cartesian2, Cartesian3, Ellipsoid, PointPrimitiveCollection, ScreenSpaceEventHandler, ScreenSpaceEventType } from '@cesium/engine'
import { plannedHeightMetres } from '../../layers/planned/draw-planned.ts'
import type { PlannedVolume } from '../../layers/planned/types.ts'
import { startPulling, stepTool } from '../../scenario/draw/step-tool.ts'
import type { LonLat } from '../../scenario/types.ts'
import { setScenarioTool } from '../../state/scenario-session.ts'
import type { Store } from '../../state/store.ts'
import { watch, type Unwatch } from '../../state/watch.ts'
import { SCENE_THEMES } from '../look/scene-theme.ts'
import { dotAt, toCartesians } from '../vectors/vectors.ts'
import { createPlannedBlocks } from './planned-blocks.ts'
import { parseHex } from '../../layers/colour/ramps.ts'
import type { ScenarioParts } from './scenario-parts.ts'

const HANDLE_PIXELS = 18
/** Side of the square that counts as a hit: a finger is not exact. */
const GRAB_PIXELS = 24
/** Over the roof, so that the handle is not taken for a part of it. */
const ABOVE_METRES = 2
const HANDLE = { kind: 'handle' } as const

/** The chosen building has a handle over its roof: dragged up or down it changes the storeys. */
export function showHandle({ scene, city, ground, store, look, buildings, onPull, onChange }: ScenarioParts): Unwatch {
  const handles = scene.primitives.add(new PointPrimitiveCollection()) as PointPrimitiveCollection
  const pulled = createPlannedBlocks(scene, ground, buildings)
  const input = new ScreenSpaceEventHandler(scene.canvas)
  const controller = scene.screenSpaceCameraController

  const volumesOf = ({ session }: Store): readonly PlannedVolume[] =>
    (session.planned[city.id]?.volumes ?? []).filter(
      ({ editId, kind, storeys }) => editId === session.chosenEdit && kind !== 'ground' && storeys !== null,
    )
  const storeysOf = ({ storeys }: PlannedVolume): number => {
    const { scenarioTool } = store.getState().session
    return scenarioTool?.mode === 'pull' ? scenarioTool.storeys : (storeys ?? 1)
  }
  const show = (): void => {
    const { scenarioTool } = store.getState().session
    const volumes = volumesOf(store.getState())
    const isPulling = scenarioTool?.mode === 'pull'
    const accent = city.accent[look.theme()]
    handles.removeAll()
    pulled.setBlocks(
      !isPulling
        ? []
        : volumes.map(({ footprint }) => ({
            footprint,
            heightMetres: plannedHeightMetres({ storeys: scenarioTool.storeys }),
            rgb: parseHex(accent),
            alpha: 255,
            pick: null,
          })),
    )
    const [volume] = volumes
    if (volume !== undefined && (scenarioTool === null || isPulling)) {
      const heightMetres = isPulling ? plannedHeightMetres({ storeys: scenarioTool.storeys }) : volume.heightMetres
      const [position] = toCartesians(ground, Float64Array.from(middleOf(volume)), heightMetres + ABOVE_METRES)
      if (position !== undefined) handles.add({ ...dotAt(position, accent, SCENE_THEMES[look.theme()], HANDLE_PIXELS), id: HANDLE })
    }
    scene.requestRender()
    onChange()
  }

  input.setInputAction(({ position }: { position: Cartesian2 }) => {
    const { session } = store.getState()
    const [volume] = volumesOf(store.getState())
    if (session.scenarioTool !== null || volume === undefined || handles.length === 0) return
    const picked: unknown = scene.pick(position, GRAB_PIXELS, GRAB_PIXELS)
    if ((picked as { id?: unknown } | undefined)?.id !== HANDLE) return
    controller.enableInputs = false
    store.getState().updateSession((now) => setScenarioTool(now, startPulling(volume.editId, storeysOf(volume))))
  }, ScreenSpaceEventType.LEFT_DOWN)
  input.setInputAction(({ endPosition }: { endPosition: Cartesian2 }) => {
    const { scenarioTool } = store.getState().session
    const [volume] = volumesOf(store.getState())
    if (controller.enableInputs || scenarioTool?.mode !== 'pull' || volume === undefined) return
    const heightMetres = heightUnder(endPosition, middleOf(volume)) - ABOVE_METRES
    // Two heights tell the rule of storeys, which is a straight line.
    const [one, two] = [plannedHeightMetres({ storeys: 1 }), plannedHeightMetres({ storeys: 2 })]
    const storeys = 1 + (heightMetres - one) / (two - one)
    const { tool } = stepTool(scenarioTool, { kind: 'storeys', storeys }, { rings: [] })
    store.getState().updateSession((now) => setScenarioTool(now, tool))
  }, ScreenSpaceEventType.MOUSE_MOVE)
  input.setInputAction(() => {
    if (controller.enableInputs) return
    controller.enableInputs = true
    onPull()
  }, ScreenSpaceEventType.LEFT_UP)

  /** Height above the ground at which the vertical over a place comes nearest to the line of sight. */
  const heightUnder = (point: Cartesian2, place: LonLat): number => {
    const ray = scene.camera.getPickRay(point)
    const [foot] = toCartesians(ground, Float64Array.from(place), 0)
    if (ray === undefined || foot === undefined) return 0
    const up = Ellipsoid.WGS84.geodeticSurfaceNormal(foot, new Cartesian3())
    const between = Cartesian3.subtract(foot, ray.origin, new Cartesian3())
    const along = Cartesian3.dot(up, ray.direction)
    const slant = 1 - along * along
    // Straight from above no height is nearer than another.
    if (slant < 1e-6) return 0
    return (along * Cartesian3.dot(ray.direction, between) - Cartesian3.dot(up, between)) / slant
  }

  const ends = [
    watch(store, (now) => [now.session.planned[city.id], now.session.chosenEdit, now.session.scenarioTool], show),
    look.watchTheme(show),
  ]
  return () => {
    for (const end of ends) end()
    input.destroy()
    pulled.dispose()
    if (scene.isDestroyed()) return
    controller.enableInputs = true
    scene.primitives.remove(handles)
  }
}

/** Middle of a footprint's corners. */
function middleOf({ footprint: [ring = []] }: PlannedVolume): LonLat {
  const sum = ring.reduce<LonLat>((total, corner) => [total[0] + corner[0], total[1] + corner[1]], [0, 0])
  return [sum[0] / ring.length, sum[1] / ring.length]
}
