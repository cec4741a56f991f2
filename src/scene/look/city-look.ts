import { Cartesian3, Color, DirectionalLight, JulianDate, type Scene } from '@cesium/engine'
import type { CameraPose, City } from '../../cities/city.ts'
import type { AppStore } from '../../state/store.ts'
import { watch, watchChanges, type Unwatch } from '../../state/watch.ts'
import { listen } from '../camera/element-events.ts'
import { axesOf, type BuildingShader } from './building-shader.ts'
import { createHaze } from './haze.ts'
import { lightCity } from './lighting.ts'
import { resolveTheme, SCENE_THEMES, type Theme } from './scene-theme.ts'
import { paintSky } from './sky.ts'

/** The shadows reach farther the higher the camera stands: nothing near is lost, and the far is not all. */
const SHADOW_METRES = { perMetreOfHeight: 6, fewest: 1500, most: 14_000 } as const

export interface CityLook {
  readonly theme: () => Theme
  /** Keeps something else in the colours of the theme: called at once, and again for each other theme. */
  readonly watchTheme: (apply: (theme: Theme) => void) => Unwatch
  /** The instant whose light the next frame is drawn in. */
  readonly instant: () => JulianDate
  /** Haze, shadows and sky for where the camera stands; cheap while it stands still. */
  readonly setPose: (pose: CameraPose) => void
  readonly dispose: () => void
}

/**
 * Theme, sun, haze and sky of one city's view, kept equal to the store and to the device's preference.
 * `onChange` is called at each change of light, which a theme brings too.
 */
export function createCityLook(
  scene: Scene,
  city: City,
  element: HTMLElement,
  store: AppStore,
  buildings: BuildingShader,
  onChange: () => void,
): CityLook {
  const axes = axesOf(city)
  const haze = createHaze()
  scene.globe.material = haze.material
  let theme: Theme = resolveTheme(store.getState().app.theme)
  let instant = new JulianDate()
  let shownPose = ''
  const followers = new Set<(theme: Theme) => void>()

  const applyLight = (): void => {
    const { date, minutes, shadows } = store.getState().app
    const light = lightCity(city, SCENE_THEMES[theme], date, minutes, shadows)
    instant = JulianDate.fromDate(light.instant)
    buildings.setLighting(light)
    haze.setColours(
      Color.fromCssColorString(light.horizon),
      Color.fromCssColorString(light.groundNight.colour).withAlpha(light.groundNight.share),
    )
    const [east, north, up] = light.directionEastNorthUp
    const towards = new Cartesian3()
    for (const [axis, share] of [
      [axes.east, east],
      [axes.north, north],
      [axes.up, up],
    ] as const) {
      Cartesian3.add(towards, Cartesian3.multiplyByScalar(axis, share, new Cartesian3()), towards)
    }
    scene.light = new DirectionalLight({ direction: Cartesian3.negate(towards, towards) })
    scene.shadowMap.enabled = light.casts
    element.style.setProperty('--sky-horizon', light.horizon)
    element.style.setProperty('--sky-top', light.skyTop)
    onChange()
  }

  const applyTheme = (): void => {
    theme = resolveTheme(store.getState().app.theme)
    scene.globe.baseColor = Color.fromCssColorString(SCENE_THEMES[theme].beyondData)
    buildings.setTheme(SCENE_THEMES[theme], city.accent[theme])
    element.style.setProperty('--city-accent', city.accent[theme])
    for (const follow of followers) follow(theme)
    applyLight()
  }

  const disposers = [
    watch(store, ({ app }) => app.theme, applyTheme),
    watchChanges(store, ({ app }) => [app.date, app.minutes, app.shadows], applyLight),
    listen(matchMedia('(prefers-color-scheme: dark)'), 'change', applyTheme),
  ]

  return {
    theme: () => theme,
    watchTheme: (apply) => {
      followers.add(apply)
      apply(theme)
      return () => followers.delete(apply)
    },
    instant: () => instant,
    setPose: (pose) => {
      const key = `${pose.heightMetres.toFixed(2)} ${pose.pitchDegrees.toFixed(3)}`
      if (key === shownPose) return
      shownPose = key
      haze.setHeight(pose.heightMetres)
      buildings.setHeight(pose.heightMetres)
      const { perMetreOfHeight, fewest, most } = SHADOW_METRES
      scene.shadowMap.maximumDistance = Math.min(Math.max(pose.heightMetres * perMetreOfHeight, fewest), most)
      paintSky(element, pose)
    },
    dispose: () => {
      for (const dispose of disposers) dispose()
    },
  }
}
