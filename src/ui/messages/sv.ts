import { en, type MessageKey } from './en.ts'

export const sv: Readonly<Record<MessageKey, string>> = en
