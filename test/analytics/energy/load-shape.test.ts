import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadShape } from '../../../src/analytics/energy/load-shape.ts'
import { openCityTables } from '../../../src/services/city-tables.ts'

function daysOf(from: string, to: string): readonly string[] {
  const days: string[] = []
  for (let day = Date.parse(from); day <= Date.parse(to); day += 86_400_000) days.push(new Date(day).toISOString().slice(0, 10))
  return days
}

test('an even year has months by their days, and every weekday alike', () => {
  const dates = daysOf('2019-01-01', '2019-12-31')
  const shape = loadShape(
    dates,
    dates.map(() => 100),
  )
  expect(shape?.monthShares[0]).toBeCloseTo(31 / 365, 12)
  expect(shape?.monthShares[1]).toBeCloseTo(28 / 365, 12)
  expect(shape?.monthShares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
  shape?.weekdayFactors.forEach((factor) => expect(factor).toBeCloseTo(1, 12))
})

test('Sundays of half the use stand apart; 6 January 2019 was one', () => {
  const dates = daysOf('2019-01-01', '2019-12-31')
  const shape = loadShape(
    dates,
    dates.map((date) => ((Date.parse(date) - Date.parse('2019-01-06')) % (7 * 86_400_000) === 0 ? 50 : 100)),
  )
  const [monday = NaN, sunday = NaN] = [shape?.weekdayFactors[0], shape?.weekdayFactors[6]]
  expect(sunday / monday).toBeCloseTo(0.5, 2)
})

test('a year with a gap, or begun only, does not count; without a whole one there is no shape', () => {
  const dates = daysOf('2018-06-01', '2020-01-01')
  const shape = loadShape(
    dates,
    dates.map(() => 7),
  )
  expect([shape?.from, shape?.to]).toEqual(['2019-01-01', '2019-12-31'])
  expect(loadShape(['2019-01-01'], [5])).toBeNull()
  expect(
    loadShape(
      dates,
      dates.map((date) => (date === '2019-07-01' ? NaN : 7)),
    ),
  ).toBeNull()
})

test("the city's own buildings: 185.1, 183.1 and 188.2 GWh a year, days of January and July of 595 and 405 MWh", async () => {
  const files = {
    dataUrl: new URL('../../../data/', import.meta.url).href,
    fetchBytes: async (url: string) => Uint8Array.from(readFileSync(new URL(url))).buffer,
  }
  const { columns } = await openCityTables('helsinki', files).table('electricity_load')
  const [dates, kilowattHours] = [columns['id'] as readonly string[], columns['consumption_kwh'] as Float64Array]
  const sumOf = (start: string) =>
    dates.reduce((sum, date, index) => (date.startsWith(start) ? sum + (kilowattHours[index] as number) : sum), 0)
  // As the description of the source states them.
  expect(['2017', '2018', '2019'].map((year) => Math.round(sumOf(year) / 1e5) / 10)).toEqual([185.1, 183.1, 188.2])
  const shape = loadShape(dates, kilowattHours)
  expect([shape?.from, shape?.to]).toEqual(['2017-01-01', '2019-12-31'])
  // Its January and July days are those of 2019.
  const of2019 = dates.flatMap((date, index) => (date.startsWith('2019') ? [index] : []))
  const one = loadShape(
    of2019.map((index) => dates[index] as string),
    of2019.map((index) => kilowattHours[index] as number),
  )
  expect(((one?.monthShares[0] as number) * 188_200) / 31).toBeCloseTo(595, 0)
  expect(((one?.monthShares[6] as number) * 188_200) / 31).toBeCloseTo(405, 0)
})
