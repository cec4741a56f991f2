import { PencilRuler } from 'lucide-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { setScenarioTab } from '../../state/scenario-session.ts'
import { useMessages, useServices, useSession } from '../context.tsx'

/** Opens and closes the scenario panel. */
export function ScenarioButton() {
  const { text } = useMessages()
  const { store } = useServices()
  const isOpen = useSession((session) => session.scenarioTab !== null)
  const name = useSession((session) => session.scenario?.name ?? null)
  return (
    <ToggleButton
      className="compare-button scenario-button"
      isSelected={isOpen}
      onChange={(isWanted) => store.getState().updateSession((session) => setScenarioTab(session, isWanted ? 'scenarios' : null))}
      data-active={name === null ? undefined : ''}
      {...(name === null ? {} : { 'aria-label': text('scenario.button.open', { name }) })}
    >
      <PencilRuler size={18} aria-hidden="true" />
      <span>{text('scenario.button')}</span>
    </ToggleButton>
  )
}
