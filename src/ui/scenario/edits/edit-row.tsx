import { ArrowDown, ArrowUp, Ellipsis, Trash2 } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { moveEdit, removeEdit } from '../../../scenario/change/change-scenario.ts'
import type { Edit } from '../../../scenario/types.ts'
import { chooseEdit } from '../../../state/scenario-session.ts'
import { CityDot } from '../../common/city-dot.tsx'
import { IconButton } from '../../common/icon-button.tsx'
import { useMessages, useServices, useSession } from '../../context.tsx'
import { change } from '../change-scenario.ts'
import { EditForm } from './edit-form.tsx'
import { citiesOf, nameEdit } from './edit-names.ts'

interface EditRowProps {
  readonly edit: Edit
  readonly index: number
  readonly count: number
}

/** One edit: what it is and where; chosen, it opens to be changed. */
export function EditRow({ edit, index, count }: EditRowProps) {
  const messages = useMessages()
  const { text, cityName } = messages
  const { store } = useServices()
  const isChosen = useSession((session) => session.chosenEdit === edit.id)
  const name = nameEdit(edit, messages)
  const kind = text(`scenario.kind.${edit.kind}`)
  const act = (key: string): void => {
    change(store, (scenario) =>
      key === 'delete' ? removeEdit(scenario, edit.id) : moveEdit(scenario, edit.id, index + (key === 'up' ? -1 : 1)),
    )
  }
  return (
    <li className="edit-row" data-chosen={isChosen || undefined}>
      <div className="edit-head">
        <Button
          className="edit-button"
          aria-expanded={isChosen}
          onPress={() => store.getState().updateSession((session) => chooseEdit(session, isChosen ? null : edit.id))}
        >
          <span className="edit-name">{name}</span>
          <span className="edit-where">
            {name === kind ? null : `${kind} · `}
            {citiesOf(edit).map((cityId) => (
              <span key={cityId} className="edit-city">
                <CityDot cityId={cityId} /> {cityName(cityId)}
              </span>
            ))}
          </span>
        </Button>
        <MenuTrigger>
          <IconButton label={text('scenario.edit.more', { name })}>
            <Ellipsis size={18} aria-hidden="true" />
          </IconButton>
          <Popover className="popover" placement="bottom end">
            <Menu
              className="menu"
              onAction={(key) => act(String(key))}
              disabledKeys={[...(index === 0 ? ['up'] : []), ...(index === count - 1 ? ['down'] : [])]}
            >
              <MenuItem id="up" className="menu-item">
                <ArrowUp size={16} aria-hidden="true" />
                {text('scenario.edit.up')}
              </MenuItem>
              <MenuItem id="down" className="menu-item">
                <ArrowDown size={16} aria-hidden="true" />
                {text('scenario.edit.down')}
              </MenuItem>
              <MenuItem id="delete" className="menu-item">
                <Trash2 size={16} aria-hidden="true" />
                {text('scenario.edit.delete')}
              </MenuItem>
            </Menu>
          </Popover>
        </MenuTrigger>
      </div>
      {isChosen ? <EditForm edit={edit} /> : null}
    </li>
  )
}
