import { cityById, type CityId } from '../../cities/index.ts'
import { useApp } from '../context.tsx'
import { resolveTheme, type Theme } from '../theme.ts'
import { DARK_QUERY, useMediaQuery } from '../viewport.ts'

/** The theme that shows. */
export function useTheme(): Theme {
  return resolveTheme(
    useApp((app) => app.theme),
    useMediaQuery(DARK_QUERY),
  )
}

/** Colours of a chart as plain values: a picture that is taken along has no style sheet. */
export function chartColours(theme: Theme) {
  return {
    ink: theme === 'light' ? '#20272b' : '#e9e6e0',
    quiet: theme === 'light' ? '#867f72' : '#717b84',
    paper: theme === 'light' ? '#fffdf8' : '#14181c',
    accent: (cityId: CityId) => cityById(cityId).accent[theme],
  }
}
