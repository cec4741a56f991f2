import { LANGUAGES, type CameraPose, type Language } from '../cities/city.ts'
import { CITY_IDS, type CityId } from '../cities/index.ts'
import { HOME_POSE } from '../cities/home.ts'
import { DEFAULT_COMPARISON } from './comparison.ts'
import type { AppState } from './app-state.ts'
import { NOTHING_KEPT } from './scenario-keeping.ts'
import { NO_SCENARIO } from './scenario-session.ts'
import { NO_VIEW_TOOL } from './view-tools.ts'
import type { CityProgress, Session } from './store.ts'

/** One value for every city. */
export function forEveryCity<Value>(value: (cityId: CityId) => Value): Record<CityId, Value> {
  return Object.fromEntries(CITY_IDS.map((cityId) => [cityId, value(cityId)])) as Record<CityId, Value>
}

export const DEFAULT_CAMERAS: Readonly<Record<CityId, CameraPose>> = forEveryCity(() => HOME_POSE)

/** What is shown to someone who has set nothing. */
export const DEFAULT_APP_STATE: AppState = {
  language: 'en',
  theme: 'system',
  layout: 'all',
  swapped: false,
  linked: true,
  cameras: DEFAULT_CAMERAS,
  buildingLayer: 'building-plain',
  areaLayer: 'none',
  overlays: [],
  layerParams: {},
  scaleMode: 'joint',
  // A fixed day, not today's: the same link shows the same light to everyone.
  date: '2026-06-21',
  minutes: 15 * 60,
  shadows: false,
  sharpness: 'automatic',
  selection: null,
  comparison: DEFAULT_COMPARISON,
  onlineBaseMap: false,
  onlineModel: false,
}

const IDLE: CityProgress = { status: 'idle', share: 0, failure: null }

/** A session in which nothing has happened yet. @param shownLanguage whose texts are there */
export function startSession(shownLanguage: Language = DEFAULT_APP_STATE.language): Session {
  return {
    shownLanguage,
    troubles: [],
    progress: forEveryCity(() => IDLE),
    pictures: {},
    flight: null,
    highlight: {},
    outline: {},
    zoneFills: {},
    planned: {},
    nearby: null,
    drawing: null,
    retries: forEveryCity(() => 0),
    ownLayers: [],
    ownLeftOut: [],
    proposedSources: [],
    unknownPlace: null,
    ownImport: null,
    failedImports: [],
    ownPick: null,
    online: [],
    layerRetries: 0,
    loadRetries: 0,
    ...NO_SCENARIO,
    ...NO_VIEW_TOOL,
    keeping: NOTHING_KEPT,
    proposal: null,
  }
}

/** The first of the preferred languages (such as `navigator.languages`) that the app speaks. */
export function languageFrom(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split('-')[0]
    const language = LANGUAGES.find((candidate) => candidate === primary)
    if (language !== undefined) return language
  }
  return DEFAULT_APP_STATE.language
}
