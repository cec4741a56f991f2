import { Plus } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { SCENARIO_FORMAT, SCENARIO_VERSION } from '../../../scenario/types.ts'
import { openScenario } from '../../../state/scenario-session.ts'
import { useMessages, useServices } from '../../context.tsx'
import { makeId } from '../make-id.ts'

/** The scenarios that there are, and a new one. */
export function ScenariosTab() {
  const { text } = useMessages()
  const { store } = useServices()
  const create = (): void =>
    store.getState().updateSession((session) => ({
      ...openScenario(session, {
        format: SCENARIO_FORMAT,
        version: SCENARIO_VERSION,
        id: makeId(),
        name: text('scenario.newName'),
        changedAt: new Date().toISOString(),
        edits: [],
        assumptions: {},
        remarks: [],
      }),
      scenarioTab: 'add',
    }))
  return (
    <div className="scenario-empty">
      <p>{text('scenario.lead')}</p>
      <Button className="button button-primary" onPress={create}>
        <Plus size={16} aria-hidden="true" />
        {text('scenario.new')}
      </Button>
    </div>
  )
}
