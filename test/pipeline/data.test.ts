import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { CITIES, CITY_IDS } from '../../src/cities/index.ts'
import { converterBetween } from '../../src/geo/crs.ts'
import { readGeoParquet } from '../../src/io/read-geoparquet.ts'
import { evaluateHeightEstimate, type KnownHeightCase } from '../../src/pipeline/estimates/estimate-heights.ts'
import {
  boxOf,
  multiPolygonArea,
  multiPolygonContains,
  representativePoint,
  type MultiPolygonRings,
} from '../../src/pipeline/geometry/planar.ts'
import { AMENITY_CLASSES, BUILDING_USES, DATASETS, HEIGHT_SOURCES, type DatasetName, type Manifest } from '../../src/schema/datasets.ts'
import { median } from './median.ts'
import { readData, readGeo, type Row } from './read-parquet.ts'

const manifests = new Map(CITY_IDS.map((city) => [city, JSON.parse(readFileSync(`data/${city}/manifest.json`, 'utf8')) as Manifest]))
const files = CITY_IDS.flatMap((city) => Object.keys(manifests.get(city)?.files ?? {}).map((name) => ({ city, name: name as DatasetName })))

describe('the committed data', () => {
  test('stay under 25 MB', () => {
    const bytes = CITY_IDS.flatMap((city) => readdirSync(`data/${city}`).map((name) => statSync(join('data', city, name)).size))
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(25_000_000)
  })

  test('carry a licence note', () => {
    const text = readFileSync('data/LICENSE.md', 'utf8')
    for (const word of ['ODbL 1.0', 'CC BY 4.0', '© OpenStreetMap contributors', 'National Land Survey of Finland'])
      expect(text).toContain(word)
  })

  test.each(files)('$city/$name agrees with its manifest and schema', async ({ city, name }) => {
    const bytes = readFileSync(`data/${city}/${name}.parquet`)
    const entry = manifests.get(city)?.files[name]
    expect(entry?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(entry?.sources.every((source) => source.licence !== '' && source.year !== '')).toBe(true)
    const rows = await readData(city, name)
    expect(rows).toHaveLength(entry?.rows ?? -1)
    const { columns, geometry } = DATASETS[name]
    expect(Object.keys(rows[0] ?? {})).toEqual([...Object.keys(columns), ...(geometry === null ? [] : ['geometry'])])
    const ids = rows.map((row) => String(row['id']))
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => (a < b ? -1 : 1)))
    const epsg = CITIES.find((candidate) => candidate.id === city)?.epsg
    if (geometry === null) expect(await readGeo(bytes)).toBeNull()
    else {
      expect(await readGeo(bytes)).toMatchObject({ columns: { geometry: { crs: { id: { code: epsg } }, geometry_types: [geometry] } } })
    }
  })

  test.each(files.filter(({ name }) => DATASETS[name].geometry !== null))(
    '$city/$name has its coordinates in whole centimetres',
    async ({ city, name }) => {
      const bytes = readFileSync(`data/${city}/${name}.parquet`)
      const { geometry } = await readGeoParquet(new Uint8Array(bytes).buffer, [])
      const positions = geometry?.positions ?? new Float64Array()
      expect(positions.length).toBeGreaterThan(0)
      expect(positions.filter((metres) => metres !== Math.round(metres * 100) / 100)).toHaveLength(0)
    },
  )

  test('every file has a manifest entry', () => {
    for (const city of CITY_IDS) {
      const names = readdirSync(`data/${city}`)
        .filter((name) => name.endsWith('.parquet'))
        .map((name) => name.replace('.parquet', ''))
      expect(names.sort()).toEqual(Object.keys(manifests.get(city)?.files ?? {}).sort())
    }
  })

  test('the figures that the sources state', async () => {
    expect(await readData('tallinn', 'buildings')).toHaveLength(53_211)
    expect(await readData('helsinki', 'buildings')).toHaveLength(8_403)
    const levels = async (city: string) => {
      const rows = await readData(city, 'districts')
      return ['coarse', 'fine'].map((level) => rows.filter((row) => row['level'] === level).length)
    }
    expect(await levels('helsinki')).toEqual([8, 60])
    expect(await levels('tallinn')).toEqual([8, 84])
  })
})

describe.each(CITY_IDS)('buildings of %s', (city) => {
  let rows: readonly Row[] = []
  beforeAll(async () => {
    rows = await readData(city, 'buildings')
  })

  test('hold plausible values', () => {
    const uses = new Set<unknown>([...BUILDING_USES, null])
    const sources = new Set<unknown>(HEIGHT_SOURCES)
    const isPlausible = (row: Row): boolean => {
      const height = row['height_m'] as number
      return (
        height > 1 &&
        height <= 314 &&
        (row['body_height_m'] as number) <= height &&
        sources.has(row['height_source']) &&
        uses.has(row['use']) &&
        (row['use'] === null) === (row['use_source'] === null) &&
        (row['storeys'] === null) === (row['storeys_source'] === null)
      )
    }
    expect(rows.filter((row) => !isPlausible(row))).toEqual([])
  })

  test('have the area that they state, in the plane of the CRS', () => {
    const difference = (row: Row): number =>
      Math.abs(multiPolygonArea(row.geometry.coordinates as MultiPolygonRings) - (row['footprint_m2'] as number))
    expect(rows.filter((row) => difference(row) > 0.01)).toEqual([])
  })

  test('lie in districts that exist, one of each level', async () => {
    const districts = new Map((await readData(city, 'districts')).map((row) => [row['id'], row]))
    const levels = (row: Row) => ['district_coarse_id', 'district_fine_id'].map((column) => districts.get(row[column])?.['level']).join()
    expect(new Set(rows.map(levels))).toEqual(new Set(['coarse,fine']))
  })

  test('get a share of sun and sky each, in the same order', async () => {
    const roofs = await readData(city, 'roof_sun')
    expect(roofs.map((roof) => roof['id'])).toEqual(rows.map((row) => row['id']))
    const isShare = (value: unknown) =>
      (value as number) >= 0 && (value as number) <= 1 && Math.round((value as number) * 200) / 200 === value
    expect(roofs.filter((roof) => !isShare(roof['direct_sun_share']) || !isShare(roof['sky_view_share']))).toEqual([])
  })

  test('parts belong to buildings and reach no higher', async () => {
    const heights = new Map(rows.map((row) => [row['id'], row['height_m'] as number]))
    for (const part of await readData(city, 'building_parts')) {
      expect(part['height_m']).toBeLessThanOrEqual(heights.get(part['building_id']) ?? -1)
      expect(part['min_height_m']).toBeLessThan(part['height_m'] as number)
    }
  })

  test('heights that the estimate was not shown come out nearer than by the median of all', () => {
    const known = rows
      .filter((row) => row['height_source'] !== 'estimated' && row['height_m'] === row['body_height_m'])
      .map((row): KnownHeightCase => {
        const [x, y] = representativePoint(row.geometry.coordinates as MultiPolygonRings)
        // Without the use: Tallinn's is itself guessed by known heights.
        return {
          x,
          y,
          footprintSquareMetres: row['footprint_m2'] as number,
          use: null,
          storeysClass: null,
          heightMetres: row['height_m'] as number,
        }
      })
    const middle = median(known.map((building) => building.heightMetres))
    const blind = known.reduce((sum, building) => sum + Math.abs(building.heightMetres - middle), 0) / known.length
    const error = evaluateHeightEstimate(known)
    expect(error.heldBack).toBe(known.length)
    expect(error.meanAbsoluteErrorMetres).toBeLessThan(blind * 0.7)
    expect(
      Math.abs(error.medianAbsoluteErrorMetres - (manifests.get(city)?.quality['height_estimate_median_absolute_error_m'] ?? 0)),
    ).toBeLessThan(0.7)
  })

  test('the error of estimated heights is stated and small against the heights', () => {
    const quality = manifests.get(city)?.quality ?? {}
    expect(quality['height_estimate_held_back_count']).toBeGreaterThan(2_000)
    expect(quality['height_estimate_median_absolute_error_m']).toBeLessThan(city === 'tallinn' ? 1.5 : 2.5)
    expect(Math.abs(quality['height_estimate_bias_m'] ?? Infinity)).toBeLessThan(0.5)
  })
})

/** Tops as published: raekoda.tallinn.ee, Wikipedia, riigikogu.ee, teletorn.ee, stadion.fi. */
const LANDMARKS = [
  ['tallinn', 24.74531, 59.43701, 64],
  ['tallinn', 24.74788, 59.44132, 123.8],
  ['tallinn', 24.74273, 59.43591, 105],
  ['tallinn', 24.73932, 59.43574, 58],
  ['tallinn', 24.73741, 59.43576, 45.6],
  ['tallinn', 24.887427, 59.471209, 314],
  ['tallinn', 24.73908, 59.43705, 69],
  ['helsinki', 24.95214, 60.17038, 62],
  ['helsinki', 24.93862, 60.16781, 70],
  ['helsinki', 24.92602, 60.18633, 72.7],
  ['helsinki', 24.94121, 60.17121, 48.5],
] as const

test.each(LANDMARKS)('the landmark of %s at %d, %d is %d m high, its body is not', async (city, longitude, latitude, height) => {
  const epsg = CITIES.find((candidate) => candidate.id === city)?.epsg ?? 4326
  const [x, y] = converterBetween(4326, epsg).point(longitude, latitude)
  const found = (await readData(city, 'buildings')).filter((row) =>
    multiPolygonContains(row.geometry.coordinates as MultiPolygonRings, x, y),
  )
  expect(found.map((row) => row['height_m'])).toContain(height)
  const landmark = found.find((row) => row['height_m'] === height)
  expect(landmark?.['height_source']).toBe('measured')
  expect(landmark?.['body_height_m']).toBeLessThan(height * 0.7)
})

describe('residents of districts', () => {
  test('of Tallinn are the published ones, by linnaosa and in sum', async () => {
    const coarse = (await readData('tallinn', 'districts')).filter((row) => row['level'] === 'coarse')
    expect(Object.fromEntries(coarse.map((row) => [row['name_et'], row['population']]))).toEqual({
      'Lasnamäe': 116_596,
      'Kesklinn': 67_748,
      'Mustamäe': 67_637,
      'Põhja-Tallinn': 61_364,
      'Haabersti': 52_138,
      'Nõmme': 36_800,
      'Kristiine': 33_844,
      'Pirita': 19_867,
    })
    expect(coarse.reduce((sum, row) => sum + (row['population'] as number), 0)).toBe(455_994)
    const unknown = (await readData('tallinn', 'districts')).filter((row) => row['population'] === null)
    expect(unknown.map((row) => row['name_et'])).toEqual(['Rocca al Mare'])
  })

  test('of Helsinki add up alike on both levels, to about what the city had', async () => {
    const rows = await readData('helsinki', 'districts')
    const [coarse, fine] = ['coarse', 'fine'].map((level) =>
      rows.filter((row) => row['level'] === level).reduce((sum, row) => sum + (row['population'] as number), 0),
    ) as [number, number]
    expect(Math.abs(coarse - fine)).toBeLessThan(60)
    // 658,457 residents at the end of 2021 (Statistics Finland); cells of few residents are withheld.
    expect(coarse / 658_457).toBeGreaterThan(0.96)
    expect(coarse / 658_457).toBeLessThan(1)
    expect(rows.every((row) => row['population_kind'] === 'modelled')).toBe(true)
  })

  test('land is part of the area and labels lie inside', async () => {
    for (const city of CITY_IDS) {
      for (const row of await readData(city, 'districts')) {
        expect(row['land_area_m2']).toBeLessThanOrEqual(row['area_m2'] as number)
        expect(
          multiPolygonContains(row.geometry.coordinates as MultiPolygonRings, row['label_x'] as number, row['label_y'] as number),
          String(row['id']),
        ).toBe(true)
      }
    }
  })
})

describe('parts and islands of Helsinki', () => {
  test('every part stands in its building by more than half', async () => {
    const footprints = new Map(
      (await readData('helsinki', 'buildings')).map((row) => [row['id'], row.geometry.coordinates as MultiPolygonRings]),
    )
    // By a grid of points over each part's box: what the pipeline measures by cutting.
    const shareInside = (part: MultiPolygonRings, footprint: MultiPolygonRings): number => {
      const [west, south, east, north] = boxOf(part)
      let [inPart, inBoth] = [0, 0]
      for (let step = 0; step < 1600; step++) {
        const x = west + (((step % 40) + 0.5) / 40) * (east - west)
        const y = south + ((Math.floor(step / 40) + 0.5) / 40) * (north - south)
        if (!multiPolygonContains(part, x, y)) continue
        inPart++
        if (multiPolygonContains(footprint, x, y)) inBoth++
      }
      return inBoth / inPart
    }
    const parts = await readData('helsinki', 'building_parts')
    const strays = parts.filter(
      (row) => shareInside(row.geometry.coordinates as MultiPolygonRings, footprints.get(row['building_id']) ?? []) < 0.49,
    )
    expect(strays.map((row) => [row['id'], row['building_id']])).toEqual([])
  })

  test.each([
    ['Isosaari', 25.0524, 60.1014],
    ['Harmaja', 24.9748, 60.1047],
    ['Lonna', 24.9894, 60.1544],
    ['Harakka', 24.9586, 60.1493],
    ['Taivalluoto', 24.902, 60.1752],
    ['Vanha-Räntty', 24.962, 60.1482],
  ])('%s is land', async (_name, longitude, latitude) => {
    const land = (await readData('helsinki', 'land')).map((row) => row.geometry.coordinates as MultiPolygonRings)
    const [x, y] = converterBetween(4326, 3879).point(longitude, latitude)
    expect(land.some((polygons) => multiPolygonContains(polygons, x, y))).toBe(true)
  })
})

test('amenities lie where they are said to be known', async () => {
  for (const city of CITY_IDS) {
    const [coverage] = await readData(city, 'amenity_coverage')
    const rows = await readData(city, 'amenities')
    const beside = rows.filter((row) => {
      const [x, y] = row.geometry.coordinates as unknown as readonly [number, number]
      return !multiPolygonContains(coverage?.geometry.coordinates as MultiPolygonRings, x, y)
    })
    // On piers and bridges, and off the edge of a shore that is drawn coarser than its quays.
    expect(beside.length / rows.length, city).toBeLessThan(0.02)
    expect(new Set(rows.map((row) => row['class']))).toEqual(new Set(AMENITY_CLASSES))
  }
})

test('nothing of the sources folder is in the repository', () => {
  expect(existsSync('data/helsinki/SOURCE.txt')).toBe(false)
  expect(
    readdirSync('data').filter((name) => !['LICENSE.md', 'catalogue.json', 'scenario.schema.json', ...CITY_IDS].includes(name)),
  ).toEqual([])
})
