import type { Language } from '../../cities/city.ts'
import type { MessageKey } from './en.ts'

export type { MessageKey } from './en.ts'

/** All texts of the interface in one language. */
export type Catalogue = Readonly<Record<MessageKey, string>>

/** Each language is a file of its own: only the one that shows is fetched. */
const LOADERS: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: () => import('./en.ts').then(({ en }) => en),
  fi: () => import('./fi.ts').then(({ fi }) => fi),
  et: () => import('./et.ts').then(({ et }) => et),
  sv: () => import('./sv.ts').then(({ sv }) => sv),
}

const loaded = new Map<Language, Catalogue>()

/** Fetches the texts of a language, once. Rejects where they cannot be had; asking again tries again. */
export async function loadMessages(language: Language): Promise<void> {
  if (!loaded.has(language)) loaded.set(language, await LOADERS[language]())
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
