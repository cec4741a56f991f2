import { DEFAULT_APP_STATE } from '../defaults.ts'

/** A value of the URL that could not be used. */
export interface UrlProblem {
  readonly key: string
  /** What the URL said, cut to 80 characters. */
  readonly value: string
  /** What is shown instead. */
  readonly fallback: string
  /** True for what changes nothing on screen, such as an unknown key. */
  readonly isQuiet: boolean
}

/** Reads and takes the values of the query's keys. */
interface Query {
  /** The value of a key, or null; taken, so that what nobody asked for can be told. */
  take(key: string): string | null
  /** Keys that start with the prefix and were not taken yet. */
  keysWith(prefix: string): readonly string[]
  report(key: string, value: string, fallback: string): void
}

/** How one key of the state stands in the URL. */
export interface Field<Value, Whole> {
  /** Pairs to write; none where the value is the default. */
  readonly write: (value: Value, whole: Whole) => readonly (readonly [key: string, value: string])[]
  /** Never throws: what cannot be used is reported and the default stands. */
  readonly read: (query: Query, fallback: Value) => Value
}

/** A field of one key whose value is one of a list. */
export function choiceField<Value extends string>(
  key: string,
  choices: readonly Value[],
  defaultValue: Value,
  alwaysWritten = false,
): Field<Value, unknown> {
  return {
    write: (value) => (value === defaultValue && !alwaysWritten ? [] : [[key, value]]),
    read: (query, fallback) => {
      const raw = query.take(key)
      if (raw === null) return fallback
      const value = choices.find((choice) => choice === raw)
      if (value === undefined) query.report(key, raw, fallback)
      return value ?? fallback
    },
  }
}

/** A field of one key that is 1 or 0. */
export function flagField(key: string, defaultValue: boolean): Field<boolean, unknown> {
  return {
    write: (value) => (value === defaultValue ? [] : [[key, value ? '1' : '0']]),
    read: (query, fallback) => {
      const raw = query.take(key)
      if (raw === '1' || raw === '0') return raw === '1'
      if (raw !== null) query.report(key, raw, fallback ? '1' : '0')
      return fallback
    },
  }
}

/** A field of one key with a text form of its own; `parse` gives null for what it cannot read. */
export function textField<Value>(
  key: string,
  defaultValue: Value,
  format: (value: Value) => string,
  parse: (raw: string) => Value | null,
): Field<Value, unknown> {
  return {
    write: (value) => (format(value) === format(defaultValue) ? [] : [[key, format(value)]]),
    read: (query, fallback) => {
      const raw = query.take(key)
      if (raw === null) return fallback
      const value = parse(raw)
      if (value === null) query.report(key, raw, format(fallback))
      return value ?? fallback
    },
  }
}

export const dateField = textField(
  'date',
  DEFAULT_APP_STATE.date,
  (date) => date,
  (raw) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(raw)) return null
    const time = Date.parse(`${raw}T00:00:00Z`)
    // Date.parse takes 2026-02-30 for 2 March in some engines; writing it back tells.
    if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== raw) return null
    const year = Number(raw.slice(0, 4))
    return year >= 1900 && year <= 2100 ? raw : null
  },
)

export const timeField = textField('time', DEFAULT_APP_STATE.minutes, formatTime, (raw) => {
  const match = /^(\d{1,2}):(\d{2})$/.exec(raw)
  if (match === null) return null
  const hours = Number(match[1])
  const minutes = Number(match[2])
  return hours <= 23 && minutes <= 59 ? hours * 60 + minutes : null
})

function formatTime(minutes: number): string {
  const whole = Math.round(minutes)
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`
}
