import { ArrowRightLeft, Eraser, PencilRuler } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { CITY_IDS } from '../../../cities/index.ts'
import type { FoundBuilding } from '../../../layers/planned/types.ts'
import type { Edit } from '../../../scenario/types.ts'
import type { Card } from '../../../services/data-service.ts'
import { setLayout } from '../../../state/transitions.ts'
import { useMessages, useServices, useSession } from '../../context.tsx'
import { useScenarioActions } from '../scenario-actions.ts'
import { put } from '../change-scenario.ts'
import { createId } from '../../../scenario/change/create-scenario.ts'
import { takeTool } from './tool-in-hand.ts'
import { carryBuildings, startChange, startRemoval } from './touch-buildings.ts'

/** What a scenario may do with the selected building: take it away, change it, put the same elsewhere. Opens a scenario where none is. */
export function CardActions({ card }: { card: Card }) {
  const { text, cityName } = useMessages()
  const { store, data, notify } = useServices()
  const isTouched = useSession(
    (session) => session.scenario?.edits.some((edit) => 'building' in edit && edit.building.id === card.id) === true,
  )
  const keeping = useScenarioActions()
  const { cityId } = card
  const others = CITY_IDS.filter((id) => id !== cityId)
  const withBuilding = (act: (building: FoundBuilding) => void): void => {
    data.findBuildings(cityId, { ids: [card.id] }).then(
      ([building]) => {
        if (building === undefined) return notify({ key: 'draw.gone' })
        keeping((actions) => {
          if (store.getState().session.scenario === null) actions.create(text('scenario.newName'))
          act(building)
        })
      },
      () => notify({ key: 'draw.gone' }),
    )
  }
  const edit = (start: (building: FoundBuilding) => Edit) => withBuilding((building) => put(store, start(building)))
  const carry = () =>
    withBuilding((building) => {
      // Where it goes has to be seen.
      store.getState().update((app) => setLayout(app, 'all'))
      takeTool(
        store,
        carryBuildings([building], () => card.title),
      )
    })
  return (
    <div className="draw-buttons card-actions" role="group" aria-label={text('draw.card')}>
      <Button className="button" isDisabled={isTouched} onPress={() => edit((building) => startRemoval(createId(), cityId, building))}>
        <Eraser size={16} aria-hidden="true" />
        {text('draw.card.remove')}
      </Button>
      <Button className="button" isDisabled={isTouched} onPress={() => edit((building) => startChange(createId(), cityId, building))}>
        <PencilRuler size={16} aria-hidden="true" />
        {text('draw.card.change')}
      </Button>
      {others.map((id) => (
        <Button key={id} className="button card-carry" onPress={carry}>
          <ArrowRightLeft size={16} aria-hidden="true" />
          {text('draw.card.carry', { city: cityName(id) })}
        </Button>
      ))}
    </div>
  )
}
