import type { Pick } from '../scene/types.ts'
import { addPlace } from '../state/view-tools.ts'
import { addCorner, closesArea, isFull, reachMetres } from '../state/drawing.ts'
import { finishDrawing } from '../state/finish-drawing.ts'
import { setDrawing } from '../state/session-transitions.ts'
import type { AppStore } from '../state/store.ts'

/** Takes a click for a corner of the area that is being drawn. @returns false where none is, and the click selects. */
export function takeCorner(store: AppStore, pick: Pick | null): boolean {
  const {
    app,
    session: { drawing },
  } = store.getState()
  if (drawing === null) return false
  if (drawing.tool !== undefined) {
    if (pick !== null) {
      const { positionDegrees, heightMetres } = pick.hit ?? { positionDegrees: pick.positionDegrees, heightMetres: 0 }
      const placed = addPlace(app, drawing, pick.cityId, positionDegrees, reachMetres(app, pick.cityId), heightMetres)
      store.getState().updateSession((session) => setDrawing(session, placed))
    }
    return true
  }
  // In a city that holds as many areas as it may, no further one begins.
  if (pick === null || (drawing.cityId === null && isFull(app.comparison.areas, pick.cityId))) return true
  const reach = reachMetres(app, pick.cityId)
  if (closesArea(drawing, pick.cityId, pick.positionDegrees, reach)) finishDrawing(store)
  else store.getState().updateSession((session) => setDrawing(session, addCorner(drawing, pick.cityId, pick.positionDegrees, reach)))
  return true
}
