import { Cartesian2, type Cesium3DTileset, type CesiumWidget } from '@cesium/engine'
import type { City } from '../cities/city.ts'
import type { CityId } from '../cities/index.ts'
import { groundOf } from '../cities/ground.ts'
import type { MapPainter } from '../basemap/types.ts'
import { addTrouble, setOwnLeftOut } from '../state/session-transitions.ts'
import type { AppStore } from '../state/store.ts'
import { watch } from '../state/watch.ts'
import { createBuildingsShow } from './buildings-show.ts'
import { approachPlace } from './camera/approach-place.ts'
import { configureCamera } from './camera/camera-control.ts'
import { listen, watchSize } from './camera/element-events.ts'
import { listenToPointer, pickAt } from './camera/pointer.ts'
import type { TwinLoop } from './camera/twin-loop.ts'
import { publishCamera } from './city-camera.ts'
import { showLabels, showMarks, showPictures, showScenario, type LoadPlaceNames } from './city-contents.ts'
import { createWalkControls } from './camera/walk-controls.ts'
import { createBaseMap } from './ground/base-map.ts'
import { createLoading, type Loading } from './loading.ts'
import type { BuildingShader } from './look/building-shader.ts'
import { createCityLook } from './look/city-look.ts'
import { SCENE_THEMES } from './look/scene-theme.ts'
import { createLoopView } from './loop-view.ts'
import { showAddedServices } from './online/online-added.ts'
import { createOnlineSwitch } from './online/online-switch.ts'
import { countFrames, publishProbe } from './probe.ts'
import { createProgressMeter } from './progress.ts'
import { createAdaptiveQuality } from './quality/adaptive-quality.ts'
import type { Governor } from './quality/governor.ts'
import { leaveOutReflections } from './quality/renderer-limits.ts'
import type { Recovery } from './recovery.ts'
import { configureScene } from './scene-setup.ts'
import type { Pick, SceneServices } from './types.ts'
import { createLabelBoard } from './vectors/label-board.ts'
import { createVectors } from './vectors/vectors.ts'

export interface CitySceneOptions {
  readonly city: City<CityId>
  readonly widget: CesiumWidget
  readonly element: HTMLElement
  readonly store: AppStore
  readonly loop: TwinLoop
  readonly painter: MapPainter
  readonly labels: LoadPlaceNames
  readonly services: SceneServices
  readonly buildings: BuildingShader
  readonly governor: Governor
  readonly recovery: Recovery
  readonly isMotionReduced: boolean
}

export interface CityScene {
  readonly setTileset: (tileset: Cesium3DTileset | null) => void
  /** What stands in the middle of the view. */
  readonly pickMiddle: () => Pick | null
  readonly fail: (message: string) => void
  readonly dispose: () => void
}

/** Everything in one city's view but the tileset itself, kept equal to the store. */
export function createCityScene(options: CitySceneOptions): CityScene {
  const { city, widget, element, store, loop, buildings, services } = options
  const cityId = city.id
  const { scene } = widget
  const ground = groundOf(city)
  configureScene(scene)
  configureCamera(scene, options.isMotionReduced)

  let isDisposed = false
  const report = (error: unknown): void => services.onFailure(cityId, messageOf(error))
  const meter = createProgressMeter(store, cityId)
  /** Nothing can be drawn any more: the view has to be built anew. */
  let isLost = false
  const fail = (error: unknown): void => {
    if (isDisposed) return
    isLost = true
    meter.fail(messageOf(error))
    report(error)
  }

  let touch = (): void => {}
  const look = createCityLook(scene, city, element, store, buildings, () => {
    scene.requestRender()
    touch()
  })
  const quality = createAdaptiveQuality(widget, store, options.governor, () => loading.isComplete())
  touch = quality.touch
  const baseMap = createBaseMap(
    scene,
    city,
    options.painter,
    look.theme(),
    () => loading.measure(),
    report,
    (isSome) => store.getState().updateSession((session) => setOwnLeftOut(session, cityId, isSome)),
    (files) => {
      for (const file of files) store.getState().updateSession((session) => addTrouble(session, { kind: 'file', file }))
    },
  )
  const loading: Loading = createLoading(scene, baseMap, meter, quality.wait)
  const vectors = createVectors(scene, ground)
  const board = createLabelBoard(scene, ground, SCENE_THEMES[look.theme()])
  const buildingsShow = createBuildingsShow(scene)
  const parts = { scene, city, store, look, buildings, baseMap, vectors, board }
  const online = createOnlineSwitch(scene, city, (isShown) => buildingsShow.setHidden('official model', !isShown), report)

  const wantsHit = (): boolean => store.getState().session.drawing?.tool !== undefined
  const frames = countFrames(scene)
  // The event of a lost context may come after the next frame, which could only fail.
  const gl = scene.canvas.getContext('webgl2')
  let areNamesThere = false
  const isSettled = (): boolean => isLost || (quality.isSettled() && areNamesThere && board.isDrawn())

  const disposers = [
    showPictures(parts, quality.touch),
    showMarks(parts, quality.touch),
    showScenario({ scene, city, ground, store, look, buildings, onPull: services.onFinish, onChange: quality.touch }, report),
    showLabels(parts, loading.onceComplete, options.labels, (error) => {
      areNamesThere = true
      if (error !== undefined) report(error)
    }),
    look.watchTheme(baseMap.setTheme),
    watch(
      store,
      ({ app }) => [app.onlineModel, app.onlineBaseMap],
      () => online.apply(store.getState().app),
    ),
    showAddedServices(scene, city, store, (isHidden) => buildingsShow.setHidden('added', isHidden)),
    loop.add(
      createLoopView({
        ...parts,
        ground,
        widget,
        element,
        quality,
        loading,
        loop,
        isLost: () => isLost || gl?.isContextLost() === true,
        fail,
      }),
    ),
    listenToPointer(scene, city, ground, {
      isDrawing: () => store.getState().session.drawing !== null || store.getState().session.scenarioTool !== null,
      wantsHover: () => store.getState().session.scenarioTool !== null,
      onHover: (positionDegrees) => services.onHover(cityId, positionDegrees),
      wantsHit,
      onPick: services.onPick,
      onFinish: services.onFinish,
      onApproach: (position, share) => approachPlace(loop, city, position, share),
    }),
    createWalkControls(scene, cityId, store, loop),
    scene.renderError.addEventListener((_scene: unknown, error: unknown) => fail(error ?? 'The view could not be drawn')),
    watchSize(element, board.refresh),
    listen(scene.canvas, 'webglcontextlost', () => {
      isLost = true
      if (!options.recovery.lost(cityId)) fail('The graphics context of this view was lost')
    }),
    frames.end,
    publishCamera(cityId, scene, () => loading.isComplete() && isSettled()),
    publishProbe(cityId, () => ({
      pose: loop.poseOf(cityId),
      tilesLoaded: !isLost && loading.isComplete(),
      isSettled: isSettled(),
      showsOwnBuildings: buildingsShow.isShown(),
      triangles: buildingsShow.triangles(),
      framesRendered: frames.read(),
      centrePick: () => scene.pick(new Cartesian2(scene.canvas.clientWidth / 2, scene.canvas.clientHeight / 2)) !== undefined,
    })),
  ]

  return {
    setTileset: (tileset) => {
      if (tileset !== null) leaveOutReflections(tileset)
      buildingsShow.setTileset(tileset)
      loading.setTileset(tileset)
      tileset?.allTilesLoaded.addEventListener(board.refresh)
      // The rest of the city still shows: the failure is reported, and drawing goes on.
      tileset?.tileFailed.addEventListener(({ message }: { message: string }) => {
        meter.fail(`Some buildings could not be loaded: ${message}`)
        report(message)
      })
    },
    pickMiddle: () => pickAt(scene, city, ground, new Cartesian2(scene.canvas.clientWidth / 2, scene.canvas.clientHeight / 2), wantsHit()),
    fail,
    dispose: () => {
      isDisposed = true
      for (const dispose of disposers) dispose()
      for (const part of [loading, quality, online, baseMap, look, meter]) part.dispose()
    },
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
