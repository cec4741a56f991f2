import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import type { AnalysisService } from '../../src/services/analysis/analysis-service.ts'
import type { DataService } from '../../src/services/data-service.ts'
import { DEFAULT_APP_STATE, startSession } from '../../src/state/defaults.ts'
import { createAppStore, type Session } from '../../src/state/store.ts'
import type { AppState } from '../../src/state/app-state.ts'
import { UiProvider } from '../../src/ui/context.tsx'

/** Never answers: what is rendered on a server is what shows while data are awaited. */
const pending = () => new Promise<never>(() => undefined)
const PENDING_DATA: DataService = {
  manifest: pending,
  runLayer: pending,
  labels: pending,
  card: pending,
  buildingId: pending,
  districtAt: pending,
  findBuildings: pending,
  search: pending,
}

const PENDING_ANALYSIS: AnalysisService = {
  measure: pending,
  evaluateScenario: pending,
  explainDifference: pending,
  testAssumptions: pending,
  sweepVariants: pending,
  explain: pending,
  match: pending,
  autocorrelate: pending,
  testRanks: pending,
  rateSites: pending,
  layPlanRule: pending,
  cutSection: pending,
  measureViewshed: pending,
  measureSkyView: pending,
  measureSunHours: pending,
}

export interface Setting {
  readonly app?: Partial<AppState>
  readonly session?: Partial<Session>
  readonly analysis?: AnalysisService
}

/** HTML of a part of the interface in a state. */
export function renderUi(part: ReactNode, { app = {}, session = {}, analysis = PENDING_ANALYSIS }: Setting = {}): string {
  const state = { ...DEFAULT_APP_STATE, ...app }
  const store = createAppStore(state, { ...startSession(state.language), ...session })
  return renderToString(
    <I18nProvider locale={state.language}>
      <UiProvider services={{ store, data: PENDING_DATA, analysis: () => analysis, notify: () => undefined }}>{part}</UiProvider>
    </I18nProvider>,
  )
}

/** The words of some HTML, tags and comments gone, narrow and fixed spaces as plain ones. */
export function textOf(html: string): string {
  return html
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\n+/g, '\n')
    .trim()
}
