import { Copy, Download, Ellipsis, PenLine, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import type { ListedScenario } from '../../../state/scenario-keeping.ts'
import { setScenarioTab } from '../../../state/scenario-session.ts'
import { IconButton } from '../../common/icon-button.tsx'
import { useMessages, useServices, useSession } from '../../context.tsx'
import { LOCALES } from '../../locales.ts'
import { NameField } from '../edits/name-field.tsx'
import { useScenarioActions } from '../scenario-actions.ts'
import { saveRaw, saveScenario } from '../share/save-scenario.ts'

/** One scenario of the list: opened by its name; the rest is behind a menu. */
export function ScenarioRow({ listed }: { listed: ListedScenario }) {
  const { text, plural, language } = useMessages()
  const { store } = useServices()
  const act = useScenarioActions()
  const [isNaming, setIsNaming] = useState(false)
  const { id, name, problem, isKept, editCount, changedAt } = listed
  const isOpen = useSession((session) => session.scenario?.id === id)
  const open = (): void =>
    act(async (actions) => {
      if (!isOpen) await actions.open(id)
      store.getState().updateSession((session) => setScenarioTab(session, session.scenario?.id === id ? 'edits' : session.scenarioTab))
    })
  const save = (): void =>
    act(async (actions) => {
      const scenario = problem === null ? await actions.read(id) : null
      if (scenario !== null) saveScenario(scenario)
      else saveRaw(id, name, await actions.readRaw(id))
    })
  const choose = (key: string): void => {
    if (key === 'rename') setIsNaming(true)
    else if (key === 'save') save()
    else if (key === 'duplicate') act((actions) => actions.duplicate(id, text('scenario.name.copy', { name })))
    else if (key === 'delete') act((actions) => actions.remove(id))
  }
  const shown = name.trim() === '' ? id : name
  const details = [
    problem === null ? plural('scenario.count', editCount) : text(`scenario.list.${problem}`),
    ...(isKept ? [] : [text('scenario.list.notKept')]),
    ...(Number.isNaN(Date.parse(changedAt))
      ? []
      : [new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(changedAt))]),
  ]
  return (
    <li className="edit-row" data-chosen={isOpen || undefined}>
      <div className="edit-head">
        {isNaming ? (
          <NameField
            label={text('scenario.rename')}
            isLabelHidden
            value={name}
            autoFocus
            onConfirm={(next) => {
              setIsNaming(false)
              if (next !== '') act((actions) => actions.rename(id, next))
            }}
            onCancel={() => setIsNaming(false)}
          />
        ) : (
          <Button className="edit-button" aria-current={isOpen} isDisabled={problem !== null} onPress={open}>
            <span className="edit-name">{shown}</span>
            <span className="edit-where">{details.join(' · ')}</span>
          </Button>
        )}
        <MenuTrigger>
          <IconButton label={text('scenario.more', { name: shown })}>
            <Ellipsis size={18} aria-hidden="true" />
          </IconButton>
          <Popover className="popover" placement="bottom end">
            <Menu className="menu" onAction={(key) => choose(String(key))} disabledKeys={problem === null ? [] : ['rename', 'duplicate']}>
              <MenuItem id="rename" className="menu-item">
                <PenLine size={16} aria-hidden="true" />
                {text('scenario.rename')}
              </MenuItem>
              <MenuItem id="duplicate" className="menu-item">
                <Copy size={16} aria-hidden="true" />
                {text('scenario.duplicate')}
              </MenuItem>
              <MenuItem id="save" className="menu-item">
                <Download size={16} aria-hidden="true" />
                {text('scenario.saveFile')}
              </MenuItem>
              <MenuItem id="delete" className="menu-item">
                <Trash2 size={16} aria-hidden="true" />
                {text('scenario.delete')}
              </MenuItem>
            </Menu>
          </Popover>
        </MenuTrigger>
      </div>
    </li>
  )
}
