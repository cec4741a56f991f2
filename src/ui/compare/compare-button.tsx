import { Scale } from 'lucide-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { setScenarioDrawer } from '../../state/scenario-session.ts'
import { setComparison } from '../../state/transitions.ts'
import { useApp, useMessages, useServices } from '../context.tsx'

/** Opens and closes the comparison of districts. */
export function CompareButton() {
  const { text } = useMessages()
  const { store } = useServices()
  const isOpen = useApp((app) => app.comparison.tab !== null)
  return (
    <ToggleButton
      className="compare-button"
      isSelected={isOpen}
      onChange={(isWanted) => {
        const { update, updateSession } = store.getState()
        // One drawer at a time.
        updateSession((session) => setScenarioDrawer(session, null))
        update((app) => setComparison(app, { tab: isWanted ? 'pair' : null }))
      }}
    >
      <Scale size={18} aria-hidden="true" />
      <span>{text('compare.compare')}</span>
    </ToggleButton>
  )
}
