import { useMessages, useServices, useSession } from '../../context.tsx'
import { Button } from 'react-aria-components/Button'
import { Plus } from 'lucide-react'
import { setScenarioTab } from '../../../state/scenario-session.ts'
import { StaleReferences } from '../stale/stale-references.tsx'
import { EditRow } from './edit-row.tsx'

/** The edits of the open scenario, in the order in which they are applied. */
export function EditsTab() {
  const { text } = useMessages()
  const { store } = useServices()
  const edits = useSession((session) => session.scenario?.edits)
  if (edits === undefined) return null
  if (edits.length === 0)
    return (
      <div className="scenario-empty">
        <p className="quiet">{text('scenario.edits.none')}</p>
        <Button
          className="button button-primary"
          onPress={() => store.getState().updateSession((session) => setScenarioTab(session, 'add'))}
        >
          <Plus size={16} aria-hidden="true" />
          {text('scenario.edits.addOne')}
        </Button>
      </div>
    )
  return (
    <>
      <StaleReferences />
      <ol className="edit-list">
        {edits.map((edit, index) => (
          <EditRow key={edit.id} edit={edit} index={index} count={edits.length} />
        ))}
      </ol>
    </>
  )
}
