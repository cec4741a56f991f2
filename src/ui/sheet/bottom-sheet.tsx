import { Building2, Clock, Layers, PencilRuler, Ruler, SwatchBook } from 'lucide-react'
import { useEffect, useRef, useState, type PointerEvent } from 'react'
import { Button } from 'react-aria-components/Button'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { CardView } from '../card/card-view.tsx'
import { lazyPart } from '../common/lazy-part.tsx'
import { setViewTool } from '../../state/view-tools.ts'
import { useApp, useMessages, useServices } from '../context.tsx'
import { LayersPanel } from '../layers-panel/layers-panel.tsx'
import type { OnlineHosts } from '../layers-panel/online-options.tsx'
import { LegendView } from '../legend/legend-view.tsx'
import { Credits } from '../time-bar/credits.tsx'
import { withScenarioTexts } from '../scenario/with-scenario-texts.ts'
import { TimeControls } from '../time-bar/time-controls.tsx'
import { nearestHeight, nextHeight, type SheetHeight } from './sheet-heights.ts'

const TABS = [
  { id: 'layers', icon: Layers },
  { id: 'legend', icon: SwatchBook },
  { id: 'card', icon: Building2 },
  { id: 'time', icon: Clock },
  { id: 'scenario', icon: PencilRuler },
] as const
const ScenarioPanel = lazyPart(
  withScenarioTexts(() => import('../scenario/scenario-panel.tsx').then((module) => module.ScenarioPanel)),
  {
    saysLoading: true,
  },
)
type TabId = (typeof TABS)[number]['id']

interface BottomSheetProps {
  readonly height: SheetHeight
  readonly onHeight: (height: SheetHeight) => void
  readonly onlineHosts: OnlineHosts
}

/** On a phone: layers, legend, details, time and scenario in a sheet of three heights, its tabs within the thumb's reach. */
export function BottomSheet({ height, onHeight, onlineHosts }: BottomSheetProps) {
  const { text } = useMessages()
  const { store } = useServices()
  const [tab, setTab] = useState<TabId>('layers')
  useShowCard(() => {
    setTab('card')
    if (height === 'peek') onHeight('half')
  })
  const drag = useDragHandle(onHeight)
  return (
    <aside className="sheet" data-height={height} aria-label={text('sheet.label')}>
      <Button
        className="sheet-handle"
        aria-label={text(height === 'full' ? 'sheet.lower' : 'sheet.raise')}
        onPress={() => {
          if (!drag.wasDragged()) onHeight(nextHeight(height))
        }}
      >
        <span className="sheet-grip" {...drag.props} />
      </Button>
      <Tabs className="sheet-tabs" selectedKey={tab} onSelectionChange={(key) => setTab(key as TabId)}>
        <TabList className="sheet-tab-list" aria-label={text('sheet.label')}>
          {TABS.map(({ id, icon: Icon }) => (
            <Tab
              key={id}
              id={id}
              className="sheet-tab"
              onPress={() => {
                if (height === 'peek') onHeight('half')
              }}
            >
              <Icon size={20} aria-hidden="true" />
              {text(`sheet.${id}`)}
            </Tab>
          ))}
        </TabList>
        {TABS.map(({ id }) => (
          <TabPanel key={id} id={id} className="sheet-body">
            {id === 'card' ? null : <h2 className="visually-hidden">{text(`sheet.${id}`)}</h2>}
            {id === 'layers' ? (
              <LayersPanel onlineHosts={onlineHosts} />
            ) : id === 'legend' ? (
              <LegendView isFolding={false} />
            ) : id === 'card' ? (
              <CardView />
            ) : id === 'time' ? (
              <TimeControls />
            ) : (
              <>
                <Button
                  className="button sheet-tools"
                  onPress={() => {
                    onHeight('peek')
                    store.getState().updateSession((session) => setViewTool(session, 'measure'))
                  }}
                >
                  <Ruler size={16} aria-hidden="true" />
                  {text('viewTool.title')}
                </Button>
                <ScenarioPanel />
              </>
            )}
          </TabPanel>
        ))}
      </Tabs>
      <Credits />
    </aside>
  )
}

/** Calls back when something new is selected. */
function useShowCard(show: () => void): void {
  const selection = useApp((app) => app.selection)
  const before = useRef(selection)
  useEffect(() => {
    if (selection !== null && selection !== before.current) show()
    before.current = selection
  })
}

/** Dragging the handle to a height; where it is let go, the nearest is taken. */
function useDragHandle(onHeight: (height: SheetHeight) => void) {
  const startY = useRef<number | null>(null)
  const dragged = useRef(false)
  const LEAST_PIXELS = 12
  return {
    wasDragged: () => dragged.current,
    props: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        startY.current = event.clientY
        dragged.current = false
        event.currentTarget.setPointerCapture(event.pointerId)
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (startY.current === null || Math.abs(event.clientY - startY.current) < LEAST_PIXELS) return
        dragged.current = true
        onHeight(nearestHeight(1 - event.clientY / window.innerHeight))
      },
      onPointerUp: () => {
        startY.current = null
      },
    },
  }
}
