import { FileUp, Plus, Undo2, X } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from 'react-aria-components/Button'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { setScenarioTab } from '../../../state/scenario-session.ts'
import { IconButton } from '../../common/icon-button.tsx'
import { useMessages, useServices, useSession } from '../../context.tsx'
import { useScenarioActions } from '../scenario-actions.ts'
import { proposeFile } from '../share/propose-file.ts'
import { BaselineField } from './baseline-field.tsx'
import { ScenarioRow } from './scenario-row.tsx'

/** The scenarios that there are, a new one, and one out of a file. */
export function ScenariosTab() {
  const { text } = useMessages()
  const { store } = useServices()
  const act = useScenarioActions()
  const list = useSession((session) => session.keeping.list)
  const fault = useSession((session) => session.keeping.fault)
  const removed = useSession((session) => session.keeping.removed)
  const isOpen = useSession((session) => session.scenario !== null)
  useStartedKeeping()
  const create = (): void =>
    act((actions) => {
      actions.create(text('scenario.newName'))
      store.getState().updateSession((session) => setScenarioTab(session, 'add'))
    })
  return (
    <div className="scenario-list-tab">
      {isOpen ? null : <p>{text('scenario.lead')}</p>}
      <div className="scenario-actions">
        <Button className="button button-primary" onPress={create}>
          <Plus size={16} aria-hidden="true" />
          {text('scenario.new')}
        </Button>
        <FileTrigger
          acceptedFileTypes={['.json']}
          onSelect={(files) => {
            if (files?.[0] !== undefined) void proposeFile(store, files[0])
          }}
        >
          <Button className="button">
            <FileUp size={16} aria-hidden="true" />
            {text('scenario.openFile')}
          </Button>
        </FileTrigger>
      </div>
      {isOpen ? <BaselineField /> : null}
      {fault === null ? null : <p className="scenario-fault">{text(`scenario.fault.${fault}`)}</p>}
      {removed === null ? null : (
        <div className="scenario-removed" role="status">
          <p>{text('scenario.removed', { name: removed.name })}</p>
          <Button className="button" onPress={() => act((actions) => actions.undoRemove())}>
            <Undo2 size={16} aria-hidden="true" />
            {text('scenario.removed.undo')}
          </Button>
          <IconButton label={text('notice.dismiss')} onPress={() => act((actions) => actions.forgetRemoved())}>
            <X size={16} aria-hidden="true" />
          </IconButton>
        </div>
      )}
      {list === null || list.length === 0 ? null : (
        <section aria-labelledby="scenario-list-title">
          <h3 id="scenario-list-title" className="group-label">
            {text('scenario.list')}
          </h3>
          <ul className="edit-list">
            {list.map((listed) => (
              <ScenarioRow key={listed.id} listed={listed} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** The list is read when it first shows. */
function useStartedKeeping(): void {
  const act = useScenarioActions()
  useEffect(() => {
    act(() => undefined)
    // Once: the keeping tells of what changes later.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
}
