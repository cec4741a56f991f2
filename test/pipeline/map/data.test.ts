import { describe, expect, test } from 'vitest'
import { distanceToEdge, multiPolygonArea, multiPolygonContains, type MultiPolygonRings } from '../../../src/pipeline/geometry/planar.ts'
import { converterBetween } from '../../../src/geo/crs.ts'
import { TRANSIT_MODES } from '../../../src/schema/datasets.ts'
import { readData, type Row } from '../read-parquet.ts'

const EPSG = { helsinki: 3879, tallinn: 3301 } as const
type CityId = keyof typeof EPSG

const polygonsOf = async (city: CityId, name: string): Promise<MultiPolygonRings> =>
  (await readData(city, name)).flatMap((row) => row.geometry.coordinates as MultiPolygonRings)

/** Whether a place in degrees lies in a data set's polygons. */
async function contains(city: CityId, name: string, longitude: number, latitude: number): Promise<boolean> {
  const [x, y] = converterBetween(4326, EPSG[city]).point(longitude, latitude)
  return multiPolygonContains(await polygonsOf(city, name), x, y)
}

const sum = (rows: readonly Row[], column: string): number => rows.reduce((total, row) => total + Number(row[column] ?? 0), 0)

describe('land and sea', () => {
  test('land areas are within 1 % of what the cities say: 214 and 159.3 km²', async () => {
    for (const [city, stated] of [
      ['helsinki', 214],
      ['tallinn', 159.3],
    ] as const) {
      const measured = multiPolygonArea(await polygonsOf(city, 'land')) / 1e6
      expect(Math.abs(measured / stated - 1), `${city} ${measured}`).toBeLessThan(0.01)
    }
  })

  test('Helsinki with its sea is 715 km² (Statistics Finland: 715.5)', async () => {
    expect(multiPolygonArea(await polygonsOf('helsinki', 'extent')) / 1e6).toBeCloseTo(715.4, 0)
  })

  // Places on the map: what is sea, what is land, and what lies beyond the data.
  test.each([
    ['tallinn', 'Tallinn Bay off the harbour', 24.77, 59.46, 'sea'],
    ['tallinn', 'Kopli Bay', 24.66, 59.455, 'sea'],
    ['tallinn', 'water between Paljassaare and Aegna', 24.72, 59.53, 'sea'],
    ['tallinn', 'Town Hall Square', 24.7453, 59.4372, 'land'],
    ['tallinn', 'Aegna', 24.757, 59.583, 'land'],
    ['tallinn', 'Haabneeme in Viimsi', 24.826, 59.511, 'beyond'],
    ['tallinn', 'Rohuneeme in Viimsi', 24.8, 59.556, 'beyond'],
    ['tallinn', 'Tabasalu in Harku', 24.535, 59.429, 'beyond'],
    ['tallinn', 'Peetri in Rae', 24.81, 59.387, 'beyond'],
    ['tallinn', 'Saku', 24.667, 59.3, 'beyond'],
    ['tallinn', 'Naissaar', 24.51, 59.56, 'beyond'],
    ['helsinki', 'Kruunuvuorenselkä', 24.99, 60.163, 'sea'],
    ['helsinki', 'Senate Square', 24.9522, 60.1697, 'land'],
    ['helsinki', 'Suomenlinna', 24.988, 60.1455, 'land'],
    ['helsinki', 'Otaniemi in Espoo', 24.83, 60.186, 'beyond'],
    ['helsinki', 'Tikkurila in Vantaa', 25.044, 60.293, 'beyond'],
  ] as const)('%s: %s', async (city, _, longitude, latitude, expected) => {
    const isLand = await contains(city, 'land', longitude, latitude)
    const isKnown = await contains(city, 'extent', longitude, latitude)
    expect(isLand ? 'land' : isKnown ? 'sea' : 'beyond').toBe(expected)
  })
})

describe('transit', () => {
  test('Tallinn has its five tram lines and four trolleybus lines of 2023, Helsinki its tram and metro lines of 2022', async () => {
    const linesOf = async (city: CityId, mode: string): Promise<string[]> =>
      (await readData(city, 'transit_lines'))
        .filter((row) => row['mode'] === mode)
        .map((row) => String(row['line']))
        .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    expect(await linesOf('tallinn', 'tram')).toEqual(['1', '2', '3', '4', '5'])
    expect(await linesOf('tallinn', 'trolleybus')).toEqual(['1', '3', '4', '5'])
    expect((await linesOf('helsinki', 'tram')).filter((line) => /^\d+$/.test(line))).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
    ])
    expect(await linesOf('helsinki', 'metro')).toEqual(expect.arrayContaining(['M1', 'M2']))
  })

  test('most lines follow a street, and a tram runs past every tram stop', async () => {
    for (const city of ['helsinki', 'tallinn'] as const) {
      const lines = await readData(city, 'transit_lines')
      expect(lines.filter((row) => row['path'] === 'street').length / lines.length).toBeGreaterThan(0.9)
      const courses = lines
        .filter((row) => row['mode'] === 'tram')
        .flatMap((row) => row.geometry.coordinates as (readonly [number, number])[][])
      const stops = (await readData(city, 'transit_stops')).filter(
        (row) => row['modes'] === 'tram' && Number(row['departures_per_day']) > 20,
      )
      expect(stops.length).toBeGreaterThan(50)
      const distances = stops.map((row) => {
        const [x, y] = row.geometry.coordinates as [number, number]
        return Math.min(...courses.map((course) => distanceToEdge([[course]], x, y)))
      })
      // Platforms lie beside the track; a stop at the far side of a junction is still within a block.
      expect(distances.filter((metres) => metres <= 40).length / distances.length).toBeGreaterThan(0.95)
    }
  })

  test('departures are whole, none beyond what a stop can take, unknown ones are null', async () => {
    for (const city of ['helsinki', 'tallinn'] as const) {
      for (const row of await readData(city, 'transit_stops')) {
        const departures = row['departures_per_day']
        if (departures !== null) {
          expect(Number.isInteger(departures)).toBe(true)
          // Every 30 seconds for 18 hours.
          expect(departures).toBeLessThan(2160)
        }
        for (const mode of String(row['modes']).split(',')) expect(TRANSIT_MODES).toContain(mode)
      }
    }
  })

  test('no tram stop of Tallinn has more departures than all trams together; the trunk has hundreds', async () => {
    const lines = await readData('tallinn', 'transit_lines')
    const tram = lines.filter((row) => row['mode'] === 'tram')
    const stops = (await readData('tallinn', 'transit_stops')).filter((row) => row['modes'] === 'tram')
    const busiest = Math.max(...stops.map((row) => Number(row['departures_per_day'])))
    expect(busiest).toBeLessThanOrEqual(sum(tram, 'departures_per_day'))
    expect(busiest).toBeGreaterThan(200)
  })

  test('stops without a timetable lie outside the box of the timetables', async () => {
    const { point } = converterBetween(EPSG.helsinki, 4326)
    const wrong = (await readData('helsinki', 'transit_stops')).filter((row) => {
      const [longitude, latitude] = point(...(row.geometry.coordinates as [number, number]))
      // Inside the box by more than a metre counts as inside; on its very edge either may hold.
      const margin = Math.min(longitude - 24.85, 25 - longitude, latitude - 60.15, 60.25 - latitude)
      return Math.abs(margin) > 1e-5 && (row['departures_per_day'] === null) !== margin < 0
    })
    expect(wrong).toEqual([])
  })
})

describe('population', () => {
  test('Helsinki 2021: the grid holds 97-100 % of the 658,457 residents (the rest has no place or lives in cells not published)', async () => {
    const rows = await readData('helsinki', 'population_grid')
    expect(sum(rows, 'population') / 658_457).toBeGreaterThan(0.97)
    expect(sum(rows, 'population') / 658_457).toBeLessThanOrEqual(1)
    expect(rows.every((row) => row['population'] === null || Number(row['population']) >= 5)).toBe(true)
  })

  test('Tallinn 2015: the model holds 426,145 of the 434,426 residents it was made from', async () => {
    const rows = await readData('tallinn', 'population_grid')
    expect(Math.round(sum(rows, 'population'))).toBe(426_145)
    expect(new Set(rows.map((row) => row['population_kind']))).toEqual(new Set(['modelled']))
  })

  test('cells are squares of their stated size and do not overlap', async () => {
    for (const city of ['helsinki', 'tallinn'] as const) {
      const corners = new Set<string>()
      for (const row of await readData(city, 'population_grid')) {
        const polygons = row.geometry.coordinates as MultiPolygonRings
        const size = Number(row['cell_size_m'])
        expect(multiPolygonArea(polygons)).toBe(size * size)
        const [x, y] = polygons[0]?.[0]?.[0] ?? []
        corners.add(`${x},${y}`)
      }
      expect(corners.size).toBe((await readData(city, 'population_grid')).length)
    }
  })
})

describe('streets and places', () => {
  test('main streets are there, with both names in Helsinki', async () => {
    const helsinki = await readData('helsinki', 'streets')
    for (const [name, swedish] of [
      ['Mannerheimintie', 'Mannerheimvägen'],
      ['Hämeentie', 'Tavastvägen'],
      ['Kehä I', 'Ring I'],
    ]) {
      expect(helsinki.some((row) => row['name'] === name && row['name_sv'] === swedish)).toBe(true)
    }
    const tallinn = await readData('tallinn', 'streets')
    for (const name of ['Pärnu mnt', 'Paldiski mnt', 'Sõpruse pst']) expect(tallinn.some((row) => row['name'] === name)).toBe(true)
  })

  test('landmarks stand where they stand, with names in every language', async () => {
    const expected = [
      ['helsinki', 'Helsingin tuomiokirkko', 'Helsinki Cathedral', 24.9522, 60.1704],
      ['helsinki', 'Kallion kirkko', 'Kallio Church', 24.9493, 60.1843],
      ['tallinn', 'Oleviste kirik', "St Olaf's Church", 24.7477, 59.4414],
      ['tallinn', 'Tallinna teletorn', 'TV Tower', 24.8875, 59.4712],
    ] as const
    for (const [city, name, english, longitude, latitude] of expected) {
      const row = (await readData(city, 'places')).find((place) => place['name'] === name)
      expect(row).toMatchObject({ name_en: english, class: 'landmark' })
      expect([row?.['name_fi'], row?.['name_sv'], row?.['name_et']]).not.toContain(null)
      const [x, y] = (row?.geometry.coordinates ?? [Number.NaN, Number.NaN]) as [number, number]
      const [a, b] = converterBetween(4326, EPSG[city]).point(longitude, latitude)
      expect(Math.hypot(x - a, y - b)).toBeLessThan(60)
    }
  })
})
