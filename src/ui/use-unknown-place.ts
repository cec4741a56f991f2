import { useEffect } from 'react'
import { useServices } from './context.tsx'

/** Says that a link had a place that the data do not know. */
export function useUnknownPlace(): void {
  const { store, notify } = useServices()
  useEffect(
    () =>
      store.subscribe(({ session }, before) => {
        if (session.unknownPlace !== before.session.unknownPlace && session.unknownPlace !== null) {
          notify({ key: 'notice.unknownPlace', values: { place: session.unknownPlace.id.slice(0, 60) } })
        }
      }),
    [store, notify],
  )
}
