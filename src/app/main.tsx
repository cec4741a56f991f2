import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Language } from '../cities/city.ts'
import { cityById } from '../cities/index.ts'
import { findEntry, readServedEntry } from '../io/read-served-version.ts'
import { takeCityPicture } from '../scene/city-camera.ts'
import { TwinView } from '../scene/twin-view.tsx'
import type { SceneServices } from '../scene/types.ts'
import { DEFAULT_APP_STATE, languageFrom, startSession } from '../state/defaults.ts'
import { holdBackSources } from '../state/online-proposal.ts'
import { finishDrawing } from '../state/finish-drawing.ts'
import { addTrouble } from '../state/session-transitions.ts'
import { createAppStore } from '../state/store.ts'
import type { WorkerName } from '../state/trouble.ts'
import { readUrl } from '../state/url/url.ts'
import { AppShell } from '../ui/app-shell.tsx'
import { CityPicturesContext } from '../ui/common/city-pictures-context.ts'
import { messagesOf } from '../ui/context.tsx'
import { ImporterContext } from '../ui/imports/importer.ts'
import { loadMessages } from '../ui/messages/index.ts'
import { OnlineContext } from '../ui/online/online-context.ts'
import { ScenarioActionsContext } from '../ui/scenario/scenario-actions.ts'
import { resolveTheme } from '../ui/theme.ts'
import { DARK_QUERY } from '../ui/viewport.ts'
import { askForSources, openTabStorage, readAllowedSources, rememberSources } from './allowed-sources.ts'
import { Crash } from './crash.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import type { WorkerError } from './link-worker.ts'
import { ONLINE_HOSTS } from './online-hosts.ts'
import { readPreferences, wirePreferences } from './preferences.ts'
import { startAnalysisService, startDataService, startMapPainter } from './services.ts'
import { takeCorner } from './wire-drawing.ts'
import { createImporter } from './wire-imports.ts'
import { wireKeeping } from './wire-keeping.ts'
import { wireLanguage } from './wire-language.ts'
import { wireLayers } from './wire-layers.ts'
import { wireOnline } from './wire-online.ts'
import { wireScenario } from './wire-scenario.ts'
import { selectPick, wireSelection } from './wire-selection.ts'
import { wireUrl } from './wire-url.ts'
import { wireVersion } from './wire-version.ts'

const openStorage = () => localStorage
const start = readUrl(location.search, {
  ...DEFAULT_APP_STATE,
  language: languageFrom(navigator.languages),
  ...readPreferences(openStorage),
})
const shown = await loadFirstMessages(start.state.language)
const tabStorage = openTabStorage()
const held = holdBackSources(start.state, readAllowedSources(tabStorage))
const store = createAppStore(held.app, { ...startSession(shown), proposedSources: held.proposed })
const onWorkerFailure =
  (worker: WorkerName) =>
  (error: WorkerError): void => {
    console.warn(error.message)
    store.getState().updateSession((session) => addTrouble(session, { kind: 'worker', worker }))
  }
const data = startDataService(onWorkerFailure('data'))
const painter = startMapPainter(onWorkerFailure('map'))
const startAnalysis = () => startAnalysisService(onWorkerFailure('analysis'))
const importer = createImporter(store)

/** Fetches the texts of the wanted language, or English where they cannot be had. @returns which came */
async function loadFirstMessages(wanted: Language): Promise<Language> {
  try {
    await loadMessages(wanted)
    return wanted
  } catch (error) {
    console.warn(error)
    await loadMessages(DEFAULT_APP_STATE.language)
    return DEFAULT_APP_STATE.language
  }
}

const services: SceneServices = {
  onPick: (pick) => {
    if (takeCorner(store, pick) || scenarioInput.takePick(pick)) return
    selectPick(store, data, pick).catch((error: unknown) => console.error(error))
  },
  onHover: (cityId, position) => scenarioInput.hover(cityId, position),
  onFinish: () => {
    if (!scenarioInput.finish()) finishDrawing(store)
  },
  // The scene has written the failure into the session, where the view shows it with a retry.
  onFailure: (cityId, message) => console.warn(`${cityId}: ${message}`),
}

const notices = start.problems
  .filter((problem) => !problem.isQuiet)
  .map((problem) => ({ key: 'notice.url' as const, values: { name: problem.key, value: problem.value } }))

rememberSources(store, tabStorage)
wireUrl(store, (app) => askForSources(store, app, tabStorage))
wireLanguage(store, loadMessages)
wirePreferences(store, openStorage)
wireVersion(store, {
  running: findEntry(document.documentElement.outerHTML),
  readServed: () => readServedEntry(location.pathname),
  page: document,
  window,
  now: () => performance.now(),
})
wireLayers(store, data, () => resolveTheme(store.getState().app.theme, matchMedia(DARK_QUERY).matches))
const scenarioInput = wireScenario(store, data)
wireSelection(store, data)
const startOnline = wireOnline(store)
const startKeeping = wireKeeping(store)

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <ErrorBoundary fallback={(message) => <Crash language={store.getState().session.shownLanguage} message={message} />}>
      <ImporterContext value={importer}>
        <OnlineContext value={startOnline}>
          <ScenarioActionsContext value={startKeeping}>
            <CityPicturesContext value={takeCityPicture}>
              <AppShell
                store={store}
                data={data}
                startAnalysis={startAnalysis}
                notices={notices}
                onlineHosts={ONLINE_HOSTS}
                startsFromLink={location.search.length > 1}
              >
                <TwinView
                  store={store}
                  painter={painter}
                  services={services}
                  labels={(cityId, language) => data.labels(cityId, language)}
                  describeView={(cityId) => {
                    const { shownLanguage } = store.getState().session
                    return messagesOf(shownLanguage).text('view.describe', { city: cityById(cityId).names[shownLanguage] })
                  }}
                />
              </AppShell>
            </CityPicturesContext>
          </ScenarioActionsContext>
        </OnlineContext>
      </ImporterContext>
    </ErrorBoundary>
  </StrictMode>,
)
