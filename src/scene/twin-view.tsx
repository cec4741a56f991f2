import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { CITIES, type CityId } from '../cities/index.ts'
import type { MapPainter } from '../basemap/types.ts'
import { shownCityIds } from '../state/shown-cities.ts'
import { requestRetry } from '../state/session-transitions.ts'
import type { AppStore } from '../state/store.ts'
import type { LoadPlaceNames } from './city-contents.ts'
import { CityView } from './city-view.tsx'
import { createTwinLoop } from './camera/twin-loop.ts'
import { createGovernor, LIGHTEST_STEP } from './quality/governor.ts'
import { IS_SOFTWARE_RENDERED } from './quality/renderer-limits.ts'
import { createRecovery } from './recovery.ts'
import { keepEngineLean } from './lean-engine.ts'
import type { SceneServices } from './types.ts'
import './scene.css'

keepEngineLean()

export interface TwinViewProps {
  readonly store: AppStore
  readonly painter: MapPainter
  readonly labels: LoadPlaceNames
  readonly services: SceneServices
  /** What a screen reader says of a city's view; the city's name when left out. */
  readonly describeView?: (cityId: CityId) => string
}

/** Every city's view, side by side or stacked, over one loop. Fills its parent. */
export function TwinView({ store, painter, labels, services, describeView }: TwinViewProps) {
  const layout = useStore(store, (state) => state.app.layout)
  const swapped = useStore(store, (state) => state.app.swapped)
  const language = useStore(store, (state) => state.session.shownLanguage)
  const retries = useStore(store, (state) => state.session.retries)
  const isMotionReduced = useMemo(() => matchMedia('(prefers-reduced-motion: reduce)').matches, [])
  const loop = useMemo(() => createTwinLoop(store, () => isMotionReduced), [store, isMotionReduced])
  const governor = useMemo(() => createGovernor(IS_SOFTWARE_RENDERED ? LIGHTEST_STEP : 0), [])
  const recovery = useMemo(
    () => createRecovery((cityId) => store.getState().updateSession((session) => requestRetry(session, cityId))),
    [store],
  )
  useEffect(() => loop.start(), [loop])
  useEffect(() => recovery.dispose, [recovery])

  const shown = shownCityIds(layout, swapped)
  return (
    <div className="twin-view">
      {CITIES.map((city) => (
        <CityView
          // A retry builds the view anew.
          key={`${city.id}-${retries[city.id]}`}
          city={city}
          store={store}
          loop={loop}
          governor={governor}
          recovery={recovery}
          painter={painter}
          labels={labels}
          services={services}
          isShown={shown.includes(city.id)}
          visibleViews={shown.length}
          order={shown.indexOf(city.id)}
          isMotionReduced={isMotionReduced}
          ariaLabel={describeView?.(city.id) ?? city.names[language]}
        />
      ))}
    </div>
  )
}
