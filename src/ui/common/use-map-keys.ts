import { useEffect } from 'react'
import type { CityId } from '../../cities/index.ts'

/**
 * Keys in a view while something is drawn there, beside Space, which the view itself takes. The first view takes the focus, and the
 * button that began gets it back.
 *
 * @param onKey says whether it took the key
 * @param returnTo selector of the button that began
 */
export function useMapKeys(onKey: (key: string, cityId: CityId) => boolean, returnTo: string): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const view = event.target instanceof Element ? event.target.closest<HTMLElement>('.city-view') : null
      if (view === null || event.ctrlKey || event.metaKey || event.altKey) return
      // Before the view itself, which may know the key too.
      if (!onKey(event.key, view.dataset.city as CityId)) return
      event.preventDefault()
      event.stopPropagation()
    }
    document.addEventListener('keydown', listen, { capture: true })
    return () => document.removeEventListener('keydown', listen, { capture: true })
  })
  useEffect(() => {
    document.querySelector<HTMLElement>('.city-view:not([hidden])')?.focus({ preventScroll: true })
    return () => {
      // The button is enabled and, on a phone, shown again only after this.
      requestAnimationFrame(() => document.querySelector<HTMLElement>(returnTo)?.focus())
    }
  }, [returnTo])
}
