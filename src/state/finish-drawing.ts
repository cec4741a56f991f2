import { isArea, isFull, withArea } from './drawing.ts'
import { setDrawing } from './session-transitions.ts'
import type { AppStore } from './store.ts'
import { setComparison } from './transitions.ts'

/** Makes the drawing its city's area, beside earlier ones, and shows its figures. @returns false where it is no area yet. */
export function finishDrawing(store: AppStore): boolean {
  const { drawing } = store.getState().session
  if (drawing === null || drawing.tool !== undefined || drawing.cityId === null || !isArea(drawing.corners)) return false
  const { cityId, corners } = drawing
  if (isFull(store.getState().app.comparison.areas, cityId)) return false
  store.getState().update((app) => setComparison(app, { tab: 'areas', areas: withArea(app.comparison.areas, cityId, corners) }))
  store.getState().updateSession((session) => setDrawing(session, null))
  return true
}
