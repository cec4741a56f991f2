import { expect, test } from 'vitest'
import { decodeTimetable, tripsOnDay } from '../../../src/pipeline/formats/decode-timetable.ts'

/**
 * Worked by hand. Departures 6:00, 6:20, 7:00 and, by a step back of 60 minutes, 6:00 of another day.
 * The first two run on working days, the third on Tuesdays, the last on Saturdays and Sundays; the
 * third begins on day 19690. Second stop: 3 minutes, then 3 + (6 - 5) = 4 for the last two. Third
 * stop: 2 minutes for all.
 */
const LINE = '+360,+20,40,-060,,19651,2,19690,1,19651,,0,,12345,2,2,1,67,,3,2,6,,2,,'

test('a timetable decodes to the times worked out by hand', () => {
  const trips = decodeTimetable(LINE, 3)
  expect(trips).toEqual([
    { minutes: [360, 363, 365], validFromDay: 19651, validToDay: null, weekdays: '12345' },
    { minutes: [380, 383, 385], validFromDay: 19651, validToDay: null, weekdays: '12345' },
    { minutes: [420, 424, 426], validFromDay: 19690, validToDay: null, weekdays: '2' },
    { minutes: [360, 364, 366], validFromDay: 19651, validToDay: null, weekdays: '67' },
  ])
})

test('a day takes the trips of its weekday within their validity', () => {
  const trips = decodeTimetable(LINE, 3) ?? []
  // 19682 is Tuesday 21 November 2023; the third trip begins eight days later.
  expect(new Date(19682 * 86_400_000).getUTCDay()).toBe(2)
  expect(tripsOnDay(trips, 19682).map(({ minutes }) => minutes[0])).toEqual([360, 380])
  expect(tripsOnDay(trips, 19682 + 14).map(({ minutes }) => minutes[0])).toEqual([360, 380, 420])
  expect(tripsOnDay(trips, 19686).map(({ weekdays }) => weekdays)).toEqual(['67'])
})

test('a negative time is a stop that the trip passes by', () => {
  // 6:00, second stop 360 - 900 < 0: passed by; third 900 + 5 minutes later: 6:05.
  expect(decodeTimetable('360,,19651,,0,,12345,,-900,,905,,', 3)?.[0]?.minutes).toEqual([360, null, 365])
})

test.each([
  ['fewer stops than the line holds', LINE, 2],
  ['more stops than the line holds', LINE, 4],
  ['a cut line', LINE.slice(0, 30), 3],
  ['words', 'six,,19651,,0,,12345,,3,,2,,', 3],
  ['a hop of ten hours', '360,,19651,,0,,12345,,600,,2,,', 3],
  ['weekday 9', '360,,19651,,0,,129,,3,,2,,', 3],
])('%s decodes to nothing', (_, line, stopCount) => {
  expect(decodeTimetable(line, stopCount)).toBeNull()
})
