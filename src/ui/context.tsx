import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { CITIES, cityById, type CityId } from '../cities/index.ts'
import type { Language } from '../cities/city.ts'
import type { AnalysisService } from '../services/analysis/analysis-service.ts'
import type { DataService } from '../services/data-service.ts'
import type { AppState } from '../state/app-state.ts'
import type { AppStore, Session } from '../state/store.ts'
import type { MessageKey } from './messages/index.ts'
import {
  formatDataMessage,
  formatList,
  formatMessage,
  formatNumber,
  formatPlural,
  formatShare,
  type MessageValues,
} from './messages/format.ts'

/** A short message to the reader that nothing else on screen says. */
export interface Notice {
  readonly key: MessageKey
  readonly values?: MessageValues
}

interface UiServices {
  readonly store: AppStore
  readonly data: DataService
  /** The worker that measures districts; started when first asked for. */
  readonly analysis: () => AnalysisService
  /** Shows a message for a while, and reads it out. */
  readonly notify: (notice: Notice) => void
}

const UiContext = createContext<UiServices | null>(null)

export function UiProvider({ services, children }: { services: UiServices; children: ReactNode }) {
  return <UiContext value={services}>{children}</UiContext>
}

/** Store, data and notices; throws outside of `AppShell` (a bug). */
export function useServices(): UiServices {
  const services = useContext(UiContext)
  if (services === null) throw new Error('A part of the interface stands outside of AppShell')
  return services
}

/** A part of what the user set; renders again only when that part changes. */
export function useApp<Part>(select: (app: AppState) => Part): Part {
  return useStore(useServices().store, (store) => select(store.app))
}

/** A part of what the session knows. */
export function useSession<Part>(select: (session: Session) => Part): Part {
  return useStore(useServices().store, (store) => select(store.session))
}

export interface Messages {
  readonly language: Language
  readonly text: (key: MessageKey, values?: MessageValues) => string
  /** Text of a key that comes with data. */
  readonly dataText: (key: string, values?: MessageValues) => string
  readonly plural: (stem: string, count: number) => string
  readonly number: (value: number, decimals?: number) => string
  readonly share: (share: number) => string
  readonly cityName: (cityId: CityId) => string
  /** Names of all cities as one phrase. */
  readonly cityNames: string
}

/** Formatters bound to a language. */
export function messagesOf(language: Language): Messages {
  return {
    language,
    text: (key, values) => formatMessage(language, key, values),
    dataText: (key, values) => formatDataMessage(language, key, values),
    plural: (stem, count) => formatPlural(language, stem, count),
    number: (value, decimals) => formatNumber(language, value, decimals),
    share: (share) => formatShare(language, share),
    cityName: (cityId) => cityById(cityId).names[language],
    cityNames: formatList(
      language,
      CITIES.map((city) => city.names[language]),
    ),
  }
}

/** Texts and numbers in the language that shows: the chosen one, or the one before it until its texts are there. */
export function useMessages(): Messages {
  const language = useSession((session) => session.shownLanguage)
  return useMemo(() => messagesOf(language), [language])
}
