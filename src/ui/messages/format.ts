import type { Language } from '../../cities/city.ts'
import { catalogueOf, isMessageKey, type MessageKey } from './index.ts'

export type MessageValues = Readonly<Record<string, string | number>>

/** A narrow space that never breaks: stands between a number and its unit. */
export const UNIT_SPACE = '\u202f'

/**
 * Text of a key with its `{placeholders}` filled; numbers are written in the language's way.
 * A placeholder without a value is a bug: it is reported on the console, where the tests fail on it, and the
 * reader sees a dash, as for any gap.
 */
export function formatMessage(language: Language, key: MessageKey, values: MessageValues = {}): string {
  return catalogueOf(language)[key].replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name]
    if (value === undefined) {
      console.error(`The message "${key}" was given no value for its {${name}}`)
      return '–'
    }
    return typeof value === 'number' ? formatNumber(language, value) : value
  })
}

/** Text of a key that comes with data; a key without a text is shown as it is rather than hidden. */
export function formatDataMessage(language: Language, key: string, values: MessageValues = {}): string {
  return isMessageKey(key) ? formatMessage(language, key, values) : key
}

/** Text of `<stem>.<plural category>`, chosen by the language's own plural rules. */
export function formatPlural(language: Language, stem: string, count: number): string {
  const category = new Intl.PluralRules(language).select(count)
  const key = `${stem}.${category}`
  return formatMessage(language, isMessageKey(key) ? key : (`${stem}.other` as MessageKey), { count })
}

const numberFormats = new Map<string, Intl.NumberFormat>()

/**
 * A number in the language's way, thousands grouped also where CLDR would leave four digits whole.
 * Without `decimals`: none from 100 up, one from 10 up, two below, trailing zeros dropped.
 */
export function formatNumber(language: Language, value: number, decimals?: number): string {
  const size = Math.abs(value)
  const most = decimals ?? (size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2)
  const least = decimals ?? 0
  const key = `${language} ${least} ${most}`
  let format = numberFormats.get(key)
  if (format === undefined) {
    format = new Intl.NumberFormat(language, {
      minimumFractionDigits: least,
      maximumFractionDigits: most,
      useGrouping: 'always',
      signDisplay: 'negative',
    })
    numberFormats.set(key, format)
  }
  // A minus, which English figures are given a hyphen for.
  return format.format(value).replace('-', '−')
}

/** A share of 0-1 as per cent: a share that is not zero is never written as 0 %, nor one short of all as 100 %. */
export function formatShare(language: Language, share: number): string {
  const percent = (value: number) => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(value)
  if (share > 0 && share < 0.01) return `<${UNIT_SPACE}${percent(0.01)}`
  if (share < 1 && share > 0.99) return `>${UNIT_SPACE}${percent(0.99)}`
  return percent(share)
}

/** A clock time from minutes since midnight, 24 hours. */
export function formatClock(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  return `${String(hours).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** A year or a span of years, the span with the dash that spans have. */
export function formatYears(years: string): string {
  return years.replace(/(\d{4})-(\d{4})/g, '$1–$2')
}

/** `a and b` in the language's way. */
export function formatList(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items)
}
