import type { Scene } from '@cesium/engine'
import type { City } from '../cities/city.ts'
import type { CityId } from '../cities/index.ts'
import type { Labels } from '../layers/types.ts'
import { sketchesOf } from '../state/drawing.ts'
import type { AppStore, Store } from '../state/store.ts'
import { watch, type Unwatch } from '../state/watch.ts'
import { gatherPictures, type CityPictures } from './city-pictures.ts'
import type { BaseMap } from './ground/base-map.ts'
import type { BuildingShader } from './look/building-shader.ts'
import type { CityLook } from './look/city-look.ts'
import { SCENE_THEMES } from './look/scene-theme.ts'
import type { ScenarioParts } from './scenario/scenario-parts.ts'
import type { LabelBoard } from './vectors/label-board.ts'
import type { Vectors } from './vectors/vectors.ts'

export type LoadPlaceNames = (cityId: CityId, language: Store['app']['language']) => Promise<Labels>

/** The parts of one city's view that show what the store holds. */
export interface CityParts {
  readonly scene: Scene
  readonly city: City<CityId>
  readonly store: AppStore
  readonly look: CityLook
  readonly buildings: BuildingShader
  readonly baseMap: BaseMap
  readonly vectors: Vectors
  readonly board: LabelBoard
}

const NOTHING_HIDDEN: readonly number[] = []

/** Shows what the active layers draw in a city, each kind where it belongs. */
export function showPictures({ scene, city, store, look, buildings, baseMap, vectors }: CityParts, onChange: () => void): Unwatch {
  const show = <Kind extends keyof CityPictures>(kind: Kind, apply: (picture: CityPictures[Kind]) => void): Unwatch =>
    watch(
      store,
      (now) => gatherPictures(now, city.id)[kind],
      (picture) => {
        apply(picture)
        scene.requestRender()
        onChange()
      },
    )
  const showPoints = (points: CityPictures['points']): void => vectors.setPoints(points, SCENE_THEMES[look.theme()])
  const ends = [
    // Undefined: its picture is not there yet, so what is shown stays.
    show('colours', (colours) => {
      if (colours !== undefined) buildings.setColours(colours?.rgba ?? null)
    }),
    watch(
      store,
      ({ session }) => session.planned[city.id]?.hidden ?? NOTHING_HIDDEN,
      (hidden) => {
        buildings.setHidden(hidden)
        scene.requestRender()
        onChange()
      },
    ),
    show('polygons', baseMap.setAreas),
    show('own', baseMap.setOwn),
    show('lines', vectors.setLines),
    show('points', showPoints),
    look.watchTheme(() => showPoints(gatherPictures(store.getState(), city.id).points)),
  ]
  return () => {
    for (const end of ends) end()
  }
}

/** Marks what is selected, and the area that is being drawn or was drawn. */
export function showMarks({ scene, city, store, look, buildings, vectors }: CityParts, onChange: () => void): Unwatch {
  const outlineOf = ({ session }: Store) => session.outline[city.id] ?? null
  const showOutline = (): void => vectors.setOutline(outlineOf(store.getState()), city.accent[look.theme()])
  const showSketch = (): void => {
    const { app, session } = store.getState()
    const theme = look.theme()
    vectors.setSketches(sketchesOf(app, session.drawing, city.id), city.accent[theme], SCENE_THEMES[theme])
  }
  const ends = [
    watch(
      store,
      ({ session }) => session.highlight[city.id] ?? null,
      (index) => {
        buildings.setSelected(index)
        scene.requestRender()
        onChange()
      },
    ),
    watch(store, outlineOf, () => {
      showOutline()
      onChange()
    }),
    watch(
      store,
      ({ app, session }) => [session.drawing, app.comparison.tab, app.comparison.areas],
      () => {
        showSketch()
        onChange()
      },
    ),
    look.watchTheme(() => {
      showOutline()
      showSketch()
    }),
  ]
  return () => {
    for (const end of ends) end()
  }
}

/**
 * Names of places in the language of the interface, and over them the labels of layers. Names are fetched last:
 * what they name comes first. `onEnd` is called each time that they are there, or with why they cannot be had.
 */
export function showLabels(
  { city, store, look, board }: CityParts,
  onceComplete: (run: () => void) => void,
  load: LoadPlaceNames,
  onEnd: (error?: unknown) => void,
): Unwatch {
  let places: Labels | null = null
  let ends: readonly Unwatch[] = []
  let isOver = false
  const show = (): void => {
    const { labels } = gatherPictures(store.getState(), city.id)
    board.setLabels(places === null ? labels : [places, ...labels])
  }
  const loadPlaces = (language: Store['app']['language']): void => {
    load(city.id, language).then((labels) => {
      if (isOver || store.getState().app.language !== language) return
      places = labels
      show()
      onEnd()
    }, onEnd)
  }
  ends = [look.watchTheme((theme) => board.setTheme(SCENE_THEMES[theme])), watch(store, (now) => gatherPictures(now, city.id).labels, show)]
  onceComplete(() => {
    ends = [...ends, watch(store, ({ app }) => app.language, loadPlaces)]
  })
  return () => {
    isOver = true
    for (const end of ends) end()
  }
}

/** Shows the blocks of a scenario, and what is being drawn of one; the code for it comes with the first scenario. */
export function showScenario(parts: ScenarioParts, onFailure: (error: unknown) => void): Unwatch {
  let end: Unwatch | null = null
  let isOver = false
  let isAsked = false
  const unwatch = watch(
    parts.store,
    ({ session }) => session.scenario !== null || session.planned[parts.city.id] !== undefined,
    (isNeeded) => {
      if (!isNeeded || isAsked) return
      isAsked = true
      import('./scenario/show-planned.ts').then(({ showPlanned }) => {
        if (!isOver) end = showPlanned(parts)
      }, onFailure)
    },
  )
  return () => {
    isOver = true
    unwatch()
    end?.()
  }
}
