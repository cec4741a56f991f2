import type { CSSProperties } from 'react'
import { CITIES } from '../cities/index.ts'

export type Theme = 'light' | 'dark'

/** The theme that shows: the chosen one, or the device's. */
export function resolveTheme(chosen: 'system' | Theme, deviceIsDark: boolean): Theme {
  if (chosen !== 'system') return chosen
  return deviceIsDark ? 'dark' : 'light'
}

/** One custom property `--accent-<city id>` for each city. */
export function accentProperties(theme: Theme): CSSProperties {
  return Object.fromEntries(CITIES.map((city) => [`--accent-${city.id}`, city.accent[theme]])) as CSSProperties
}

/** The style that makes `--accent` the city's accent inside of an element. */
export function accentOf(cityId: string): CSSProperties {
  return { '--accent': `var(--accent-${cityId})` } as CSSProperties
}
