import { Layers, PanelLeftClose } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { IconButton } from './common/icon-button.tsx'
import { setScenarioTab } from '../state/scenario-session.ts'
import { setViewTool } from '../state/view-tools.ts'
import { useApp, useMessages, useServices, useSession } from './context.tsx'
import { CardView } from './card/card-view.tsx'
import { LayersPanel } from './layers-panel/layers-panel.tsx'
import type { OnlineHosts } from './layers-panel/online-options.tsx'

/** The layers on the left; folded, as at first under a raised drawer and beside a scenario, they are a tab at the edge. */
export function LayersAside({ onlineHosts }: { onlineHosts: OnlineHosts }) {
  const { text } = useMessages()
  const { store } = useServices()
  const isDrawerTall = useApp((app) => app.comparison.tab !== null && app.comparison.size === 'tall')
  const isScenario = useSession((session) => session.scenarioTab !== null || session.viewTool !== null)
  const room = isScenario ? 'shared' : isDrawerTall ? 'low' : 'full'
  const [open, setOpen] = useState({ full: true, low: false, shared: false })
  // Who folds the panel goes on from its tab; a drawer that takes its room leaves the focus alone.
  const [wasFolded, setWasFolded] = useState(false)
  const isOpen = open[room]
  const setIsOpen = (next: boolean) => {
    // One panel at the left: the layers take the place of the scenario or of measuring.
    if (isScenario) store.getState().updateSession((session) => setScenarioTab(setViewTool(session, null), null))
    setOpen({ ...open, [isScenario ? 'full' : room]: next })
    setWasFolded(!next)
  }
  if (!isOpen) {
    return (
      <aside className="layers-tab" aria-label={text('layers.title')}>
        <Button className="panel-tab" onPress={() => setIsOpen(true)} aria-label={text('layers.open')} autoFocus={wasFolded}>
          <Layers size={18} aria-hidden="true" />
          {text('layers.title')}
        </Button>
      </aside>
    )
  }
  return (
    <aside className="panel layers-aside" aria-labelledby="layers-title">
      <div className="panel-head">
        <h2 id="layers-title" className="panel-title">
          {text('layers.title')}
        </h2>
        <IconButton label={text('layers.close')} placement="right" onPress={() => setIsOpen(false)}>
          <PanelLeftClose size={18} aria-hidden="true" />
        </IconButton>
      </div>
      <div className="panel-body">
        <LayersPanel onlineHosts={onlineHosts} />
      </div>
    </aside>
  )
}

/** The card on the right, there only while something is selected. */
export function CardAside() {
  const { text } = useMessages()
  const hasSelection = useApp((app) => app.selection !== null)
  if (!hasSelection) return null
  return (
    <aside className="panel card-aside" aria-label={text('cardPanel.title')}>
      <CardView />
    </aside>
  )
}
