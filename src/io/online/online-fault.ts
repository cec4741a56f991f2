/** Why a service could not be shown. The interface has one sentence for each, `online.fault.<code>`. */
const FAULT_CODES = [
  // The address, before anything is asked.
  'address',
  'scheme',
  'credentials',
  'not-allowed',
  'layer-missing',
  // The way there.
  'unreachable',
  'timeout',
  'busy',
  'status',
  'redirect',
  'too-large',
  // What came back.
  'web-page',
  'exception',
  'not-json',
  'cut-off',
  'not-xml',
  'unexpected',
  'loop',
  'crs',
  'layer-unknown',
  'empty',
  'outside',
] as const
export type FaultCode = (typeof FAULT_CODES)[number]

export interface Fault {
  readonly code: FaultCode
  /** What fills the sentence: host, status, seconds, what the service itself said. */
  readonly values: Readonly<Record<string, string | number>>
  /** Layers to choose from, where the service names them. */
  readonly offered: readonly string[]
}

/** Something that was put right or left out on the way; shown beside the layer as `online.note.<code>`. */
const NOTE_CODES = ['axis-request', 'axis-answer', 'limit', 'partial', 'unsorted', 'no-geometry', 'bytes'] as const
type NoteCode = (typeof NOTE_CODES)[number]

export interface Note {
  readonly code: NoteCode
  readonly values: Readonly<Record<string, string | number>>
}

/** A fault on its way to the one place that shows it. */
export class OnlineError extends Error {
  readonly fault: Fault

  constructor(code: FaultCode, values: Fault['values'] = {}, offered: readonly string[] = []) {
    super(`${code} ${JSON.stringify(values)}`)
    this.name = 'OnlineError'
    this.fault = { code, values, offered }
  }
}

/** The fault of anything that was thrown; what nobody foresaw is `unexpected`, with the address that was asked. */
export function faultOf(error: unknown, address: string): Fault {
  if (error instanceof OnlineError) return error.fault
  const found = (error instanceof Error ? error.message : String(error)).slice(0, 120)
  return { code: 'unexpected', values: { host: address, expected: '', found }, offered: [] }
}

/** The longest text of a stranger that is shown. */
const MOST_CHARACTERS = 300

/** A stranger's text as one short line: no control characters, no tags. */
export function shorten(text: string): string {
  const line = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS - 1)}…` : line
}
