import { useCallback, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Cesium3DTileset as Tileset, CesiumWidget as Widget } from '@cesium/engine'
import type { CesiumWidget as PackageWidget } from 'cesium'
import { Cesium3DTileset, CesiumWidget, type CesiumComponentRef } from 'resium'
import type { City } from '../cities/city.ts'
import { groundOf } from '../cities/ground.ts'
import type { CityId } from '../cities/index.ts'
import type { MapPainter } from '../basemap/types.ts'
import { cornerInMiddle } from '../state/drawing.ts'
import type { AppStore } from '../state/store.ts'
import { createBuildingShader, type BuildingShader } from './look/building-shader.ts'
import { createCityScene, type CityScene } from './city-scene.ts'
import type { LoadPlaceNames } from './city-contents.ts'
import { createTerrain } from './ground/terrain.ts'
import { poseAfterKey } from './camera/keyboard.ts'
import { CONTEXT_OPTIONS, ENVIRONMENT_MAP_OPTIONS, MEMORY_BUDGET_BYTES } from './quality/renderer-limits.ts'
import { QUALITY_STEPS, type Governor } from './quality/governor.ts'
import type { Recovery } from './recovery.ts'
import type { TwinLoop } from './camera/twin-loop.ts'
import type { SceneServices } from './types.ts'

export interface CityViewProps {
  readonly city: City<CityId>
  readonly store: AppStore
  readonly loop: TwinLoop
  readonly governor: Governor
  readonly recovery: Recovery
  readonly painter: MapPainter
  readonly labels: LoadPlaceNames
  readonly services: SceneServices
  readonly isShown: boolean
  readonly visibleViews: number
  readonly order: number
  readonly ariaLabel: string
  readonly isMotionReduced: boolean
}

/** One city: a widget of the engine, its buildings, and everything that `createCityScene` adds. */
export function CityView(props: CityViewProps) {
  const { city, store, loop } = props
  const cityId = city.id
  const elementRef = useRef<HTMLDivElement>(null)
  const sceneRef = useRef<CityScene | null>(null)
  const [widget, setWidget] = useState<Widget | null>(null)
  const [buildings, setBuildings] = useState<BuildingShader | null>(null)
  // Built once: a changed prop of the widget would rebuild the whole view.
  const terrain = useMemo(() => createTerrain(city, groundOf(city)), [city])
  const takeWidget = useCallback((reference: CesiumComponentRef<PackageWidget> | null) => {
    // resium's types are of the package `cesium`, which at run time is the engine (see vite.config.ts).
    setWidget((reference?.cesiumElement ?? null) as unknown as Widget | null)
  }, [])

  // A layout effect ends before the widget below it does: no frame comes between the two.
  const { painter, labels, services, governor, recovery, isMotionReduced } = props
  useLayoutEffect(() => {
    const element = elementRef.current
    if (widget === null || widget.isDestroyed() || element === null) return
    // A shader's textures belong to one graphics context, so it lives as long as its widget.
    const shader = createBuildingShader(city)
    const scene = createCityScene({
      city,
      widget,
      element,
      store,
      loop,
      painter,
      labels,
      services,
      buildings: shader,
      governor,
      recovery,
      isMotionReduced,
    })
    sceneRef.current = scene
    setBuildings(shader)
    return () => {
      sceneRef.current = null
      setBuildings(null)
      scene.dispose()
    }
  }, [widget, city, store, loop, painter, labels, services, governor, recovery, isMotionReduced])

  const onReady = useCallback((tileset: Tileset) => {
    sceneRef.current?.setTileset(tileset)
  }, [])
  const onError = useCallback((error: unknown) => {
    sceneRef.current?.fail(`The buildings could not be loaded: ${error instanceof Error ? error.message : String(error)}`)
  }, [])
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const { drawing, walk, scenarioTool } = store.getState().session
      // A walker's keys are heard by the panel of the walk.
      if (walk !== null) return
      if (event.key === ' ' && drawing?.tool !== undefined) {
        services.onPick(sceneRef.current?.pickMiddle() ?? null)
        event.preventDefault()
        return
      }
      if (event.key === ' ' && (drawing !== null || scenarioTool !== null)) {
        // The store hears of a pose a moment later; a corner is where the camera looks now.
        const positionDegrees = cornerInMiddle(cityId, loop.poseOf(cityId))
        services.onPick({ cityId, kind: 'ground', buildingIndex: null, featureId: null, positionDegrees })
        event.preventDefault()
        return
      }
      const pose = poseAfterKey(event.key, loop.poseOf(cityId))
      if (pose === null) return
      event.preventDefault()
      if (event.key === 'Home') loop.fly(cityId, pose)
      else loop.move(cityId, pose)
    },
    [cityId, loop, services, store],
  )

  const budget = MEMORY_BUDGET_BYTES / Math.max(props.visibleViews, 1)
  return (
    <div
      ref={elementRef}
      className="city-view"
      data-city={cityId}
      hidden={!props.isShown}
      style={{ order: props.order }}
      role="application"
      aria-label={props.ariaLabel}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <CesiumWidget
        ref={takeWidget}
        className="city-canvas"
        terrainProvider={terrain}
        baseLayer={false}
        skyBox={false}
        skyAtmosphere={false}
        scene3DOnly
        requestRenderMode
        maximumRenderTimeChange={Number.POSITIVE_INFINITY}
        useDefaultRenderLoop={false}
        orderIndependentTranslucency={false}
        showRenderLoopErrors={false}
        msaaSamples={QUALITY_STEPS[0].samples}
        contextOptions={CONTEXT_OPTIONS}
        blurActiveElementOnCanvasFocus={false}
      >
        {buildings !== null && (
          <Cesium3DTileset
            url={`${import.meta.env.BASE_URL}tilesets/${cityId}/tileset.json`}
            customShader={buildings.shader}
            maximumScreenSpaceError={16}
            cacheBytes={budget / 2}
            maximumCacheOverflowBytes={budget / 2}
            cullRequestsWhileMoving={false}
            preloadFlightDestinations={false}
            enableCollision={false}
            dynamicScreenSpaceError={false}
            environmentMapOptions={ENVIRONMENT_MAP_OPTIONS}
            onReady={onReady}
            onError={onError}
          />
        )}
      </CesiumWidget>
    </div>
  )
}
