import { describe, expect, test } from 'vitest'
import { createGridIds } from '../../src/pipeline/buildings/building-ids.ts'
import { createHeightEstimator, evaluateHeightEstimate, type KnownHeightCase } from '../../src/pipeline/estimates/estimate-heights.ts'
import { estimateUse } from '../../src/pipeline/estimates/estimate-use.ts'
import { formatOsmId } from '../../src/pipeline/cities/helsinki/buildings-sources.ts'
import { parseYear } from '../../src/pipeline/cities/helsinki/buildings.ts'
import { useFromOsm, useFromRegister, useFromTopographicClass } from '../../src/pipeline/cities/helsinki/buildings-uses.ts'
import { toProperCase } from '../../src/pipeline/cities/helsinki/districts.ts'
import { interpolatePopulation } from '../../src/pipeline/estimates/interpolate-population.ts'
import { representativePoint, multiPolygonContains, type MultiPolygonRings } from '../../src/pipeline/geometry/planar.ts'
import { createScanner, measureSharedArea } from '../../src/pipeline/geometry/scan-areas.ts'
import { heightFromStoreysMetres, storeysFromHeight } from '../../src/analytics/form/storeys.ts'
import { median } from './median.ts'

const rectangle = (x: number, y: number, width: number, height: number): MultiPolygonRings => [
  [
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
      [x, y],
    ],
  ],
]

/** Storeys and measured height (m) of housing in Helsinki's register and CityGML model, Kalasatama and Viikki. */
const REGISTER: readonly (readonly [number, number])[] = [
  [4, 14.86],
  [8, 26.49],
  [3, 11.89],
  [3, 11.85],
  [3, 11.91],
  [7, 23.63],
  [6, 21.8],
  [6, 20.7],
  [6, 20.18],
  [3, 11.86],
  [3, 12.35],
  [6, 21.09],
  [6, 20.92],
  [6, 17.58],
  [7, 25.83],
  [3, 11.95],
  [6, 22.77],
  [3, 12.14],
  [8, 29.83],
  [3, 13.51],
  [6, 16.66],
  [5, 17.52],
  [5, 16.74],
  [5, 16.7],
  [5, 16.52],
  [5, 16.61],
  [1, 5.61],
]

describe('heights and storeys', () => {
  test("storeys give the height of Helsinki's registered housing to a metre and a half", () => {
    const errors = REGISTER.map(([storeys, height]) => Math.abs(heightFromStoreysMetres(storeys) - height))
    expect(median(errors)).toBeLessThan(1.5)
  })

  test('heights give the storeys of the same housing, two in three exactly or one off', () => {
    const errors = REGISTER.map(([storeys, height]) => Math.abs(storeysFromHeight(height, 'apartments', null) - storeys))
    expect(errors.filter((error) => error <= 1).length / errors.length).toBeGreaterThan(0.66)
  })

  test('a storey class bounds both', () => {
    expect(storeysFromHeight(12, 'house', { least: 1, most: 2 })).toBe(2)
    expect(storeysFromHeight(4, 'apartments', { least: 3, most: null })).toBe(3)
    const tall: KnownHeightCase[] = [{ x: 0, y: 0, footprintSquareMetres: 100, use: null, storeysClass: null, heightMetres: 30 }]
    const estimate = createHeightEstimator(tall)
    const building = { x: 0, y: 0, footprintSquareMetres: 100, use: null, storeysClass: null }
    expect(estimate(building)).toBe(30)
    expect(estimate({ ...building, storeysClass: { least: 1, most: 2 } })).toBe(9)
  })

  test('the estimate takes the median of alike neighbours', () => {
    const near = (heightMetres: number, footprintSquareMetres: number): KnownHeightCase => ({
      x: heightMetres,
      y: 0,
      footprintSquareMetres,
      use: null,
      storeysClass: null,
      heightMetres,
    })
    const known = [
      ...[6, 6, 7, 7, 7, 8, 9].map((height) => near(height, 120)),
      ...[30, 31, 32, 33, 34, 35, 36].map((height) => near(height, 3000)),
    ]
    const estimate = createHeightEstimator(known)
    expect(estimate({ x: 20, y: 0, footprintSquareMetres: 110, use: null, storeysClass: null })).toBe(7)
    expect(estimate({ x: 20, y: 0, footprintSquareMetres: 2800, use: null, storeysClass: null })).toBe(33)
  })

  test('a held-back height is never shown to the estimate', () => {
    // Each height differs from all others by 100 m or more: seeing itself would bring an error near 0.
    const known = Array.from({ length: 50 }, (_, index): KnownHeightCase => ({
      x: index * 5000,
      y: 0,
      footprintSquareMetres: 100,
      use: null,
      storeysClass: null,
      heightMetres: index * 100,
    }))
    const error = evaluateHeightEstimate(known, { neighbours: 1, pool: 1, sizeWeightMetres: 1, useWeightMetres: 1 })
    expect(error.heldBack).toBe(50)
    expect(error.medianAbsoluteErrorMetres).toBeGreaterThanOrEqual(100)
  })
})

describe('uses', () => {
  const house = { footprintSquareMetres: 120, heightMetres: null, hasAddress: true, pointKinds: [], landUse: 'residential' }
  test.each([
    ['house', house],
    ['apartments', { ...house, footprintSquareMetres: 400 }],
    ['apartments', { ...house, heightMetres: 15 }],
    ['outbuilding', { ...house, footprintSquareMetres: 20 }],
    ['outbuilding', { ...house, footprintSquareMetres: 60, hasAddress: false }],
    ['public', { ...house, pointKinds: ['school'] }],
    ['industrial', { ...house, landUse: 'industrial' }],
    ['retail', { ...house, footprintSquareMetres: 900, pointKinds: ['supermarket'] }],
    [null, { ...house, footprintSquareMetres: 300, hasAddress: false, landUse: null }],
  ] as const)('are estimated as %s', (use, building) => {
    expect(estimateUse(building)).toBe(use)
  })

  test("of Helsinki's sources are read from their codes", () => {
    expect(useFromOsm('yes', null)).toBeNull()
    expect(useFromOsm('yes', 'library')?.class).toBe('public')
    expect(useFromOsm('apartments', null)).toEqual({ class: 'apartments', source: 'mapped' })
    expect(useFromTopographicClass(42211, 150)?.class).toBe('house')
    expect(useFromTopographicClass(42231, 20)?.class).toBe('outbuilding')
    expect(['011', '039', '151', '532', '941'].map((code) => useFromRegister(code)?.class)).toEqual([
      'house',
      'apartments',
      'office',
      'public',
      'outbuilding',
    ])
  })
})

describe('attributes', () => {
  test.each([
    ['1911', 1911],
    ['~1906', 1906],
    ['1955-12-31', 1955],
    ['1923-1924', 1924],
    ['after 1961', null],
    ['1890s', null],
    ['1976..1988', null],
    ['1913...1924', null],
    ['1865;1890', null],
    [null, null],
  ])('the year of %s is %s', (text, year) => {
    expect(parseYear(text)).toBe(year)
  })

  test.each([
    ['ETU-TÖÖLÖ', 'Etu-Töölö'],
    ['FRÄMRE TÖLÖ', 'Främre Tölö'],
    ['ÅSHÖJDEN', 'Åshöjden'],
    ['VÄSTRA HAMNEN', 'Västra hamnen'],
    ['MUSTIKKAMAA-KORKEASAARI', 'Mustikkamaa-Korkeasaari'],
  ])('%s is written %s', (capitals, name) => {
    expect(toProperCase(capitals)).toBe(name)
  })

  test("osmium's area ids become ways and relations", () => {
    expect(formatOsmId('a8506248')).toBe('w4253124')
    expect(formatOsmId('a8743')).toBe('r4371')
  })

  test('grid ids do not hang on the order', () => {
    const buildings = [
      { point: [1.01, 2], footprintSquareMetres: 5 },
      { point: [1.04, 2], footprintSquareMetres: 9 },
    ] as const
    expect(createGridIds(buildings)).toEqual(['10-20-2', '10-20'])
    expect(createGridIds([...buildings].reverse())).toEqual(['10-20', '10-20-2'])
  })
})

describe('areas', () => {
  test('shared along lines are exact for rectangles on the grid and close for a triangle', () => {
    const shared = (a: MultiPolygonRings, b: MultiPolygonRings) => measureSharedArea([createScanner(a), createScanner(b)])
    expect(shared(rectangle(0, 0, 1000, 1000), rectangle(500, 500, 1000, 1000))).toBe(250_000)
    const triangle: MultiPolygonRings = [
      [
        [
          [0, 0],
          [1003, 0],
          [0, 1003],
          [0, 0],
        ],
      ],
    ]
    expect(shared(triangle, rectangle(-1, -1, 2000, 2000)) / ((1003 * 1003) / 2)).toBeCloseTo(1, 3)
  })

  test('a representative point lies inside a ring that bends round its centroid', () => {
    const bent: MultiPolygonRings = [
      [
        [
          [0, 0],
          [10, 0],
          [10, 1],
          [1, 1],
          [1, 9],
          [10, 9],
          [10, 10],
          [0, 10],
          [0, 0],
        ],
      ],
    ]
    expect(multiPolygonContains(bent, ...representativePoint(bent))).toBe(true)
  })

  test('residents are shared out by land and none is lost', () => {
    const cells = [
      { box: [0, 0, 250, 250], population: 100 },
      { box: [250, 0, 500, 250], population: 50 },
    ] as const
    const districts = [rectangle(0, 0, 125, 250), rectangle(125, 0, 375, 250)]
    // The eastern half of the first district's share is sea: all of its land is 62.5 m wide.
    const land: MultiPolygonRings = [...rectangle(62.5, 0, 437.5, 250)]
    const [residents] = interpolatePopulation(cells, land, [districts])
    expect(residents?.[0]).toBeCloseTo((100 * 62.5) / 187.5, 6)
    expect((residents?.[0] ?? 0) + (residents?.[1] ?? 0)).toBeCloseTo(150, 6)
  })

  test('a cell over the border leaves the neighbour its share', () => {
    const [residents] = interpolatePopulation([{ box: [0, 0, 250, 250], population: 100 }], rectangle(0, 0, 125, 250), [
      [rectangle(0, 0, 125, 250)],
    ])
    expect(residents?.[0]).toBeCloseTo(50, 6)
  })
})
