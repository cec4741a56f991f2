import { Crosshair, Trash2, Undo2 } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from 'react-aria-components/Button'
import type { CityId } from '../../cities/index.ts'
import { cornerInMiddle, reachMetres, type Drawing } from '../../state/drawing.ts'
import { setDrawing } from '../../state/session-transitions.ts'
import { shownCityIds } from '../../state/shown-cities.ts'
import { addPlace, beginPlaces, undoPlace, type ViewTool } from '../../state/view-tools.ts'
import { useApp, useMessages, useServices, useSession } from '../context.tsx'
import type { MessageKey } from '../messages/index.ts'

/** The places of a tool; null while something else is drawn. */
export function usePlaces(tool: ViewTool): Drawing | null {
  return useSession((session) => (session.drawing?.tool === tool ? session.drawing : null))
}

/** What to click, and by keys and buttons all that a pointer can do. */
export function PlaceBar({ tool, how }: { tool: ViewTool; how: MessageKey }) {
  const { text, plural, cityName } = useMessages()
  const { store } = useServices()
  const places = usePlaces(tool)
  const layout = useApp((app) => app.layout)
  const swapped = useApp((app) => app.swapped)
  const set = (drawing: Drawing) => store.getState().updateSession((session) => setDrawing(session, drawing))
  const addInMiddle = (cityId: CityId) => {
    const { app } = store.getState()
    set(addPlace(app, places ?? beginPlaces(tool), cityId, cornerInMiddle(cityId, app.cameras[cityId]), reachMetres(app, cityId), 0))
  }
  useUndoKey(places, set)
  const isEmpty = places === null || places.corners.length === 0
  return (
    <div className="place-bar">
      <p>{text(how)}</p>
      <p className="quiet">{text('viewTool.keys')}</p>
      <div className="draw-buttons">
        <span className="quantity" role="status">
          {plural('viewTool.places', places?.corners.length ?? 0)}
        </span>
        {places === null ? (
          <Button className="button" onPress={() => set(beginPlaces(tool))}>
            {text('viewTool.resume')}
          </Button>
        ) : null}
        {shownCityIds(layout, swapped).map((id) => (
          <Button key={id} className="button" onPress={() => addInMiddle(id)}>
            <Crosshair size={16} aria-hidden="true" />
            {text('viewTool.middle', { city: cityName(id) })}
          </Button>
        ))}
        <Button className="button" isDisabled={isEmpty} onPress={() => places !== null && set(undoPlace(places))}>
          <Undo2 size={16} aria-hidden="true" />
          {text('viewTool.undo')}
        </Button>
        <Button className="button" isDisabled={isEmpty} onPress={() => set(beginPlaces(tool))}>
          <Trash2 size={16} aria-hidden="true" />
          {text('viewTool.clear')}
        </Button>
      </div>
    </div>
  )
}

/** Backspace in a view takes the last place back. */
function useUndoKey(places: Drawing | null, set: (drawing: Drawing) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const isInView = event.target instanceof Element && event.target.closest('.city-view') !== null
      if (!isInView || places === null || event.key !== 'Backspace' || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      set(undoPlace(places))
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
}
