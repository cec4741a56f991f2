import { useSyncExternalStore } from 'react'

/** Phones, also lying on their side: panels go into a bottom sheet. */
export const COMPACT_QUERY = '(max-width: 719px), (max-height: 499px)'
/** The views stand one above the other when the window is higher than wide. */
export const STACKED_QUERY = '(orientation: portrait)'
export const DARK_QUERY = '(prefers-color-scheme: dark)'

/** Whether a media query holds; false where there is no window. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (notify) => {
      const list = matchMedia(query)
      list.addEventListener('change', notify)
      return () => list.removeEventListener('change', notify)
    },
    () => matchMedia(query).matches,
    () => false,
  )
}
