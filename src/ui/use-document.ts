import { useEffect, useLayoutEffect } from 'react'
import { useApp, useMessages } from './context.tsx'
import { accentProperties, resolveTheme, type Theme } from './theme.ts'
import { DARK_QUERY, useMediaQuery } from './viewport.ts'

/** Keeps the document's language, title and theme equal to the state; returns the theme that shows. */
export function useDocument(): Theme {
  const { language, text, cityNames } = useMessages()
  const chosen = useApp((app) => app.theme)
  const theme = resolveTheme(chosen, useMediaQuery(DARK_QUERY))
  useEffect(() => {
    document.documentElement.lang = language
    document.title = `${text('app.name')} – ${cityNames}`
  }, [language, text, cityNames])
  // Before the first paint, and on the root, since popovers stand outside of the shell.
  useLayoutEffect(() => {
    const root = document.documentElement
    root.dataset['theme'] = theme
    for (const [name, value] of Object.entries(accentProperties(theme))) root.style.setProperty(name, String(value))
  }, [theme])
  return theme
}
