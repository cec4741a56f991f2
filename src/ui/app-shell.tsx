import { useMemo, useState, type CSSProperties, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import type { AnalysisService } from '../services/analysis/analysis-service.ts'
import type { DataService } from '../services/data-service.ts'
import type { AppStore } from '../state/store.ts'
import { setScenarioDrawer, setScenarioTab, setScenarioTool } from '../state/scenario-session.ts'
import { setDrawing } from '../state/session-transitions.ts'
import { setViewTool } from '../state/view-tools.ts'
import { shownCityIds } from '../state/shown-cities.ts'
import { setComparison } from '../state/transitions.ts'
import { lazyPart } from './common/lazy-part.tsx'
import { UiProvider, useApp, useMessages, useSession, type Notice } from './context.tsx'
import { rememberWelcome, wasWelcomed } from './first-visit.ts'
import { CardAside, LayersAside } from './floating-panel.tsx'
import { FileDrop } from './imports/file-drop.tsx'
import type { OnlineHosts } from './layers-panel/online-options.tsx'
import { LOCALES } from './locales.ts'
import { LegendView } from './legend/legend-view.tsx'
import { Notices, useNotices, type ShownNotice } from './notices.tsx'
import { ConfirmSources } from './online/confirm-sources.tsx'
import { Seam } from './seam/seam.tsx'
import { BottomSheet } from './sheet/bottom-sheet.tsx'
import type { SheetHeight } from './sheet/sheet-heights.ts'
import { accentProperties } from './theme.ts'
import { Credits } from './time-bar/credits.tsx'
import { TimeControls } from './time-bar/time-controls.tsx'
import { TopBar } from './top-bar/top-bar.tsx'
import { withScenarioTexts } from './scenario/with-scenario-texts.ts'
import { useDocument } from './use-document.ts'
import { useUnknownPlace } from './use-unknown-place.ts'
import { ViewFrame } from './view-frame/view-frame.tsx'
import { COMPACT_QUERY, STACKED_QUERY, useMediaQuery } from './viewport.ts'
import './styles/index.css'

const AboutDialog = lazyPart(() => import('./dialogs/about-dialog.tsx').then((module) => module.AboutDialog), { isFloating: true })
const CompareDrawer = lazyPart(() => import('./compare/compare-drawer.tsx').then((module) => module.CompareDrawer), {
  isFloating: true,
  putAway: (store) => store.getState().update((app) => setComparison(app, { tab: null })),
})
const ToolBar = lazyPart(() => import('./scenario/draw/tool-bar.tsx').then((module) => module.ToolBar), {
  isFloating: true,
  putAway: (store) => store.getState().updateSession((session) => setScenarioTool(session, null)),
})
const DrawBar = lazyPart(() => import('./compare/areas/draw-bar.tsx').then((module) => module.DrawBar), {
  isFloating: true,
  putAway: (store) => store.getState().updateSession((session) => setDrawing(session, null)),
})
const ScenarioAside = lazyPart(
  withScenarioTexts(() => import('./scenario/scenario-aside.tsx').then((module) => module.ScenarioAside)),
  {
    isFloating: true,
    putAway: (store) => store.getState().updateSession((session) => setScenarioTab(session, null)),
  },
)
const ScenarioDrawer = lazyPart(
  withScenarioTexts(() => import('./scenario/scenario-drawer.tsx').then((module) => module.ScenarioDrawer)),
  {
    isFloating: true,
    putAway: (store) => store.getState().updateSession((session) => setScenarioDrawer(session, null)),
  },
)
const ScenarioHost = lazyPart(withScenarioTexts(() => import('./scenario/scenario-host.tsx').then((module) => module.ScenarioHost)))
const ViewToolsAside = lazyPart(() => import('./view-tools/view-tools-aside.tsx').then((module) => module.ViewToolsAside), {
  isFloating: true,
  putAway: (store) => store.getState().updateSession((session) => setViewTool(session, null)),
})
const Welcome = lazyPart(() => import('./dialogs/welcome.tsx').then((module) => module.Welcome), { isFloating: true })

const NO_NOTICES: readonly Notice[] = []
const NO_HOSTS: OnlineHosts = { baseMap: [], model: [] }

export interface AppShellProps {
  readonly store: AppStore
  readonly data: DataService
  /** Starts the worker that measures districts: called once, when the comparison first opens. */
  readonly startAnalysis?: () => AnalysisService
  /** The scene: fills the room that the shell gives it, both views side by side or stacked. */
  readonly children: ReactNode
  /** What the start has to say, e.g. that the URL held a value that is not known. */
  readonly notices?: readonly Notice[]
  /** Hosts of the online sources that the app offers; a source without hosts is not offered. */
  readonly onlineHosts?: OnlineHosts
  /** The URL held a state: somebody was sent here, so the welcome is left out. */
  readonly startsFromLink?: boolean
}

/** The whole interface around the scene. */
export function AppShell({
  store,
  data,
  startAnalysis = failToStart,
  children,
  notices = NO_NOTICES,
  onlineHosts = NO_HOSTS,
  startsFromLink = false,
}: AppShellProps) {
  const { shown, notify, dismiss } = useNotices(notices)
  const analysis = useMemo(() => startOnce(startAnalysis), [startAnalysis])
  const services = useMemo(() => ({ store, data, analysis, notify }), [store, data, analysis, notify])
  return (
    <UiProvider services={services}>
      <Shell notices={shown} onDismiss={dismiss} onlineHosts={onlineHosts} startsFromLink={startsFromLink}>
        {children}
      </Shell>
    </UiProvider>
  )
}

function startOnce(start: () => AnalysisService): () => AnalysisService {
  let service: AnalysisService | undefined
  return () => (service ??= start())
}

function failToStart(): AnalysisService {
  throw new Error('AppShell was given no startAnalysis')
}

interface ShellProps {
  readonly children: ReactNode
  readonly notices: readonly ShownNotice[]
  readonly onDismiss: (id: number) => void
  readonly onlineHosts: OnlineHosts
  readonly startsFromLink: boolean
}

/** Panels float over the views; on a phone what they hold lies in the sheet. The comparison is the drawer under the views. */
function Shell({ children, notices, onDismiss, onlineHosts, startsFromLink }: ShellProps) {
  const { language, text } = useMessages()
  const theme = useDocument()
  useUnknownPlace()
  const isCompact = useMediaQuery(COMPACT_QUERY)
  const isStacked = useMediaQuery(STACKED_QUERY)
  const layout = useApp((app) => app.layout)
  const swapped = useApp((app) => app.swapped)
  const isComparing = useApp((app) => app.comparison.tab !== null)
  const compareSize = useApp((app) => app.comparison.size)
  const isDrawing = useSession((session) => session.drawing !== null)
  const hasScenario = useSession((session) => session.scenario !== null || session.proposal !== null || session.keeping.news !== null)
  const hasTool = useSession((session) => session.scenarioTool !== null && session.scenarioTool.mode !== 'pull')
  const isPlacing = useSession((session) => session.drawing?.tool !== undefined)
  const hasViewTool = useSession((session) => session.viewTool !== null)
  const hasScenarioPanel = useSession((session) => session.scenarioTab !== null)
  const hasScenarioDrawer = useSession((session) => session.scenarioDrawer !== null) && !isComparing
  const [sheetHeight, setSheetHeight] = useState<SheetHeight>('peek')
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const [isWelcomeOpen, setIsWelcomeOpen] = useState(() => !startsFromLink && typeof window !== 'undefined' && !wasWelcomed())
  const closeWelcome = () => {
    rememberWelcome()
    setIsWelcomeOpen(false)
  }
  return (
    <I18nProvider locale={LOCALES[language]}>
      <div
        className="shell"
        data-compact={isCompact}
        data-stacked={isStacked}
        data-sheet={isCompact ? sheetHeight : undefined}
        data-placing={isPlacing ? '' : undefined}
        data-compare={isComparing || hasScenarioDrawer ? compareSize : undefined}
        data-tool={hasTool ? '' : undefined}
        data-drawing={(isDrawing && !isPlacing) || hasTool ? '' : undefined}
        style={accentProperties(theme) as CSSProperties}
      >
        <a className="skip-link" href="#views">
          {text('app.skip')}
        </a>
        <TopBar onHelp={() => setIsHelpOpen(true)} />
        <main id="views" className="views" tabIndex={-1}>
          <div className="scene-host">{children}</div>
          <div className="view-grid">
            {shownCityIds(layout, swapped).map((cityId) => (
              <ViewFrame key={cityId} cityId={cityId} />
            ))}
          </div>
          <Seam isStacked={isStacked} />
          {isCompact ? null : (
            <section className="legend-aside" aria-label={text('legend.title')}>
              <LegendView isFolding />
            </section>
          )}
        </main>
        {isCompact ? (
          <BottomSheet height={sheetHeight} onHeight={setSheetHeight} onlineHosts={onlineHosts} />
        ) : (
          <>
            <LayersAside onlineHosts={onlineHosts} />
            {hasScenarioPanel ? <ScenarioAside /> : null}
            <CardAside />
            <footer className="bottom-bar">
              <TimeControls />
              <Credits />
            </footer>
          </>
        )}
        <Notices shown={notices} onDismiss={onDismiss} />
        <FileDrop />
        <ConfirmSources hosts={onlineHosts} />
        {isComparing ? <CompareDrawer isCompact={isCompact} /> : null}
        {hasScenarioDrawer ? <ScenarioDrawer isCompact={isCompact} /> : null}
        {hasScenario ? <ScenarioHost /> : null}
        {hasTool ? <ToolBar /> : null}
        {isDrawing && !isPlacing ? <DrawBar /> : null}
        {hasViewTool ? <ViewToolsAside /> : null}
        {isWelcomeOpen ? <Welcome onClose={closeWelcome} /> : null}
        {isHelpOpen ? <AboutDialog onClose={() => setIsHelpOpen(false)} /> : null}
      </div>
    </I18nProvider>
  )
}
