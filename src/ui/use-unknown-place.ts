import { useEffect } from 'react'
import type { Selection } from '../state/app-state.ts'
import { useServices } from './context.tsx'

/** Says that a link had a place that the data do not know. */
export function useUnknownPlace(): void {
  const { store, notify } = useServices()
  useEffect(() => {
    const say = (place: Selection | null): void => {
      if (place !== null) notify({ key: 'notice.unknownPlace', values: { place: place.id.slice(0, 60) } })
    }
    // The data may have answered before the interface stood.
    say(store.getState().session.unknownPlace)
    return store.subscribe(({ session }, before) => {
      if (session.unknownPlace !== before.session.unknownPlace) say(session.unknownPlace)
    })
  }, [store, notify])
}
