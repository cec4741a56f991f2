import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { tallinn } from '../../src/cities/tallinn.ts'
import { converterBetween } from '../../src/geo/crs.ts'
import { buildData } from '../../src/pipeline/build.ts'
import { cleanGeometry } from '../../src/pipeline/geometry/clean.ts'
import type { Issue } from '../../src/pipeline/dataset.ts'
import { SourceError } from '../../src/pipeline/effects.ts'
import { multiPolygonArea, multiPolygonContains, type MultiPolygonRings } from '../../src/pipeline/geometry/planar.ts'
import { clipAreas } from '../../src/pipeline/geometry/clip-areas.ts'
import { lineLength } from '../../src/pipeline/geometry/simplify.ts'
import type { DatasetName, Manifest } from '../../src/schema/datasets.ts'
import { createQuietEffects, makeTemporaryFolder, MINI_CITY } from './mini-city.ts'
import { readRows, type Row } from './read-parquet.ts'

/**
 * The mini-city through every step of Tallinn, map and transit included. Its sources are drawn on paper in
 * metres from 543000, 6588000 (EPSG:3301), so rows, areas, lengths and departures are counted by hand.
 */
const GOLDEN = '../golden/mini-city'
const MAP = [
  'land',
  'coverage',
  'extent',
  'water',
  'green',
  'streets',
  'rail',
  'transit_stops',
  'transit_lines',
  'population_grid',
  'places',
  'amenities',
  'amenity_coverage',
] as const satisfies readonly DatasetName[]

async function build(sources: string): Promise<string> {
  const out = makeTemporaryFolder()
  await buildData(createQuietEffects().effects, { sources, out, cityIds: [tallinn.id] })
  return join(out, tallinn.id)
}

const readManifest = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
const areaOf = (row: Row) => multiPolygonArea(row.geometry.coordinates as MultiPolygonRings)
const lengthOf = (row: Row) => lineLength(row.geometry.coordinates as [number, number][])
/** Source coordinates in degrees have seven decimals: a centimetre, so areas hold to 1 m², lengths to a decimetre. */
const toMetre = (value: number) => Math.round(value)
const sorted = (rows: readonly (readonly unknown[])[]) => [...rows].sort((a, b) => (String(a) < String(b) ? -1 : 1))

describe('the map of the mini-city', () => {
  let folder = ''
  let manifest: Manifest
  const rowsOf = (name: DatasetName) => readRows(readFileSync(join(folder, `${name}.parquet`)))
  const faultsOf = (name: DatasetName) => {
    const { dropped, mended } = manifest.files[name] ?? {}
    return { dropped, mended }
  }
  beforeAll(async () => {
    folder = await build(MINI_CITY)
    manifest = readManifest(folder)
  })

  test.each(MAP)('%s is as expected', async (name) => {
    const text = (await rowsOf(name)).map((row) => JSON.stringify(row)).join('\n')
    await expect(`${text}\n`).toMatchFileSnapshot(`${GOLDEN}/${name}.jsonl`)
  })

  test('every fault is an issue line', async () => {
    await expect(readFileSync(join(folder, 'issues.csv'), 'utf8')).toMatchFileSnapshot(`${GOLDEN}/issues-with-map.csv`)
  })

  test('the manifest counts as many faults as there are issue lines', () => {
    const lines = readFileSync(join(folder, 'issues.csv'), 'utf8').trim().split('\n').slice(1)
    // Counted beside the faults, without a line each: sound features that a rule leaves out.
    const rules = ['smaller-than-drawn', 'short-unnamed-path', 'not-a-street-in-use', 'drawn-twice']
    const counts = { dropped: 0, mended: 0 }
    for (const file of Object.values(manifest.files)) {
      for (const severity of ['dropped', 'mended'] as const) {
        for (const [code, count] of Object.entries(file[severity])) if (!rules.includes(code)) counts[severity] += count
      }
    }
    expect(counts).toEqual({
      dropped: lines.filter((line) => line.startsWith('dropped,')).length,
      mended: lines.filter((line) => line.startsWith('mended,')).length,
    })
    expect(lines.every((line) => /^(dropped|mended),[a-z-]+,tallinn\/[\w./-]+,[^,]+,"?tallinn\/[\w./-]+, feature /.test(line))).toBe(true)
  })

  test('land: a mainland of 350 m by 400 m and an islet mended to two triangles of 100 m²', async () => {
    for (const name of ['land', 'coverage'] as const) {
      const [row, ...others] = await rowsOf(name)
      expect(others).toEqual([])
      expect(((row?.geometry.coordinates ?? []) as MultiPolygonRings).map((rings) => toMetre(multiPolygonArea([rings]) / 10) * 10)).toEqual(
        [140_000, 100, 100],
      )
    }
    expect(faultsOf('land')).toEqual({ dropped: {}, mended: { 'self-crossing-ring': 1 } })
    expect(faultsOf('coverage')).toEqual({ dropped: {}, mended: {} })
  })

  test('extent: the land and the sea of Tallinn Bay, not Tartu', async () => {
    const [row, ...others] = await rowsOf('extent')
    expect(others).toEqual([])
    const contains = (x: number, y: number) => multiPolygonContains(row?.geometry.coordinates as MultiPolygonRings, x, y)
    expect(contains(543_100, 6_588_100)).toBe(true)
    const { point } = converterBetween(4326, 3301)
    expect(contains(...point(24.75, 59.47))).toBe(true)
    expect(contains(...point(26.72, 58.38))).toBe(false)
  })

  test('amenities: a school and three museums of nine points; a cafe and a park are none', async () => {
    expect(sorted((await rowsOf('amenities')).map((row) => [row['class'], row['kind'], row['name'], row['source_year']]))).toEqual([
      ['culture', 'museum', 'Kauge muuseum', 2021],
      ['culture', 'museum', 'Mändide muuseum', 2021],
      ['culture', 'museum', 'Pööratud muuseum', 2021],
      ['school', 'school', 'Kase kool', 2021],
    ])
    expect(faultsOf('amenities')).toEqual({
      dropped: { 'drawn-twice': 1, 'empty-geometry': 1, 'not-a-number': 1 },
      mended: { 'other-crs': 1, 'wrong-axis-order': 1 },
    })
  })

  test('water: six areas of 3600 m²', async () => {
    const rows = await rowsOf('water')
    expect(sorted(rows.map((row) => [row['class'], row['name'], toMetre(areaOf(row))]))).toEqual([
      // The bow tie: two triangles of 20 m by 10 m; the one of another CRS; the half on this side of the coast.
      ['lake', null, 200],
      ['lake', null, 400],
      ['lake', null, 400],
      ['lake', 'Kase tiik', 1200],
      ['lake', 'Männi tiik', 400],
      ['river', 'Kase oja', 1000],
    ])
    expect(faultsOf('water')).toEqual({
      dropped: { 'duplicate-geometry': 1, 'empty-geometry': 1, 'not-a-number': 2, 'self-crossing-ring': 1, 'smaller-than-drawn': 1 },
      mended: { 'other-crs': 2, 'self-crossing-ring': 1, 'wrong-axis-order': 1 },
    })
  })

  test('green: five areas of 4500 m²', async () => {
    const rows = await rowsOf('green')
    expect(sorted(rows.map((row) => [row['class'], row['name'], toMetre(areaOf(row))]))).toEqual([
      ['cemetery', null, 900],
      ['park', 'Kase park', 2000],
      ['wetland', null, 400],
      ['wood', null, 400],
      ['wood', null, 800],
    ])
    for (const row of rows) expect(row['area_m2']).toBeCloseTo(areaOf(row), 0)
    expect(faultsOf('green')).toEqual({
      dropped: { 'duplicate-geometry': 1, 'empty-geometry': 2, 'not-a-number': 1, 'smaller-than-drawn': 1 },
      mended: { 'other-crs': 1, 'self-crossing-ring': 1, 'wrong-axis-order': 1 },
    })
  })

  test('streets: six of 1220 m', async () => {
    const rows = await rowsOf('streets')
    expect(sorted(rows.map((row) => [row['name'], row['class'], toMetre(lengthOf(row))]))).toEqual([
      [null, 'service', 320],
      ['Kase väljak', 'minor', 40],
      ['Kase', 'minor', 340],
      ['Männi', 'minor', 320],
      ['Pöördetee', 'secondary', 100],
      ['Suur tee', 'main', 100],
    ])
    expect(faultsOf('streets')).toEqual({
      dropped: {
        'empty-geometry': 1,
        'not-a-number': 1,
        'not-a-street-in-use': 2,
        'short-unnamed-path': 1,
        'too-few-points': 1,
        'wrong-geometry-type': 1,
      },
      mended: { 'other-crs': 1, 'wrong-axis-order': 1 },
    })
  })

  test('rail: five tracks of 750 m', async () => {
    const rows = await rowsOf('rail')
    expect(sorted(rows.map((row) => [row['class'], row['tunnel'], toMetre(lengthOf(row))]))).toEqual([
      ['metro', false, 50],
      ['rail', false, 200],
      ['rail', false, 50],
      ['tram', false, 300],
      ['tram', true, 150],
    ])
    expect(faultsOf('rail')).toEqual({
      dropped: { 'duplicate-geometry': 1, 'empty-geometry': 1, 'not-a-number': 1 },
      mended: { 'other-crs': 1, 'wrong-axis-order': 1 },
    })
  })

  test('transit stops: departures of a Tuesday, worked out by hand', async () => {
    const rows = await rowsOf('transit_stops')
    expect(rows.map((row) => [row['id'], row['name'], row['modes'], row['departures_per_day']])).toEqual([
      // Three trips of line 1 begin here (the fourth runs on Saturdays); its way back and line 3 end here.
      ['10101-1', 'Kase', 'bus,trolleybus', 3],
      ['10102-1', 'Kase', 'bus', 3 + 2],
      // Two of line 1 back, two of line 3, one of county line 100; the express bus does not count.
      ['10103-1', 'Männi', 'bus,trolleybus', 2 + 2 + 1],
      ['10105-1', 'Pööratud', 'bus', 3],
      ['10106-1', 'Kauge', 'bus', 3],
      // Line 2 has a timetable that does not decode: unknown, not nought.
      ['10109-1', 'Männi 1', 'bus', null],
      ['10110-1', 'Männi 2', 'bus', null],
      ['10201-1', 'Trammi algus', 'tram', 5],
      ['10202-1', 'Trammi lõpp', 'tram', 0],
      // The second train runs from day 19690 on, eight days later.
      ['10301-1', 'Kase jaam', 'train', 1],
      ['10302-1', 'Männi jaam', 'train', 0],
    ])
    expect(faultsOf('transit_stops')).toEqual({
      dropped: { 'duplicate-id': 1, 'empty-geometry': 1, 'no-name': 1, 'not-a-number': 1 },
      mended: { 'other-crs': 1, 'wrong-axis-order': 1 },
    })
    const placeOf = (id: string) => rows.find((row) => row['id'] === id)?.geometry.coordinates as [number, number]
    const [turned, far] = [placeOf('10105-1'), placeOf('10106-1')]
    expect(Math.hypot(turned[0] - 543_240, turned[1] - 6_588_010)).toBeLessThan(1)
    expect(far).toEqual([543_100, 6_588_010])
  })

  test('transit lines: along the streets and tracks, past a stop without a place', async () => {
    const rows = await rowsOf('transit_lines')
    const metres = (row: Row) => (row.geometry.coordinates as [number, number][][]).reduce((sum, part) => sum + lineLength(part), 0)
    // Stops have five decimals of a degree, so the ends of a course are within a metre.
    expect(rows.map((row) => [row['id'], row['name'], row['departures_per_day'], row['path'], Math.round(metres(row) / 10) * 10])).toEqual([
      ['bus-1', 'Kase - Männi', 3 + 2, 'street', 280 + 280],
      ['bus-2', 'Männi', null, 'street', 140],
      ['train-R', 'Kase jaam - Männi jaam', 1, 'street', 180],
      ['tram-4', 'Trammi algus - Trammi lõpp', 5, 'street', 280],
      ['trolleybus-3', 'Männi - Kase', 2, 'street', 280],
    ])
    expect(rows.map((row) => (row.geometry.coordinates as unknown[]).length)).toEqual([2, 1, 1, 1, 1])
    expect(faultsOf('transit_lines')).toEqual({
      dropped: { 'duplicate-id': 1, 'no-name': 1, 'unknown-stop': 1, 'unreadable-timetable': 1 },
      mended: {},
    })
  })

  test('population: five cells on the grid, one without a figure', async () => {
    const rows = await rowsOf('population_grid')
    const corner = (row: Row) => (row.geometry.coordinates as [number, number][][][])[0]?.[0]?.[0]
    expect(rows.map((row) => [row['id'], row['population'], areaOf(row), corner(row)])).toEqual([
      ['cell-0001', 100.5, 250_000, [543_160, 6_588_040]],
      ['cell-0002', 50, 250_000, [543_660, 6_588_040]],
      ['cell-0004', 25, 250_000, [543_160, 6_588_540]],
      ['cell-0005', 10, 250_000, [543_660, 6_588_540]],
      ['cell-0008', null, 250_000, [544_160, 6_588_540]],
    ])
    expect(faultsOf('population_grid')).toEqual({
      dropped: { 'duplicate-geometry': 1, 'duplicate-id': 1, 'empty-geometry': 1, 'not-a-number': 1 },
      mended: { 'other-crs': 1, 'self-crossing-ring': 1, 'wrong-axis-order': 1 },
    })
  })

  test('places: ten', async () => {
    const rows = await rowsOf('places')
    expect(sorted(rows.map((row) => [row['class'], row['name']]))).toEqual([
      ['landmark', 'Kase jaam'],
      ['landmark', 'Kauge muuseum'],
      ['landmark', 'Mini lennujaam'],
      ['landmark', 'Mändide muuseum'],
      ['landmark', 'Männi jaam'],
      ['landmark', 'Pööratud muuseum'],
      ['quarter', 'Kase'],
      ['square', 'Kase väljak'],
      ['water', 'Kase tiik'],
      ['water', 'Männi tiik'],
    ])
    const turned = rows.find((row) => row['name'] === 'Pööratud muuseum')?.geometry.coordinates as [number, number]
    expect(Math.hypot(turned[0] - 543_040, turned[1] - 6_588_320)).toBeLessThan(0.02)
    expect(faultsOf('places')).toEqual({
      dropped: { 'empty-geometry': 1, 'not-a-number': 2, 'outside-the-city': 1 },
      mended: { 'other-crs': 1, 'wrong-axis-order': 2 },
    })
  })
})

describe('other sources of the mini-city', () => {
  async function buildWith(file: string, change: (text: string) => string): Promise<string> {
    const sources = makeTemporaryFolder()
    cpSync(MINI_CITY, sources, { recursive: true })
    const path = join(sources, file)
    writeFileSync(path, change(readFileSync(path, 'utf8')))
    return build(sources)
  }
  const LAND = 'tallinn/osm-city-2021/land_boundary_coastline.geojson'
  const ROUTES = 'tallinn/transit-tlt-2023/routes.txt'
  const STOPS = 'tallinn/transit-tlt-2023/stops.txt'

  test('land in several features is one, and a broken one among them does not take the rest along', async () => {
    const folder = await buildWith(LAND, (text) => {
      const parts = (JSON.parse(text) as { coordinates: unknown[][][] }).coordinates
      const features = [[[[null, 59.43]]], ...parts].map((coordinates) => ({
        type: 'Feature',
        properties: {},
        geometry: { type: 'Polygon', coordinates },
      }))
      return JSON.stringify({ type: 'FeatureCollection', features })
    })
    const [row] = await readRows(readFileSync(join(folder, 'land.parquet')))
    expect(row === undefined ? 0 : areaOf(row)).toBeCloseTo(140_200, -1)
    expect(readManifest(folder).files.land).toMatchObject({ rows: 1, dropped: { 'not-a-number': 1 }, mended: { 'self-crossing-ring': 1 } })
  })

  test.each([
    ['land without a usable polygon', LAND, () => '{"type":"MultiPolygon","coordinates":[]}', /holds no usable polygon of the city's land/],
    ['timetables cut within the last', ROUTES, (text: string) => text.slice(0, -12), /routes\.txt is truncated/],
    ['timetables cut before the first', ROUTES, (text: string) => text.slice(0, 300), /hold no line with stops; they may be truncated/],
    [
      'stops cut after the third',
      STOPS,
      (text: string) => text.split('\n').slice(0, 4).join('\n'),
      /stops\.txt may be truncated: \d+ of the \d+ stops/,
    ],
  ])('%s stop the run with one sentence', async (_, file, change, message) => {
    const error = await buildWith(file, change).then(
      () => null,
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(SourceError)
    expect((error as SourceError).message).toMatch(message)
  })
})

test('an area that cannot be cut at the coast is left out with an issue, and its neighbour is cut', () => {
  const local = (...points: [number, number][]) => points.map(([x, y]): [number, number] => [543_000 + x, 6_588_000 + y])
  const areaOfRing = (label: string, ring: [number, number][]) => {
    const { geometry } = cleanGeometry(
      { type: 'Polygon', coordinates: [ring] },
      { from: 3301, to: 3301, extentDegrees: tallinn.extentDegrees, geometry: 'MultiPolygon' },
    )
    if (geometry?.type !== 'MultiPolygon') throw new Error(`The ring ${label} is no polygon`)
    return { label, file: 'water.geojson', class: 'lake', name: null, geometry }
  }
  const coast = [[local([0, 0], [50, 0.01], [50, 50], [25, 30], [0, 50], [0, 0])]]
  const knot = areaOfRing('knot', local([35, 0], [65, 20], [45, 40], [65, 65], [15, 70], [65, 20], [35, 0]))
  const square = areaOfRing('square', local([40, 10], [60, 10], [60, 20], [40, 20], [40, 10]))
  const issues: Issue[] = []
  const cut = clipAreas([knot, square], coast, issues)
  expect(issues.map(({ feature, severity, code }) => [feature, severity, code])).toEqual([['knot', 'dropped', 'cannot-be-cut']])
  expect(cut.map(({ label, geometry }) => [label, multiPolygonArea(geometry.coordinates)])).toEqual([['square', 100]])
})
