const MILLISECONDS_PER_MINUTE = 60_000

/**
 * The instant of a local date (`YYYY-MM-DD`) and minute of the day in an IANA time zone.
 * A local time that the spring change skips becomes the same span after the change; one that the
 * autumn change repeats is its first occurrence. Throws a RangeError on an unknown zone or date.
 */
export function instantOfLocalTime(date: string, minutes: number, timeZone: string): Date {
  const asIfUtc = Date.parse(`${date}T00:00:00Z`) + minutes * MILLISECONDS_PER_MINUTE
  if (Number.isNaN(asIfUtc)) throw new RangeError(`Expected a date as YYYY-MM-DD, got "${date}"`)
  // The offset in force a day earlier and a day later brackets any change between.
  const before = offsetMinutes(new Date(asIfUtc - 86_400_000), timeZone)
  const after = offsetMinutes(new Date(asIfUtc + 86_400_000), timeZone)
  const candidates = [before, after].map((offset) => new Date(asIfUtc - offset * MILLISECONDS_PER_MINUTE))
  const fitting = candidates.filter((instant) => instant.getTime() + offsetMinutes(instant, timeZone) * MILLISECONDS_PER_MINUTE === asIfUtc)
  const first = fitting.sort((a, b) => a.getTime() - b.getTime())[0]
  return first ?? (candidates[0] as Date)
}

/** Local time ahead of UTC at an instant, in minutes. */
function offsetMinutes(instant: Date, timeZone: string): number {
  const parts = formatterFor(timeZone).formatToParts(instant)
  const value = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  const local = Date.UTC(value('year'), value('month') - 1, value('day'), value('hour'), value('minute'), value('second'))
  const wholeSeconds = Math.floor(instant.getTime() / 1000) * 1000
  return (local - wholeSeconds) / MILLISECONDS_PER_MINUTE
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known !== undefined) return known
  const formatter = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formatters.set(timeZone, formatter)
  return formatter
}
