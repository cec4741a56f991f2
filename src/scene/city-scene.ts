import {
  Cartesian2, Cartesian3, Color, DirectionalLight, JulianDate, type Cesium3DTileset, type CesiumWidget,
} from '@cesium/engine'
import type { City } from '../cities/city.ts'
import type { CityId } from '../cities/index.ts'
import { groundOf } from '../cities/ground.ts'
import { offsetOfPoint } from '../cities/local-offset.ts'
import type { MapPainter } from '../basemap/types.ts'
import type { Labels } from '../layers/types.ts'
import { focusOf, poseLookingAt } from '../state/camera-pose.ts'
import { sketchOf } from '../state/drawing.ts'
import { finishDrawing } from '../state/finish-drawing.ts'
import { setOwnLeftOut } from '../state/session-transitions.ts'
import type { AppStore, Store } from '../state/store.ts'
import { createBaseMap } from './ground/base-map.ts'
import { axesOf, type BuildingShader } from './look/building-shader.ts'
import { applyPose, configureCamera, fitFieldOfView, readPose, withoutDrift } from './camera/camera-control.ts'
import { gatherPictures } from './city-pictures.ts'
import { listen, watchSize } from './camera/element-events.ts'
import { createFrameFence } from './frame-fence.ts'
import { createHaze } from './look/haze.ts'
import { createLabelBoard } from './vectors/label-board.ts'
import { lightCity, type Lighting } from './look/lighting.ts'
import { showAddedServices } from './online/online-added.ts'
import { createOnlineSwitch } from './online/online-switch.ts'
import { listenToPointer } from './camera/pointer.ts'
import { createRestQuality } from './rest-quality.ts'
import { createProgressMeter } from './progress.ts'
import { publishProbe } from './probe.ts'
import { resolveTheme, SCENE_THEMES, type Theme } from './look/scene-theme.ts'
import { configureScene } from './scene-setup.ts'
import { paintSky } from './look/sky.ts'
import type { LoopView, TwinLoop } from './camera/twin-loop.ts'
import type { SceneServices } from './types.ts'
import { createVectors } from './vectors/vectors.ts'

export interface CitySceneOptions {
  readonly city: City<CityId>
  readonly widget: CesiumWidget
  readonly element: HTMLElement
  readonly store: AppStore
  readonly loop: TwinLoop
  readonly painter: MapPainter
  readonly labels: (cityId: CityId, language: Store['app']['language']) => Promise<Labels>
  readonly services: SceneServices
  readonly buildings: BuildingShader
  readonly isMotionReduced: boolean
}

export interface CityScene {
  readonly setTileset: (tileset: Cesium3DTileset | null) => void
  readonly fail: (message: string) => void
  readonly dispose: () => void
}

/** Everything in one city's view but the tileset itself, kept equal to the store. */
export function createCityScene(options: CitySceneOptions): CityScene {
  const { city, widget, element, store, loop, buildings, services } = options
  const cityId = city.id
  const { scene } = widget
  const axes = axesOf(city)
  const ground = groundOf(city)
  const now = store.getState()
  let theme: Theme = resolveTheme(now.app.theme)
  let lighting: Lighting | null = null
  let tileset: Cesium3DTileset | null = null
  let globePending = 1
  let hasFailed = false
  let skyKey = ''
  let framesRendered = 0

  configureScene(scene)
  configureCamera(scene, options.isMotionReduced)
  const haze = createHaze()
  scene.globe.material = haze.material
  const meter = createProgressMeter(store, cityId)
  const fail = (message: string): void => {
    hasFailed = true
    meter.fail(message)
    services.onFailure(cityId, message)
  }
  const isComplete = (): boolean =>
    tileset !== null && tileset.tilesLoaded && scene.globe.tilesLoaded && baseMap.pendingTiles() === 0
  const measure = (): void => {
    const waiting = globePending + baseMap.pendingTiles() + (tileset === null ? 3 : pendingTilesOf(tileset))
    meter.setPending(waiting, waiting === 0 && isComplete())
    if (waiting > 0) quality.wait()
  }
  const quality = createRestQuality(scene, () => isComplete())
  const baseMap = createBaseMap(scene, city, options.painter, theme, () => measure(), (message) => services.onFailure(cityId, message),
    (isSome) => store.getState().updateSession((session) => setOwnLeftOut(session, cityId, isSome)))
  const vectors = createVectors(scene, ground)
  const board = createLabelBoard(scene, ground, SCENE_THEMES[theme])

  const applyLighting = (): void => {
    const { app } = store.getState()
    const next = lightCity(city, SCENE_THEMES[theme], app.date, app.minutes, app.shadows)
    lighting = next
    buildings.setLighting(next)
    const night = Color.fromCssColorString(next.groundNight.colour).withAlpha(next.groundNight.share)
    haze.setColours(Color.fromCssColorString(next.horizon), night)
    const [east, north, up] = next.directionEastNorthUp
    const towards = new Cartesian3()
    for (const [axis, share] of [[axes.east, east], [axes.north, north], [axes.up, up]] as const) {
      Cartesian3.add(towards, Cartesian3.multiplyByScalar(axis, share, new Cartesian3()), towards)
    }
    scene.light = new DirectionalLight({ direction: Cartesian3.negate(towards, towards) })
    scene.shadowMap.enabled = next.casts
    element.style.setProperty('--sky-horizon', next.horizon)
    element.style.setProperty('--sky-top', next.skyTop)
    scene.requestRender()
  }

  const applyTheme = (): void => {
    theme = resolveTheme(store.getState().app.theme)
    const colours = SCENE_THEMES[theme]
    scene.globe.baseColor = Color.fromCssColorString(colours.beyondData)
    buildings.setTheme(colours, city.accent[theme])
    element.style.setProperty('--city-accent', city.accent[theme])
    baseMap.setTheme(theme)
    board.setTheme(colours)
    applyLighting()
  }

  const applyPictures = (): void => {
    const pictures = gatherPictures(store.getState(), cityId)
    if (pictures.colours !== undefined) buildings.setColours(pictures.colours?.rgba ?? null)
    baseMap.setAreas(pictures.polygons)
    baseMap.setOwn(pictures.own)
    if (!isSameList(pictures.lines, shownLines)) vectors.setLines(shownLines = pictures.lines)
    if (!isSameList(pictures.points, shownPoints)) vectors.setPoints(shownPoints = pictures.points, SCENE_THEMES[theme])
    if (!isSameList(pictures.labels, layerLabels)) {
      layerLabels = pictures.labels
      showLabels()
    }
    scene.requestRender()
  }
  let shownLines: ReturnType<typeof gatherPictures>['lines'] = []
  let shownPoints: ReturnType<typeof gatherPictures>['points'] = []
  let layerLabels: readonly Labels[] = []
  let placeLabels: Labels | null = null
  const showLabels = (): void => board.setLabels(placeLabels === null ? layerLabels : [placeLabels, ...layerLabels])

  const applyHighlight = (): void => {
    const { session } = store.getState()
    buildings.setSelected(session.highlight[cityId] ?? null)
    vectors.setOutline(session.outline[cityId] ?? null, city.accent[theme])
    scene.requestRender()
  }

  const applySketch = (): void => {
    const { app, session } = store.getState()
    vectors.setSketch(sketchOf(app, session.drawing, cityId), city.accent[theme], SCENE_THEMES[theme])
  }

  const loadLabels = (): void => {
    const { language } = store.getState().app
    options.labels(cityId, language).then(
      (labels) => {
        if (store.getState().app.language !== language) return
        placeLabels = labels
        showLabels()
      },
      (error: unknown) => services.onFailure(cityId, error instanceof Error ? error.message : String(error)),
    )
  }

  const fence = createFrameFence(scene)
  const view: LoopView = {
    cityId,
    isShown: () => !hasFailed && !element.hidden && element.clientWidth > 0 && element.clientHeight > 0,
    beginFrame: () => {
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
      // The last thing to finish may tell nobody.
      if (store.getState().session.progress[cityId].status === 'loading') measure()
      const pose = loop.poseOf(cityId)
      const key = `${pose.heightMetres.toFixed(2)} ${pose.pitchDegrees.toFixed(3)}`
      if (key !== skyKey) {
        skyKey = key
        haze.setHeight(pose.heightMetres)
        buildings.setHeight(pose.heightMetres)
        scene.shadowMap.maximumDistance = Math.min(Math.max(pose.heightMetres * 6, 1500), 14_000)
        paintSky(element, pose)
      }
      try {
        scene.render(lighting === null ? undefined : JulianDate.fromDate(lighting.instant))
      } catch (error) {
        fail(error instanceof Error ? error.message : String(error))
      }
    },
    isDrawn: fence.isDrawn,
    onRest: () => board.refresh(),
  }

  const online = createOnlineSwitch(
    scene, city,
    (isShown) => { isOwnModelShown = isShown; if (tileset !== null) tileset.show = isShown; scene.requestRender() },
    (message) => services.onFailure(cityId, message),
  )
  let isOwnModelShown = true

  applyTheme()
  applyPictures()
  online.apply(now.app)
  applyHighlight()
  applySketch()
  loadLabels()
  const disposers = [
    loop.add(view),
    showAddedServices(scene, city, store),
    scene.globe.tileLoadProgressEvent.addEventListener((pending: number) => { globePending = pending; measure() }),
    listenToPointer(scene, city, ground, {
      onPick: services.onPick,
      onApproach: (position, share) => {
        // Its second click is no corner; it ends the area.
        if (store.getState().session.drawing !== null) return void finishDrawing(store)
        const pose = loop.poseOf(cityId)
        const [eastMetres, northMetres] = offsetOfPoint(city, ...position)
        const distance = Math.max(focusOf(pose).distanceMetres * share, 150)
        loop.fly(cityId, poseLookingAt({ eastMetres, northMetres }, distance, pose.headingDegrees, pose.pitchDegrees))
      },
    }),
    store.subscribe((after, before) => {
      const isSeen = after.app !== before.app || after.session.pictures !== before.session.pictures || after.session.ownLayers !== before.session.ownLayers || after.session.zoneFills !== before.session.zoneFills ||
        after.session.highlight !== before.session.highlight || after.session.outline !== before.session.outline
      if (isSeen) quality.touch()
      if (after.app.theme !== before.app.theme) { applyTheme(); applyHighlight(); applySketch() }
      else if (after.app.date !== before.app.date || after.app.minutes !== before.app.minutes || after.app.shadows !== before.app.shadows) applyLighting()
      if (after.app.language !== before.app.language) loadLabels()
      online.apply(after.app)
      if (after.session.pictures !== before.session.pictures || after.session.ownLayers !== before.session.ownLayers || after.session.zoneFills !== before.session.zoneFills || after.app.buildingLayer !== before.app.buildingLayer ||
        after.app.areaLayer !== before.app.areaLayer || after.app.overlays !== before.app.overlays) applyPictures()
      if (after.session.highlight !== before.session.highlight || after.session.outline !== before.session.outline) applyHighlight()
      if (after.session.drawing !== before.session.drawing || after.app.comparison.tab !== before.app.comparison.tab || after.app.comparison.areas !== before.app.comparison.areas) applySketch()
    }),
    scene.postRender.addEventListener(() => { framesRendered += 1 }),
    scene.renderError.addEventListener((_scene: unknown, error: unknown) => {
      fail(error instanceof Error ? error.message : 'The view could not be drawn')
    }),
    watchSize(element, () => board.refresh()),
    listen(scene.canvas, 'webglcontextlost', () => fail('The graphics context of this view was lost')),
    listen(matchMedia('(prefers-color-scheme: dark)'), 'change', applyTheme),
    publishProbe(cityId, () => ({
      pose: loop.poseOf(cityId),
      tilesLoaded: isComplete(),
      triangles: tileset === null ? 0 : trianglesOf(tileset),
      framesRendered,
      centrePick: () => scene.pick(new Cartesian2(scene.canvas.clientWidth / 2, scene.canvas.clientHeight / 2)) !== undefined,
    })),
  ]

  return {
    setTileset: (next) => {
      tileset = next
      measure()
      if (next === null) return
      next.show = isOwnModelShown
      next.loadProgress.addEventListener(measure)
      next.allTilesLoaded.addEventListener(() => { measure(); board.refresh() })
      // The rest of the city still shows: the failure is told, and drawing goes on.
      next.tileFailed.addEventListener(({ message }: { message: string }) => {
        meter.fail(`Some buildings could not be loaded: ${message}`)
        services.onFailure(cityId, message)
      })
    },
    fail,
    dispose: () => {
      for (const dispose of disposers) dispose()
      quality.dispose()
      fence.dispose()
      online.dispose()
      baseMap.dispose()
      meter.dispose()
    },
  }
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}

function pendingTilesOf(tileset: Cesium3DTileset): number {
  const { statistics } = tileset as unknown as { statistics: { numberOfPendingRequests: number; numberOfTilesProcessing: number } }
  return statistics.numberOfPendingRequests + statistics.numberOfTilesProcessing
}

function trianglesOf(tileset: Cesium3DTileset): number {
  return (tileset as unknown as { statistics: { numberOfTrianglesSelected: number } }).statistics.numberOfTrianglesSelected
}
