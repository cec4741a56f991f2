import { en, type MessageKey } from './en.ts'

export const fi: Readonly<Record<MessageKey, string>> = en
