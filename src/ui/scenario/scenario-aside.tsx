import { X } from 'lucide-react'
import { setScenarioTab } from '../../state/scenario-session.ts'
import { IconButton } from '../common/icon-button.tsx'
import { useFocusOnOpen } from '../compare/drawer-frame.tsx'
import { useMessages, useServices } from '../context.tsx'
import { ScenarioPanel } from './scenario-panel.tsx'

/** The scenario panel at the left, in the place of the layers, which fold to their tab above it. */
export function ScenarioAside() {
  const { text } = useMessages()
  const { store } = useServices()
  const panel = useFocusOnOpen('.scenario-button')
  const close = () => store.getState().updateSession((session) => setScenarioTab(session, null))
  return (
    <section
      ref={panel}
      className="panel scenario-aside"
      aria-labelledby="scenario-title"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close()
      }}
    >
      <div className="panel-head">
        <h2 id="scenario-title" className="panel-title">
          {text('scenario.title')}
        </h2>
        <IconButton label={text('scenario.close')} placement="right" onPress={close}>
          <X size={18} aria-hidden="true" />
        </IconButton>
      </div>
      <ScenarioPanel />
    </section>
  )
}
