/** How a year's electricity spreads, from a series by day. */
export interface LoadShape {
  /** First and last day that counts, ISO dates: whole years only. */
  readonly from: string
  readonly to: string
  /** Share of the year's electricity in each month, January first; the sum is 1. */
  readonly monthShares: readonly number[]
  /** Electricity of a weekday over that of a mean day of its month, Monday first; the mean over the week is about 1. */
  readonly weekdayFactors: readonly number[]
}

const MILLISECONDS_OF_DAY = 86_400_000

/**
 * Shape of electricity over the year and the week. Only whole calendar years count, each with equal weight, so that no
 * season weighs more than another.
 *
 * @param dates ISO dates, each once, in any order
 * @param kilowattHours electricity of each day; a day that is not above 0 is a gap, and its year does not count
 * @returns `null` where no whole year is there
 */
export function loadShape(dates: readonly string[], kilowattHours: ArrayLike<number>): LoadShape | null {
  const valueOf = new Map(dates.map((date, index) => [date, kilowattHours[index] as number]))
  const years = [...new Set(dates.map((date) => Number(date.slice(0, 4))))].toSorted((a, b) => a - b)
  const whole = years.flatMap((year) => {
    const days = listDays(year)
    return days.every(({ date }) => (valueOf.get(date) ?? 0) > 0) ? [days] : []
  })
  const [first, last] = [whole[0], whole.at(-1)]
  if (first === undefined || last === undefined) return null
  const monthShares = new Array<number>(12).fill(0)
  const factors = Array.from({ length: 7 }, () => ({ sum: 0, count: 0 }))
  for (const days of whole) {
    const total = days.reduce((sum, { date }) => sum + (valueOf.get(date) as number), 0)
    for (let month = 0; month < 12; month++) {
      const own = days.filter((day) => day.month === month)
      const sum = own.reduce((part, { date }) => part + (valueOf.get(date) as number), 0)
      monthShares[month] = (monthShares[month] as number) + sum / total / whole.length
      for (const { date, weekday } of own) {
        const factor = factors[weekday] as (typeof factors)[number]
        factor.sum += ((valueOf.get(date) as number) * own.length) / sum
        factor.count++
      }
    }
  }
  return {
    from: (first[0] as Day).date,
    to: (last.at(-1) as Day).date,
    monthShares,
    weekdayFactors: factors.map(({ sum, count }) => sum / count),
  }
}

interface Day {
  readonly date: string
  /** 0 is January. */
  readonly month: number
  /** 0 is Monday. */
  readonly weekday: number
}

function listDays(year: number): readonly Day[] {
  const start = Date.UTC(year, 0, 1)
  const count = Math.round((Date.UTC(year + 1, 0, 1) - start) / MILLISECONDS_OF_DAY)
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(start + index * MILLISECONDS_OF_DAY)
    return { date: day.toISOString().slice(0, 10), month: day.getUTCMonth(), weekday: (day.getUTCDay() + 6) % 7 }
  })
}
