import type { IssuePlace, OwnIssue } from '../../layers/own/own-layer.ts'

export type IssueValues = Readonly<Record<string, string | number>>

/** Remarks on a file as they are met: alike ones are counted, the first of them says where. */
export interface IssueLog {
  readonly add: (severity: OwnIssue['severity'], messageKey: string, place: IssuePlace, values?: IssueValues) => void
  readonly list: () => readonly OwnIssue[]
}

const SEVERITIES: readonly OwnIssue['severity'][] = ['error', 'left-out', 'note']

export function createIssueLog(): IssueLog {
  const byKey = new Map<string, { -readonly [Key in keyof OwnIssue]: OwnIssue[Key] }>()
  return {
    add: (severity, messageKey, place, values = {}) => {
      const known = byKey.get(messageKey)
      if (known !== undefined) known.count++
      else byKey.set(messageKey, { severity, messageKey, place, values, count: 1 })
    },
    // The gravest first: a reader who reads one reads that.
    list: () => [...byKey.values()].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)),
  }
}

/** Why a file cannot be shown at all. Thrown by readers, caught where a file is opened. */
export class ImportFailure extends Error {
  readonly issue: OwnIssue
  constructor(messageKey: string, place: IssuePlace, values: IssueValues = {}) {
    super(messageKey)
    this.issue = { severity: 'error', messageKey, place, values, count: 1 }
  }
}

export const WHOLE_FILE: IssuePlace = { kind: 'file' }

/** Found text for a message: short, on one line, and without what would turn the line around. */
export function quoteFound(found: unknown): string {
  const text = (typeof found === 'string' ? found : (JSON.stringify(found) ?? String(found)))
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
