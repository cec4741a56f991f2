import type { Language } from '../../cities/city.ts'
import type { FirstMessageKey, MessageKey } from './en.ts'

export type { MessageKey } from './en.ts'

/** All texts of the interface in one language. */
export type Catalogue = Readonly<Record<MessageKey, string>>

/** Each language is a file of its own: only the one that shows is fetched. */
const LOADERS: Readonly<Record<Language, () => Promise<Readonly<Record<FirstMessageKey, string>>>>> = {
  en: () => import('./en.ts').then(({ en }) => en),
  fi: () => import('./fi.ts').then(({ fi }) => fi),
  et: () => import('./et.ts').then(({ et }) => et),
  sv: () => import('./sv.ts').then(({ sv }) => sv),
}

type LaterTexts = Readonly<Record<Exclude<MessageKey, FirstMessageKey>, string>>

/** Texts that the first view does without, by language. */
const SCENARIO_LOADERS: Readonly<Record<Language, () => Promise<LaterTexts>>> = {
  en: async () => ({ ...(await import('./scenario/en.ts')).scenarioEn, ...(await import('./scenario-issues/en.ts')).scenarioIssuesEn }),
  fi: async () => ({ ...(await import('./scenario/fi.ts')).scenarioFi, ...(await import('./scenario-issues/fi.ts')).scenarioIssuesFi }),
  et: async () => ({ ...(await import('./scenario/et.ts')).scenarioEt, ...(await import('./scenario-issues/et.ts')).scenarioIssuesEt }),
  sv: async () => ({ ...(await import('./scenario/sv.ts')).scenarioSv, ...(await import('./scenario-issues/sv.ts')).scenarioIssuesSv }),
}

const loaded = new Map<Language, Catalogue>()
const withScenarios = new Set<Language>()
let areScenariosWanted = false

/** Fetches the texts of a language, once. Rejects where they cannot be had; asking again tries again. */
export async function loadMessages(language: Language): Promise<void> {
  if (!loaded.has(language)) {
    const first = await LOADERS[language]()
    // What is left out is asked for by nobody before it has been fetched.
    if (!loaded.has(language)) loaded.set(language, first as Catalogue)
  }
  if (areScenariosWanted) await addScenarioTexts(language)
}

/** Fetches the texts of scenarios in every language that is there; from then on they come with each other one. */
export async function loadScenarioMessages(): Promise<void> {
  areScenariosWanted = true
  await Promise.all([...loaded.keys()].map(addScenarioTexts))
}

async function addScenarioTexts(language: Language): Promise<void> {
  if (withScenarios.has(language)) return
  const texts = await SCENARIO_LOADERS[language]()
  loaded.set(language, { ...(loaded.get(language) as Catalogue), ...texts })
  withScenarios.add(language)
}

/** The texts of a language that has been loaded; throws where it has not (a bug). */
export function catalogueOf(language: Language): Catalogue {
  const catalogue = loaded.get(language)
  if (catalogue === undefined) throw new Error(`The texts of "${language}" are not loaded`)
  return catalogue
}

/** True when the key has a text, so that a key that comes with data can be shown safely. Every language has the same keys. */
export function isMessageKey(key: string): key is MessageKey {
  for (const catalogue of loaded.values()) return Object.hasOwn(catalogue, key)
  return false
}
