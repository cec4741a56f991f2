import { X } from 'lucide-react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { setScenarioDrawer } from '../../state/scenario-session.ts'
import { IconButton } from '../common/icon-button.tsx'
import { SizeButtons, useFocusOnOpen } from '../compare/drawer-frame.tsx'
import { useMessages, useServices, useSession } from '../context.tsx'
import '../styles/scenario.css'
import { SCENARIO_DRAWERS } from './scenario-drawers.ts'

/** What a scenario does, in the drawer under the views; on a phone over all. */
export function ScenarioDrawer({ isCompact }: { isCompact: boolean }) {
  const { text } = useMessages()
  const { store } = useServices()
  const chosen = useSession((session) => session.scenarioDrawer)
  const tab = SCENARIO_DRAWERS.some(({ id }) => id === chosen) ? (chosen ?? '') : (SCENARIO_DRAWERS[0]?.id ?? '')
  const drawer = useFocusOnOpen('.scenario-drawers .button')
  const set = (id: string | null) => store.getState().updateSession((session) => setScenarioDrawer(session, id))
  return (
    <section
      ref={drawer}
      className="drawer scenario-drawer"
      aria-labelledby="scenario-drawer-title"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) set(null)
      }}
    >
      <h2 id="scenario-drawer-title" className="visually-hidden">
        {text('scenario.drawer')}
      </h2>
      <Tabs className="compare-tabs" selectedKey={tab} onSelectionChange={(key) => set(String(key))}>
        <div className="compare-head">
          <TabList className="compare-tab-list" aria-label={text('scenario.drawer')}>
            {SCENARIO_DRAWERS.map(({ id, labelKey }) => (
              <Tab key={id} id={id} className="compare-tab">
                {text(labelKey)}
              </Tab>
            ))}
          </TabList>
          <div className="compare-frame-buttons">
            {isCompact ? null : <SizeButtons />}
            <IconButton label={text('scenario.drawer.close')} placement="top" onPress={() => set(null)}>
              <X size={18} aria-hidden="true" />
            </IconButton>
          </div>
        </div>
        {SCENARIO_DRAWERS.map(({ id, Content }) => (
          <TabPanel key={id} id={id} className="compare-body">
            <Content />
          </TabPanel>
        ))}
      </Tabs>
    </section>
  )
}
