import { Check, Crosshair, Undo2, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { CityId } from '../../../cities/index.ts'
import { addCorner, cornerInMiddle, isArea, isFull, NEW_DRAWING, reachMetres, undoCorner, type Drawing } from '../../../state/drawing.ts'
import { finishDrawing } from '../../../state/finish-drawing.ts'
import type { AppStore } from '../../../state/store.ts'
import { setDrawing } from '../../../state/session-transitions.ts'
import { shownCityIds } from '../../../state/shown-cities.ts'
import { useMapKeys } from '../../common/use-map-keys.ts'
import { useApp, useMessages, useServices, useSession } from '../../context.tsx'

/** Over the map while an area is drawn: what to do, and by keys and buttons all that a pointer can do. */
export function DrawBar() {
  const { text, plural, cityName } = useMessages()
  const { store, notify } = useServices()
  const drawing = useSession((session) => session.drawing) ?? NEW_DRAWING
  const layout = useApp((app) => app.layout)
  const swapped = useApp((app) => app.swapped)
  const areas = useApp((app) => app.comparison.areas)
  const finish = () => {
    if (!finishDrawing(store)) notify({ key: 'compare.draw.tooSmall' })
  }
  useMapKeys((key) => {
    const { drawing: current } = store.getState().session
    if (current === null) return false
    if (key === 'Enter') finish()
    else if (key === 'Backspace') draw(store, undoCorner(current))
    else if (key === 'Escape') draw(store, null)
    else return false
    return true
  }, '.draw-button')
  const cities = shownCityIds(layout, swapped).filter((id) => (drawing.cityId === null ? !isFull(areas, id) : drawing.cityId === id))
  return (
    <section
      className="panel draw-bar"
      aria-labelledby="draw-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') draw(store, null)
      }}
    >
      <h2 id="draw-title" className="panel-title">
        {text('compare.draw.title')}
      </h2>
      <p>{text('compare.draw.how')}</p>
      <p className="quiet">{text('compare.draw.keys')}</p>
      <div className="draw-buttons">
        <span className="quantity" role="status">
          {plural('compare.draw.corners', drawing.corners.length)}
        </span>
        {cities.map((id) => (
          <Button key={id} className="button" onPress={() => addInMiddle(store, id)}>
            <Crosshair size={16} aria-hidden="true" />
            {text('compare.draw.middle', { city: cityName(id) })}
          </Button>
        ))}
        <Button className="button" isDisabled={drawing.corners.length === 0} onPress={() => draw(store, undoCorner(drawing))}>
          <Undo2 size={16} aria-hidden="true" />
          {text('compare.draw.undo')}
        </Button>
        <Button className="button button-primary" isDisabled={!isArea(drawing.corners)} onPress={finish}>
          <Check size={16} aria-hidden="true" />
          {text('compare.draw.finish')}
        </Button>
        <Button className="button" onPress={() => draw(store, null)}>
          <X size={16} aria-hidden="true" />
          {text('compare.draw.cancel')}
        </Button>
      </div>
    </section>
  )
}

function draw(store: AppStore, drawing: Drawing | null): void {
  store.getState().updateSession((session) => setDrawing(session, drawing))
}

function addInMiddle(store: AppStore, cityId: CityId): void {
  const { app, session } = store.getState()
  if (session.drawing !== null)
    draw(store, addCorner(session.drawing, cityId, cornerInMiddle(cityId, app.cameras[cityId]), reachMetres(app, cityId)))
}
