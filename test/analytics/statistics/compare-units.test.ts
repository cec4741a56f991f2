import { expect, test } from 'vitest'
import { compareUnits } from '../../../src/analytics/statistics/compare-units.ts'
import { makeHexagons } from '../../../src/analytics/zones/hexagon-grid.ts'
import { measurePolygonMoments } from '../../../src/analytics/statistics/polygon-moments.ts'
import { readRealDistricts } from './real-districts.ts'

test('sizes and numbers that differ are reported with their figures', () => {
  const warnings = compareUnits([new Float64Array(60).fill(3e6), new Float64Array(84).fill(1.5e6)])
  expect(warnings).toEqual([
    { code: 'unit-size', ratio: 2, mediansSquareMetres: [3e6, 1.5e6] },
    { code: 'unit-count', ratio: 1.4, counts: [60, 84] },
  ])
})

test('just below the ratio nothing is said, at it there is', () => {
  const of = (count: number, area: number) => new Float64Array(count).fill(area)
  expect(compareUnits([of(40, 100), of(49, 124)])).toEqual([])
  expect(compareUnits([of(40, 100), of(50, 125)]).map(({ code }) => code)).toEqual(['unit-size', 'unit-count'])
  expect(compareUnits([of(29, 100), of(30, 100)]).map(({ code }) => code)).toEqual(['few-units'])
  expect(compareUnits([of(40, 100), of(49, 124)], 1.1)).toHaveLength(2)
  expect(compareUnits([[NaN], of(40, 100)])).toEqual([])
})

test('the real districts: both levels warn, and hexagons do not for their size', async () => {
  const areas = async (level: 'coarse' | 'fine') =>
    [
      (await readRealDistricts('helsinki', level)).landAreasSquareMetres,
      (await readRealDistricts('tallinn', level)).landAreasSquareMetres,
    ] as const
  // 60 kaupunginosat and 84 asumid; 8 and 8 coarse ones.
  expect(compareUnits(await areas('fine'))).toContainEqual({ code: 'unit-count', ratio: 1.4, counts: [60, 84] })
  expect(compareUnits(await areas('coarse'))).toContainEqual({ code: 'few-units', counts: [8, 8] })
  const hexagons = (box: readonly [number, number, number, number]) =>
    measurePolygonMoments(makeHexagons(box, 1e6).geometry).areasSquareMetres
  const warnings = compareUnits([
    hexagons([25_490_000, 6_664_000, 25_513_000, 6_688_000]),
    hexagons([530_000, 6_580_000, 552_000, 6_602_000]),
  ])
  expect(warnings.map(({ code }) => code)).not.toContain('unit-size')
})
