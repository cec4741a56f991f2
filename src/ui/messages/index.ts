import type { Language } from '../../cities/city.ts'
import { en, type MessageKey } from './en.ts'
import { et } from './et.ts'
import { fi } from './fi.ts'
import { sv } from './sv.ts'

export type { MessageKey } from './en.ts'

/** All texts of the interface by language. */
export const MESSAGES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en, fi, et, sv }

/** True when the key has a text, so that a key that comes with data can be shown safely. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key)
}
