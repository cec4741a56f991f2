import type { OnlineRemark } from '../../state/online-entry.ts'
import type { Messages } from '../context.tsx'
import { isMessageKey } from '../messages/index.ts'

/** A fault or a note in words. Every code has a sentence; one that has none is shown as it is. */
export function remarkText({ text }: Messages, kind: 'fault' | 'note', { code, values }: OnlineRemark): string {
  const key = `online.${kind}.${code}`
  return isMessageKey(key) ? text(key, values) : code
}
