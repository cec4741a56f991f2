import { Crosshair } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { cornerInMiddle } from '../../../state/drawing.ts'
import { shownCityIds } from '../../../state/shown-cities.ts'
import { useApp, useMessages, useServices } from '../../context.tsx'
import { createId } from '../../../scenario/change/create-scenario.ts'
import { startStop } from './new-edits.ts'
import { useAddEdit } from './use-add-edit.ts'

/** A new stop where a view looks at. */
export function AddStopTool() {
  const { text, cityName } = useMessages()
  const { store } = useServices()
  const add = useAddEdit()
  const layout = useApp((app) => app.layout)
  const swapped = useApp((app) => app.swapped)
  return (
    <div className="add-buttons">
      <p className="quiet">{text('scenario.stop.how')}</p>
      {shownCityIds(layout, swapped).map((cityId) => (
        <Button
          key={cityId}
          className="button"
          onPress={() => add(startStop(createId(), cityId, cornerInMiddle(cityId, store.getState().app.cameras[cityId])))}
        >
          <Crosshair size={16} aria-hidden="true" />
          {text('scenario.stop.add', { city: cityName(cityId) })}
        </Button>
      ))}
    </div>
  )
}
