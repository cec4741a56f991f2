/** One trip of a pattern. */
export interface Trip {
  /** Minutes after midnight at each stop; above 1440 is after midnight; null where the trip does not call. */
  readonly minutes: readonly (number | null)[]
  /** Days since 1970-01-01 between which the trip runs, both included; null is open. */
  readonly validFromDay: number | null
  readonly validToDay: number | null
  /** Digits 1 (Monday) to 7 of the days on which it runs. */
  readonly weekdays: string
}

/** A trip that takes longer between two stops is a decoding error, not a journey in or about the city. */
const LONGEST_HOP_MINUTES = 90
/** Service days end before 05:00 of the next day. */
const LATEST_MINUTE = 29 * 60

/**
 * Decodes a timetable line of `routes.txt` as the timetable system Pikas writes it (Tallinn, Riga,
 * Vilnius and Minsk publish it). The line is a list of numbers, split by commas:
 *
 * 1. departures from the first stop, each as the difference from the one before, ended by an empty
 *    item; the difference is negative where a new group of days begins (`+` and `-0` in front mark
 *    low-floor vehicles);
 * 2. first day of validity, 3. last day of validity (0 is open), 4. weekdays: each as value and
 *    count of trips, over all trips, the last count left empty;
 * 5. for every further stop the minutes from the stop before, as value and count in the same way:
 *    the first value of a stop is minutes, every later one the change from the one before, plus 5.
 *
 * A trip that does not call at a stop is given a negative time there.
 *
 * Returns null where the line does not decode into plausible times at `stopCount` stops for every
 * trip: a wrong timetable is worse than none.
 */
export function decodeTimetable(line: string, stopCount: number): readonly Trip[] | null {
  const items = line.trim().split(',')
  const end = items.indexOf('')
  if (end < 1) return null
  const starts: number[] = []
  let clock = 0
  for (const item of items.slice(0, end)) {
    if (!/^[+-]?\d+$/.test(item)) return null
    clock += Number(item)
    starts.push(clock)
  }
  const runs = createRunReader(items, end + 1, starts.length)
  const [from, to, weekdays] = [runs.read(), runs.read(), runs.read()]
  if (from === null || to === null || weekdays === null) return null
  const minutes = starts.map((start) => [start])
  for (let stop = 1; stop < stopCount; stop++) {
    const travel = runs.read((value, before) => (before === null ? value : before + value - 5))
    if (travel === null) return null
    travel.forEach((hop, trip) => {
      const times = minutes[trip] as number[]
      times.push((times.at(-1) as number) + hop)
    })
  }
  if (!runs.isAtEnd() || !minutes.every(isPlausible)) return null
  if (!weekdays.every((days) => /^[1-7]+$/.test(String(days)))) return null
  return minutes.map((times, trip): Trip => ({
    minutes: times.map((time) => (time < 0 ? null : time)),
    validFromDay: from[trip] === 0 ? null : (from[trip] as number),
    validToDay: to[trip] === 0 ? null : (to[trip] as number),
    weekdays: String(weekdays[trip]),
  }))
}

/** Trips that run on a day, given as days since 1970-01-01. */
export function tripsOnDay(trips: readonly Trip[], day: number): Trip[] {
  // 1970-01-01 was a Thursday.
  const weekday = String(((day + 3) % 7) + 1)
  return trips.filter(
    (trip) =>
      trip.weekdays.includes(weekday) &&
      (trip.validFromDay === null || trip.validFromDay <= day) &&
      (trip.validToDay === null || trip.validToDay >= day),
  )
}

/** Whether the trip calls at two stops or more, in order, without a hop that no vehicle makes. */
function isPlausible(times: readonly number[]): boolean {
  const calls = times.flatMap((time, stop) => (time < 0 ? [] : [{ time, stop }]))
  return (
    calls.length >= 2 &&
    calls.every(({ time, stop }, index) => {
      if (time > LATEST_MINUTE) return false
      const before = calls[index - 1]
      return before === undefined || (time >= before.time && time - before.time <= LONGEST_HOP_MINUTES * (stop - before.stop))
    })
  )
}

/** Reads lists of value and count, one list over all trips at a time. */
function createRunReader(items: readonly string[], start: number, tripCount: number) {
  let at = start
  const read = (next: (value: number, before: number | null) => number = (value) => value): number[] | null => {
    const values: number[] = []
    let before: number | null = null
    while (values.length < tripCount) {
      const [value, count] = [items[at], items[at + 1]]
      at += 2
      if (value === undefined || count === undefined || !/^-?\d+$/.test(value)) return null
      const repeats = count === '' ? tripCount - values.length : Number(count)
      if (!Number.isInteger(repeats) || repeats < 1 || values.length + repeats > tripCount) return null
      before = next(Number(value), before)
      for (let repeat = 0; repeat < repeats; repeat++) values.push(before)
    }
    return values
  }
  return { read, isAtEnd: (): boolean => items.slice(at).every((item) => item === '') }
}
