import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { CITIES, type CityId } from '../cities/index.ts'
import type { MapPainter } from '../basemap/types.ts'
import type { Labels } from '../layers/types.ts'
import { shownCityIds } from '../state/shown-cities.ts'
import type { AppStore, Store } from '../state/store.ts'
import { CityView } from './city-view.tsx'
import { createTwinLoop } from './camera/twin-loop.ts'
import type { SceneServices } from './types.ts'
import './scene.css'

export interface TwinViewProps {
  readonly store: AppStore
  readonly painter: MapPainter
  readonly labels: (cityId: CityId, language: Store['app']['language']) => Promise<Labels>
  readonly services: SceneServices
  /** What a screen reader says of a city's view; the city's name when left out. */
  readonly describeView?: (cityId: CityId) => string
}

/** Every city's view, side by side or stacked, over one loop. Fills its parent. */
export function TwinView({ store, painter, labels, services, describeView }: TwinViewProps) {
  const layout = useStore(store, (state) => state.app.layout)
  const swapped = useStore(store, (state) => state.app.swapped)
  const language = useStore(store, (state) => state.app.language)
  const retries = useStore(store, (state) => state.session.retries)
  const isMotionReduced = useMemo(() => matchMedia('(prefers-reduced-motion: reduce)').matches, [])
  const loop = useMemo(() => createTwinLoop(store, () => isMotionReduced), [store, isMotionReduced])
  useEffect(() => loop.start(), [loop])

  const shown = shownCityIds(layout, swapped)
  return (
    <div className="twin-view">
      {CITIES.map((city) => (
        <CityView
          // A retry builds the view anew.
          key={`${city.id}-${retries[city.id]}`}
          city={city} store={store} loop={loop} painter={painter} labels={labels} services={services}
          isShown={shown.includes(city.id)} visibleViews={shown.length}
          order={shown.indexOf(city.id)} isMotionReduced={isMotionReduced}
          ariaLabel={describeView?.(city.id) ?? city.names[language]}
        />
      ))}
    </div>
  )
}
