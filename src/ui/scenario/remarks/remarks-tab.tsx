import { MapPin, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import { CITY_IDS, type CityId } from '../../../cities/index.ts'
import { addRemark, removeRemark } from '../../../scenario/change/change-scenario.ts'
import { createId } from '../../../scenario/change/create-scenario.ts'
import { SCENARIO_LIMITS } from '../../../scenario/limits.ts'
import type { Remark } from '../../../scenario/types.ts'
import { cornerInMiddle } from '../../../state/drawing.ts'
import { chooseEdit, setScenarioTab } from '../../../state/scenario-session.ts'
import { requestFlight } from '../../../state/session-transitions.ts'
import { IconButton } from '../../common/icon-button.tsx'
import { useMessages, useServices, useSession } from '../../context.tsx'
import { ChoiceField } from '../../layers-panel/choice-field.tsx'
import { change } from '../change-scenario.ts'
import { nameEdit } from '../edits/edit-names.ts'

/** How much of a city shows about a place with a remark, in metres. */
const PLACE_EXTENT_METRES = 200

/** Remarks to an edit or a place; they travel in the scenario. */
export function RemarksTab() {
  const { text } = useMessages()
  const { store } = useServices()
  const remarks = useSession((session) => session.scenario?.remarks) ?? []
  return (
    <div className="scenario-list-tab">
      {remarks.length === 0 ? <p className="quiet">{text('scenario.remarks.none')}</p> : null}
      <ul className="edit-list">
        {remarks.map((remark) => (
          <li key={remark.id} className="edit-row">
            <div className="edit-head">
              <p className="remark-text">{remark.text}</p>
              <IconButton
                label={text('scenario.remark.delete')}
                onPress={() => change(store, (scenario) => removeRemark(scenario, remark.id))}
              >
                <Trash2 size={16} aria-hidden="true" />
              </IconButton>
            </div>
            <RemarkPin at={remark.at} />
          </li>
        ))}
      </ul>
      <NewRemark />
    </div>
  )
}

/** What a remark is pinned to; pressed, it is shown. */
function RemarkPin({ at }: { at: Remark['at'] }) {
  const messages = useMessages()
  const { text, cityName } = messages
  const { store } = useServices()
  const edit = useSession((session) => session.scenario?.edits.find(({ id }) => 'editId' in at && id === at.editId))
  const { updateSession } = store.getState()
  if ('editId' in at) {
    if (edit === undefined) return <p className="quiet">{text('scenario.remark.gone')}</p>
    return (
      <Button className="remark-pin" onPress={() => updateSession((session) => setScenarioTab(chooseEdit(session, edit.id), 'edits'))}>
        {nameEdit(edit, messages)}
      </Button>
    )
  }
  const cityId = CITY_IDS.find((id) => id === at.cityId)
  if (cityId === undefined) return null
  return (
    <Button
      className="remark-pin"
      onPress={() =>
        updateSession((session) =>
          requestFlight(session, cityId, { kind: 'place', positionDegrees: at.position, extentMetres: PLACE_EXTENT_METRES }),
        )
      }
    >
      <MapPin size={14} aria-hidden="true" />
      {text('scenario.remark.place', { city: cityName(cityId) })}
    </Button>
  )
}

function NewRemark() {
  const messages = useMessages()
  const { text, cityName } = messages
  const { store } = useServices()
  const edits = useSession((session) => session.scenario?.edits) ?? []
  const chosenEdit = useSession((session) => session.chosenEdit)
  const [typed, setTyped] = useState('')
  const [pin, setPin] = useState<string | null>(null)
  const choices = [
    ...edits.map((edit) => ({ id: `edit ${edit.id}`, text: nameEdit(edit, messages) })),
    ...CITY_IDS.map((id) => ({ id: `city ${id}`, text: text('scenario.remark.middle', { city: cityName(id) }) })),
  ]
  const wanted = pin ?? (chosenEdit === null ? null : `edit ${chosenEdit}`)
  const chosen = choices.some(({ id }) => id === wanted) ? (wanted as string) : (choices[0]?.id ?? '')
  const add = (): void => {
    change(store, (scenario) =>
      addRemark(scenario, { id: createId(), text: typed.trim().slice(0, SCENARIO_LIMITS.remarkCharacters), at: readPin(chosen) }),
    )
    setTyped('')
  }
  const readPin = (key: string): Remark['at'] => {
    const id = key.slice(5)
    if (key.startsWith('edit')) return { editId: id }
    const cityId = id as CityId
    return { cityId, position: cornerInMiddle(cityId, store.getState().app.cameras[cityId]) }
  }
  return (
    <div className="remark-form">
      <TextField className="text-field" value={typed} onChange={setTyped} maxLength={SCENARIO_LIMITS.remarkCharacters}>
        <Label className="field-label">{text('scenario.remark.new')}</Label>
        <TextArea className="text-input remark-input" rows={3} />
      </TextField>
      <ChoiceField label={text('scenario.remark.pin')} choices={choices} value={chosen} onChange={setPin} />
      <Button className="button" isDisabled={typed.trim() === ''} onPress={add}>
        <Plus size={16} aria-hidden="true" />
        {text('scenario.remark.add')}
      </Button>
    </div>
  )
}
