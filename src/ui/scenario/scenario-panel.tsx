import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { setScenarioTab } from '../../state/scenario-session.ts'
import { useMessages, useServices, useSession } from '../context.tsx'
import '../styles/scenario.css'
import '../styles/text-field.css'
import { ScenarioBar } from './scenario-bar.tsx'
import { SCENARIO_TABS } from './scenario-tabs.ts'

/** What a planner would change: the scenarios that there are, the edits of the open one, and how to add some. */
export function ScenarioPanel() {
  const { text } = useMessages()
  const { store } = useServices()
  const isOpen = useSession((session) => session.scenario !== null)
  const chosen = useSession((session) => session.scenarioTab)
  const offered = isOpen ? SCENARIO_TABS : SCENARIO_TABS.slice(0, 1)
  const tab = offered.some(({ id }) => id === chosen) ? (chosen ?? '') : (offered[0]?.id ?? '')
  return (
    <div className="scenario-panel">
      {isOpen ? <ScenarioBar /> : null}
      <Tabs
        className="scenario-tabs"
        selectedKey={tab}
        onSelectionChange={(key) => store.getState().updateSession((session) => setScenarioTab(session, String(key)))}
      >
        <TabList className="scenario-tab-list" aria-label={text('scenario.title')} data-single={offered.length < 2 || undefined}>
          {offered.map(({ id, labelKey, icon: Icon }) => (
            <Tab key={id} id={id} className="scenario-tab">
              <Icon size={16} aria-hidden="true" />
              {text(labelKey)}
            </Tab>
          ))}
        </TabList>
        {offered.map(({ id, Content }) => (
          <TabPanel key={id} id={id} className="scenario-body">
            <Content />
          </TabPanel>
        ))}
      </Tabs>
    </div>
  )
}
