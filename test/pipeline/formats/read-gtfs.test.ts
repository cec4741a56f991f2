import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { countFrequencyRuns, parseCsv, readGtfs } from '../../../src/pipeline/formats/read-gtfs.ts'
import { modeOfRouteType, modeOfStopNumber } from '../../../src/pipeline/cities/helsinki/transit-modes.ts'
import { shortenLineNumber } from '../../../src/pipeline/cities/helsinki/transit-lines.ts'

test('a headway counts departures from the start up to, not including, the end', () => {
  // 05:24, 05:36 (05:48 is the end); then 05:50, 06:00 (06:10 is the end): four in all.
  const rows = parseCsv(
    'trip_id,start_time,end_time,headway_secs,exact_times\nA,05:24:00,05:48:00,720,1\nA,05:50:00,06:10:00,600,1\nB,25:00:00,25:01:00,600,1\n',
  )
  expect([...countFrequencyRuns(rows)]).toEqual([
    ['A', 4],
    ['B', 1],
  ])
})

test('quoted fields hold commas and quotes', () => {
  expect(parseCsv('a,b\n"x, ""y""",2\r\n')).toEqual([{ a: 'x, "y"', b: '2' }])
})

test('a zipped feed is read, boardings apart from arrivals', () => {
  const files = {
    'stops.txt': 'stop_id,stop_name,stop_lat,stop_lon,location_type\n1,Kallio,60.18,24.95,\n9,Station,60.1,24.9,1\n',
    'routes.txt': 'route_id,route_short_name,route_long_name,route_type\nR,3,Kallio - Eira,0\n',
    'trips.txt': 'route_id,trip_id,direction_id,shape_id\nR,T,0,S\n',
    'stop_times.txt': 'trip_id,stop_id,stop_sequence,pickup_type\nT,1,1,\nT,1,2,1\n',
    'frequencies.txt': 'trip_id,start_time,end_time,headway_secs\nT,06:00:00,07:00:00,600\n',
    'shapes.txt': 'shape_id,shape_pt_sequence,shape_pt_lat,shape_pt_lon\nS,2,60.19,24.96\nS,1,60.18,24.95\n',
  }
  const day = readGtfs(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))), 'feed.zip')
  expect(day.stops.map(({ id }) => id)).toEqual(['1'])
  expect(day.trips[0]?.runs).toBe(6)
  expect(day.calls.map(({ isDeparture }) => isDeparture)).toEqual([true, false])
  expect(day.shapes.get('S')).toEqual([
    [24.95, 60.18],
    [24.96, 60.19],
  ])
})

test('a cut archive and a missing table throw one sentence', () => {
  expect(() => readGtfs(new Uint8Array([80, 75, 3, 4, 0]), 'feed.zip')).toThrow(/feed\.zip is no readable ZIP/)
  expect(() => readGtfs(zipSync({ 'stops.txt': strToU8('stop_id\n') }), 'feed.zip')).toThrow(/holds no routes\.txt/)
})

test('modes by route type (GTFS reference and its extension)', () => {
  expect([0, 1, 3, 4, 109, 701, 900, 1000, 11].map(modeOfRouteType)).toEqual([
    'tram',
    'metro',
    'bus',
    'ferry',
    'train',
    'bus',
    'tram',
    'ferry',
    'trolleybus',
  ])
  expect(modeOfRouteType(5)).toBeNull()
})

test('modes by stop number, on stops known from the street', () => {
  // Rautatientori metro, Rautatieasema tram, Sörnäinen bus, Pasila train.
  expect(['1020602', '1020453', '1113131', '1174552'].map(modeOfStopNumber)).toEqual(['metro', 'tram', 'bus', 'train'])
  expect(modeOfStopNumber('12')).toBeNull()
})

test('line numbers without their municipality', () => {
  expect(['4587', '1018', '1094A', '9841'].map(shortenLineNumber)).toEqual(['587', '18', '94A', '841'])
})
