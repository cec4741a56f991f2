import { describe, expect, test } from 'vitest'
import { converterBetween } from '../../../src/geo/crs.ts'
import { cleanGeometry } from '../../../src/pipeline/geometry/clean.ts'
import { multiPolygonArea, ringArea, type MultiPolygonRings } from '../../../src/pipeline/geometry/planar.ts'

const OPTIONS = { from: 3301, to: 3301, extentDegrees: [24.53, 59.35, 24.93, 59.5], geometry: 'MultiPolygon' } as const

/** A ring of local metres, moved into Tallinn. */
const ring = (...points: [number, number][]) => points.map(([x, y]) => [543_000 + x, 6_588_000 + y])
const clean = (...rings: unknown[]) => cleanGeometry({ type: 'Polygon', coordinates: rings }, OPTIONS)
const codes = (cleaned: ReturnType<typeof cleanGeometry>) => cleaned.faults.map((fault) => `${fault.severity} ${fault.code}`)
const areaOf = (cleaned: ReturnType<typeof cleanGeometry>) => multiPolygonArea((cleaned.geometry?.coordinates ?? []) as MultiPolygonRings)

const SQUARE = ring([0, 0], [10, 0], [10, 10], [0, 10], [0, 0])

describe('geometry', () => {
  test('that is sound passes unchanged', () => {
    const cleaned = clean(SQUARE)
    expect(codes(cleaned)).toEqual([])
    expect(cleaned.geometry?.coordinates).toEqual([[SQUARE]])
  })

  test('gets outer rings counter-clockwise and holes clockwise', () => {
    const cleaned = clean([...SQUARE].reverse(), ring([2, 2], [4, 2], [4, 4], [2, 4], [2, 2]))
    const [outer, hole] = ((cleaned.geometry?.coordinates ?? []) as MultiPolygonRings)[0] ?? []
    expect(ringArea(outer ?? [])).toBe(100)
    expect(ringArea(hole ?? [])).toBe(-4)
    expect(codes(cleaned)).toEqual([])
  })

  test('is rounded to a centimetre', () => {
    const cleaned = clean(ring([0.123456, 0], [10, 0], [10, 10], [0, 10], [0.123456, 0]))
    expect(((cleaned.geometry?.coordinates ?? []) as MultiPolygonRings)[0]?.[0]?.[0]).toEqual([543_000.12, 6_588_000])
  })

  test.each([
    ['unclosed-ring', [SQUARE.slice(0, 4)], 100],
    ['repeated-point', [ring([0, 0], [10, 0], [10, 0], [10, 10], [0, 10], [0, 0])], 100],
    ['spike', [ring([0, 0], [10, 0], [10, 5], [30, 5], [10, 5], [10, 10], [0, 10], [0, 0])], 100],
    ['hole-outside', [SQUARE, ring([20, 2], [22, 2], [22, 4], [20, 2])], 100],
    // Two triangles of 25 m² each: what the even-odd rule fills.
    ['self-crossing-ring', [ring([0, 0], [10, 10], [10, 0], [0, 10], [0, 0])], 50],
  ] as const)('with the fault %s is mended', (code, rings, area) => {
    const cleaned = clean(...rings)
    expect(codes(cleaned)).toEqual([`mended ${code}`])
    expect(areaOf(cleaned)).toBeCloseTo(area, 6)
  })

  test.each([
    ['empty-geometry', null],
    ['empty-geometry', { type: 'Polygon', coordinates: [] }],
    ['empty-geometry', { coordinates: [SQUARE] }],
    ['wrong-geometry-type', { type: 'LineString', coordinates: SQUARE }],
    ['not-a-number', { type: 'Polygon', coordinates: [[[Number.NaN, 6_588_000], ...SQUARE.slice(1)]] }],
    ['not-a-number', { type: 'Polygon', coordinates: [[['543000', '6588000'], ...SQUARE.slice(1)]] }],
    ['not-a-number', { type: 'Polygon', coordinates: [[[543_000], ...SQUARE.slice(1)]] }],
    ['too-few-points', { type: 'Polygon', coordinates: [ring([0, 0], [10, 0], [0, 0])] }],
    ['no-area', { type: 'Polygon', coordinates: [ring([0, 0], [5, 0], [10, 0], [0, 0])] }],
    [
      'outside-the-city',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      },
    ],
    ['outside-the-city', { type: 'Polygon', coordinates: [[...SQUARE.slice(0, 3), [0, 0], SQUARE[0]]] }],
  ])('with the fault %s is left out', (code, raw) => {
    const cleaned = cleanGeometry(raw, OPTIONS)
    expect(cleaned.geometry).toBeNull()
    expect(codes(cleaned)).toEqual([`dropped ${code}`])
  })

  test.each([4326, 3067, 3857, 3879] as const)("in EPSG:%i by mistake is brought to the city's", (epsg) => {
    const { point } = converterBetween(3301, epsg)
    const cleaned = clean(SQUARE.map(([x, y]) => point(x as number, y as number)))
    expect(codes(cleaned)).toEqual(['mended other-crs'])
    expect(areaOf(cleaned)).toBeCloseTo(100, 1)
  })

  test('with swapped axes is turned round', () => {
    const cleaned = clean(SQUARE.map(([x, y]) => [y, x]))
    expect(codes(cleaned)).toEqual(['mended wrong-axis-order'])
    expect(cleaned.geometry?.coordinates).toEqual([[SQUARE]])
  })
})
