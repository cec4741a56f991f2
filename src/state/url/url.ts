import { LANGUAGES } from '../../cities/city.ts'
import { CITY_IDS } from '../../cities/index.ts'
import { AREA_LAYER_IDS, BUILDING_LAYER_IDS } from '../../layers/ids.ts'
import { SELECTION_KINDS } from '../../layers/selection-kind.ts'
import { SHARPNESS_CHOICES, type AppState, type Selection } from '../app-state.ts'
import { DEFAULT_APP_STATE, forEveryCity } from '../defaults.ts'
import { migrateQuery, URL_VERSION } from './migrate-query.ts'
import { comparisonField } from './url-comparison.ts'
import { camerasField } from './url-cameras.ts'
import { choiceField, dateField, flagField, textField, timeField, type Field, type UrlProblem } from './url-fields.ts'
import { layerParamsField, overlaysField } from './url-layers.ts'

export type { UrlProblem } from './url-fields.ts'

/** A longer query is no link of ours, and is not worth the time to take apart. */
const LONGEST_QUERY = 65_536

type UrlTable = { readonly [Key in keyof AppState]: Field<AppState[Key], AppState> | 'not in url' }

/** Where each part of the state stands in the URL. A forgotten key does not compile. */
export const URL_TABLE: UrlTable = {
  // Always written: the reader of a link sees the language that its sender chose, default or not.
  language: choiceField('lang', LANGUAGES, DEFAULT_APP_STATE.language, true),
  theme: choiceField('theme', ['system', 'light', 'dark'], DEFAULT_APP_STATE.theme),
  layout: choiceField<AppState['layout']>('view', ['all', ...CITY_IDS], DEFAULT_APP_STATE.layout),
  swapped: flagField('swap', DEFAULT_APP_STATE.swapped),
  linked: flagField('link', DEFAULT_APP_STATE.linked),
  cameras: camerasField,
  buildingLayer: choiceField('layer', BUILDING_LAYER_IDS, DEFAULT_APP_STATE.buildingLayer),
  areaLayer: choiceField('areas', AREA_LAYER_IDS, DEFAULT_APP_STATE.areaLayer),
  overlays: overlaysField,
  layerParams: layerParamsField,
  scaleMode: choiceField('scale', ['joint', 'per-city'], DEFAULT_APP_STATE.scaleMode),
  date: dateField,
  minutes: timeField,
  shadows: flagField('shadows', DEFAULT_APP_STATE.shadows),
  sharpness: choiceField('sharpness', SHARPNESS_CHOICES, DEFAULT_APP_STATE.sharpness),
  selection: textField<Selection | null>('sel', null, formatSelection, parseSelection),
  comparison: comparisonField,
  onlineBaseMap: flagField('online-map', DEFAULT_APP_STATE.onlineBaseMap),
  onlineModel: flagField('online-model', DEFAULT_APP_STATE.onlineModel),
}

const TABLE_KEYS = Object.keys(URL_TABLE) as (keyof AppState)[]

/** The query of a state, with its question mark; defaults are left out. */
export function writeUrl(state: AppState): string {
  const pairs = TABLE_KEYS.flatMap((key) => writeField(key, state))
  const query = [['v', URL_VERSION] as const, ...pairs].map(([key, value]) => `${encode(key)}=${encode(value)}`)
  return `?${query.join('&')}`
}

/**
 * The state that a query stands for, and what of it could not be used. Never throws.
 *
 * @param defaults what stands where the query says nothing; the app gives the visitor's language
 */
export function readUrl(
  search: string,
  defaults: AppState = DEFAULT_APP_STATE,
): { readonly state: AppState; readonly problems: readonly UrlProblem[] } {
  const problems: UrlProblem[] = []
  const note = (key: string, value: string, fallback: string, isQuiet: boolean) =>
    problems.push({ key: cut(key), value: cut(value), fallback: cut(fallback), isQuiet })
  if (search.length > LONGEST_QUERY) {
    note('', search, '', false)
    return { state: defaults, problems }
  }
  const values = new Map<string, string>()
  for (const [key, value] of migrateQuery(new URLSearchParams(search))) {
    if (values.has(key)) note(key, value, values.get(key) as string, true)
    else values.set(key, value)
  }
  const version = values.get('v')
  if (version !== undefined && version !== URL_VERSION) note('v', version, URL_VERSION, true)
  values.delete('v')
  const query = {
    take: (key: string) => {
      const value = values.get(key) ?? null
      values.delete(key)
      return value
    },
    keysWith: (prefix: string) => [...values.keys()].filter((key) => key.startsWith(prefix)),
    report: (key: string, value: string, fallback: string) => void note(key, value, fallback, false),
  }
  const state = { ...defaults }
  for (const key of TABLE_KEYS) readField(key, state, query, defaults)
  for (const [key, value] of values) note(key, value, '', true)
  return { state: alignLinkedCameras(state), problems }
}

/** Linked cameras are equal; a query edited by hand may say otherwise: the first city leads. */
function alignLinkedCameras(state: AppState): AppState {
  return state.linked ? { ...state, cameras: forEveryCity(() => state.cameras[CITY_IDS[0]]) } : state
}

function writeField(key: keyof AppState, state: AppState): readonly (readonly [string, string])[] {
  const field = URL_TABLE[key] as Field<unknown, AppState> | 'not in url'
  return field === 'not in url' ? [] : field.write(state[key], state)
}

function readField<Key extends keyof AppState>(
  key: Key,
  state: { -readonly [K in keyof AppState]: AppState[K] },
  query: Parameters<Field<AppState[Key], AppState>['read']>[0],
  defaults: AppState,
): void {
  const field: UrlTable[Key] = URL_TABLE[key]
  if (field !== 'not in url') state[key] = (field as Field<AppState[Key], AppState>).read(query, defaults[key])
}

function formatSelection(selection: Selection | null): string {
  return selection === null ? '' : `${selection.cityId}:${selection.kind}:${selection.id}`
}

function parseSelection(raw: string): Selection | null {
  const [city = '', kind = '', ...rest] = raw.split(':')
  const id = rest.join(':')
  const cityId = CITY_IDS.find((candidate) => candidate === city)
  const selectionKind = SELECTION_KINDS.find((candidate) => candidate === kind)
  if (cityId === undefined || selectionKind === undefined || !/^[^\p{Cc}]{1,200}$/u.test(id)) return null
  return { cityId, kind: selectionKind, id }
}

/** Percent-encodes, but leaves the marks that read well and that a query may hold as they are. */
function encode(text: string): string {
  // Half a surrogate pair has no encoding and would throw.
  const wellFormed = text.replaceAll(/\p{Surrogate}/gu, '\ufffd')
  return encodeURIComponent(wellFormed).replaceAll(/%(?:2C|3A|3B|2F|40)/g, decodeURIComponent)
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
