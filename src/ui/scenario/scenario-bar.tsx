import { Redo2, Undo2 } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { redoScenario, setScenarioDrawer, undoScenario } from '../../state/scenario-session.ts'
import { setComparison } from '../../state/transitions.ts'
import { IconButton } from '../common/icon-button.tsx'
import { useMessages, useServices, useSession } from '../context.tsx'
import { BeforeButton } from './before-button.tsx'
import { SCENARIO_DRAWERS } from './scenario-drawers.ts'
import { ShareScenario } from './share/share-scenario.tsx'

/** Over the tabs while a scenario is open: its name, back and forth, before, and what needs the drawer. */
export function ScenarioBar() {
  const { text } = useMessages()
  const { store } = useServices()
  const name = useSession((session) => session.scenario?.name ?? '')
  const canUndo = useSession((session) => session.scenarioPast.length > 0)
  const canRedo = useSession((session) => session.scenarioFuture.length > 0)
  const { updateSession, update } = store.getState()
  return (
    <div className="scenario-bar">
      <p className="scenario-name">{name}</p>
      <IconButton label={text('scenario.undo')} isDisabled={!canUndo} onPress={() => updateSession(undoScenario)}>
        <Undo2 size={18} aria-hidden="true" />
      </IconButton>
      <IconButton label={text('scenario.redo')} isDisabled={!canRedo} onPress={() => updateSession(redoScenario)}>
        <Redo2 size={18} aria-hidden="true" />
      </IconButton>
      <BeforeButton />
      <ShareScenario />
      <div className="scenario-drawers">
        {SCENARIO_DRAWERS.map(({ id, labelKey }) => (
          <Button
            key={id}
            className="button"
            onPress={() => {
              // One drawer at a time.
              update((app) => setComparison(app, { tab: null }))
              updateSession((session) => setScenarioDrawer(session, id))
            }}
          >
            {text(labelKey)}
          </Button>
        ))}
      </div>
    </div>
  )
}
