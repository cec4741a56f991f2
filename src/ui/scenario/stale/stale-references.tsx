import { Check, MapPin, Trash2 } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { removeEdit, setBuilding } from '../../../scenario/change/change-scenario.ts'
import { requestFlight } from '../../../state/session-transitions.ts'
import { useLoaded } from '../../common/use-loaded.ts'
import { useMessages, useServices, useSession } from '../../context.tsx'
import { change } from '../change-scenario.ts'
import { nameEdit } from '../edits/edit-names.ts'
import { findStale, type StaleReference } from './find-stale.ts'

/** How much of a city shows about a building that is to be decided on, in metres. */
const PLACE_EXTENT_METRES = 150

/** Edits whose building is no longer in the data, each with a decision to be made; until then they do not count. */
export function StaleReferences() {
  const { text } = useMessages()
  const { data } = useServices()
  const edits = useSession((session) => session.scenario?.edits) ?? []
  const named = edits.flatMap((edit) => ('building' in edit ? [[edit.id, edit.cityId, edit.building]] : []))
  const found = useLoaded(named.length === 0 ? null : JSON.stringify(named), () => findStale(edits, data))
  const stale = found.value ?? []
  if (named.length === 0 || stale.length === 0) return null
  return (
    <section className="stale" aria-labelledby="stale-title">
      <h3 id="stale-title" className="group-label">
        {text('scenario.stale.title')}
      </h3>
      <ul className="edit-list">
        {stale.map((reference) => (
          <StaleRow key={reference.edit.id} reference={reference} />
        ))}
      </ul>
    </section>
  )
}

function StaleRow({ reference: { edit, cityId, candidate, distanceMetres } }: { reference: StaleReference }) {
  const messages = useMessages()
  const { text, number, cityName } = messages
  const { store } = useServices()
  const show = (): void =>
    store.getState().updateSession((session) =>
      requestFlight(session, cityId, {
        kind: 'place',
        positionDegrees: (candidate ?? edit.building).position,
        extentMetres: PLACE_EXTENT_METRES,
      }),
    )
  return (
    <li className="stale-row">
      <p className="edit-name">{nameEdit(edit, messages)}</p>
      <p>
        {candidate === null
          ? text('scenario.issue.building-lost', { building: edit.building.id, city: cityName(cityId) })
          : text('scenario.issue.building-proposed', {
              building: edit.building.id,
              candidate: candidate.id,
              distanceMetres: number(distanceMetres, 0),
            })}
      </p>
      <div className="scenario-actions">
        <Button className="button" onPress={show}>
          <MapPin size={16} aria-hidden="true" />
          {text('scenario.stale.show')}
        </Button>
        {candidate === null ? null : (
          <Button className="button" onPress={() => change(store, (scenario) => setBuilding(scenario, edit.id, candidate))}>
            <Check size={16} aria-hidden="true" />
            {text('scenario.stale.take')}
          </Button>
        )}
        <Button className="button" onPress={() => change(store, (scenario) => removeEdit(scenario, edit.id))}>
          <Trash2 size={16} aria-hidden="true" />
          {text('scenario.stale.drop')}
        </Button>
      </div>
    </li>
  )
}
