import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { cityById } from '../cities/index.ts'
import { TwinView } from '../scene/twin-view.tsx'
import type { SceneServices } from '../scene/types.ts'
import { DEFAULT_APP_STATE, languageFrom, startSession } from '../state/defaults.ts'
import { createAppStore } from '../state/store.ts'
import { readUrl } from '../state/url/url.ts'
import { AppShell } from '../ui/app-shell.tsx'
import { messagesOf } from '../ui/context.tsx'
import { ImporterContext } from '../ui/imports/importer.ts'
import { OnlineContext } from '../ui/online/online-context.ts'
import { resolveTheme } from '../ui/theme.ts'
import { DARK_QUERY } from '../ui/viewport.ts'
import { Crash } from './crash.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { ONLINE_HOSTS } from './online-hosts.ts'
import { startAnalysisService, startDataService, startMapPainter } from './services.ts'
import { takeCorner } from './wire-drawing.ts'
import { createImporter } from './wire-imports.ts'
import { wireLayers } from './wire-layers.ts'
import { wireOnline } from './wire-online.ts'
import { selectPick, wireSelection } from './wire-selection.ts'
import { wireUrl } from './wire-url.ts'

const start = readUrl(location.search, { ...DEFAULT_APP_STATE, language: languageFrom(navigator.languages) })
const store = createAppStore(start.state, startSession())
const data = startDataService()
const painter = startMapPainter()
const importer = createImporter(store)

const services: SceneServices = {
  onPick: (pick) => {
    if (takeCorner(store, pick)) return
    selectPick(store, data, pick).catch((error: unknown) => console.error(error))
  },
  // The scene has written the failure into the session, where the view shows it with a retry.
  onFailure: (cityId, message) => console.warn(`${cityId}: ${message}`),
}

const notices = start.problems.filter((problem) => !problem.isQuiet)
  .map((problem) => ({ key: 'notice.url' as const, values: { name: problem.key, value: problem.value } }))

wireUrl(store)
wireLayers(store, data, () => resolveTheme(store.getState().app.theme, matchMedia(DARK_QUERY).matches))
wireSelection(store, data)
const startOnline = wireOnline(store)

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <ErrorBoundary fallback={(message) => <Crash language={store.getState().app.language} message={message} />}>
      <ImporterContext value={importer}>
        <OnlineContext value={startOnline}>
          <AppShell store={store} data={data} startAnalysis={startAnalysisService} notices={notices} onlineHosts={ONLINE_HOSTS} startsFromLink={location.search.length > 1}>
            <TwinView
              store={store} painter={painter} services={services}
              labels={(cityId, language) => data.labels(cityId, language)}
              describeView={(cityId) => {
                const { language } = store.getState().app
                return messagesOf(language).text('view.describe', { city: cityById(cityId).names[language] })
              }}
            />
          </AppShell>
        </OnlineContext>
      </ImporterContext>
    </ErrorBoundary>
  </StrictMode>,
)
