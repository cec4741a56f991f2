import { X } from 'lucide-react'
import { useEffect, type ComponentType } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { COMPARISON_TABS, type Comparison, type ComparisonTab } from '../../state/comparison.ts'
import { setDrawing } from '../../state/session-transitions.ts'
import type { AppStore } from '../../state/store.ts'
import { setComparison } from '../../state/transitions.ts'
import { IconButton } from '../common/icon-button.tsx'
import { lazyPart } from '../common/lazy-part.tsx'
import { useApp, useMessages, useServices } from '../context.tsx'
import { SizeButtons, useFocusOnOpen } from './drawer-frame.tsx'
import { PairTab } from './pair/pair-tab.tsx'

const lazyTab = (load: () => Promise<ComponentType>): ComponentType => lazyPart(load, { saysLoading: true })

/** The first tab comes with the drawer, each of the others when it is first opened. */
const PARTS: Readonly<Record<ComparisonTab, ComponentType>> = {
  pair: PairTab,
  areas: lazyTab(() => import('./areas/areas-tab.tsx').then((module) => module.AreasTab)),
  table: lazyTab(() => import('./table/table-tab.tsx').then((module) => module.TableTab)),
  scatter: lazyTab(() => import('./scatter/scatter-tab.tsx').then((module) => module.ScatterTab)),
  spread: lazyTab(() => import('./spread/spread-tab.tsx').then((module) => module.SpreadTab)),
  matches: lazyTab(() => import('./matches/matches-tab.tsx').then((module) => module.MatchesTab)),
  clusters: lazyTab(() => import('./clusters/clusters-tab.tsx').then((module) => module.ClustersTab)),
  grid: lazyTab(() => import('./grid/grid-tab.tsx').then((module) => module.GridTab)),
  sites: lazyTab(() => import('./sites/sites-tab.tsx').then((module) => module.SitesTab)),
  own: lazyTab(() => import('./own/own-tab.tsx').then((module) => module.OwnTab)),
  ranks: lazyTab(() => import('./ranks/ranks-tab.tsx').then((module) => module.RanksTab)),
}

/** The comparison of districts: a drawer under the views, on a phone over all. */
export function CompareDrawer({ isCompact }: { isCompact: boolean }) {
  const { text } = useMessages()
  const { store } = useServices()
  const tab = useApp((app) => app.comparison.tab) ?? 'pair'
  const drawer = useFocusOnOpen('.compare-button')
  useEndOfDrawing(store)
  const set = (change: Partial<Comparison>) => store.getState().update((app) => setComparison(app, change))
  const close = () => set({ tab: null })
  useEffect(() => {
    // On a phone the tabs do not fit side by side: the open one is brought into sight.
    drawer.current?.querySelector('.compare-tab[data-selected]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [drawer, tab])
  return (
    <section
      ref={drawer}
      className="drawer"
      aria-labelledby="compare-title"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close()
      }}
    >
      <h2 id="compare-title" className="visually-hidden">
        {text('compare.title')}
      </h2>
      <Tabs className="compare-tabs" selectedKey={tab} onSelectionChange={(key) => set({ tab: key as ComparisonTab })}>
        <div className="compare-head">
          <TabList className="compare-tab-list" aria-label={text('compare.title')}>
            {COMPARISON_TABS.map((id) => (
              <Tab key={id} id={id} className="compare-tab">
                {text(`compare.tab.${id}`)}
              </Tab>
            ))}
          </TabList>
          <div className="compare-frame-buttons">
            {isCompact ? null : <SizeButtons />}
            <IconButton label={text('compare.close')} placement="top" onPress={close}>
              <X size={18} aria-hidden="true" />
            </IconButton>
          </div>
        </div>
        {COMPARISON_TABS.map((id) => {
          const Content = PARTS[id]
          return (
            <TabPanel key={id} id={id} className="compare-body">
              <Content />
            </TabPanel>
          )
        })}
      </Tabs>
    </section>
  )
}

/** What is being drawn goes with the comparison that would measure it. */
function useEndOfDrawing(store: AppStore): void {
  useEffect(() => () => store.getState().updateSession((session) => setDrawing(session, null)), [store])
}
