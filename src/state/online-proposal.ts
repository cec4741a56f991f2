import type { AppState } from './app-state.ts'

/** Online sources of our own that a link may ask for, by the part of the state that switches each on. */
export const LINKED_SOURCES = ['onlineBaseMap', 'onlineModel'] as const satisfies readonly (keyof AppState)[]
export type LinkedSource = (typeof LINKED_SOURCES)[number]

/**
 * Takes out of a state that came by a link what would reach out by itself: a link may propose a source, and the
 * user lets it in.
 *
 * @param allowed sources that the user has switched on in this tab before
 */
export function holdBackSources(
  app: AppState,
  allowed: readonly string[],
): { readonly app: AppState; readonly proposed: readonly LinkedSource[] } {
  const proposed = LINKED_SOURCES.filter((source) => app[source] && !allowed.includes(source))
  return { app: { ...app, ...Object.fromEntries(proposed.map((source) => [source, false])) }, proposed }
}
