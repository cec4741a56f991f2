import { en, type MessageKey } from './en.ts'

export const et: Readonly<Record<MessageKey, string>> = en
