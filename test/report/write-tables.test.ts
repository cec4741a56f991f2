import { describe, expect, test } from 'vitest'
import { assemblePolygons } from '../../src/report/assemble-polygons.ts'
import { numbersColumn, pickShapes, textColumnOf, type FlatTable, type RowShapes } from '../../src/report/flat-table.ts'
import { nearestWords } from '../../src/services/search/nearest-words.ts'
import { writeCsv, writeGeoJson, writeJson } from '../../src/report/write-tables.ts'
import { seededRandom } from '../seeded-random.ts'

const square = (x: number, y: number, side: number) => [x, y, x, y + side, x + side, y + side, x + side, y, x, y]

/** Features of rings, each ring as flat coordinates. */
function shapesOf(...features: readonly (readonly number[])[][]): RowShapes {
  const rings = features.flat()
  const ringStarts = [0]
  for (const ring of rings) ringStarts.push((ringStarts.at(-1) as number) + ring.length / 2)
  const featureStarts = [0]
  for (const feature of features) featureStarts.push((featureStarts.at(-1) as number) + feature.length)
  return {
    positionsDegrees: Float64Array.from(rings.flat()),
    ringStarts: Uint32Array.from(ringStarts),
    featureStarts: Uint32Array.from(featureStarts),
  }
}

function areaOf(ring: readonly (readonly [number, number])[]): number {
  return ring.slice(1).reduce((sum, [x, y], index) => {
    const [px, py] = ring[index] as readonly [number, number]
    return sum + (px * y - x * py) / 2
  }, 0)
}

function tableOf(values: readonly number[], names: readonly (string | null)[]): FlatTable {
  return {
    columns: [textColumnOf('name', 'Name', names), numbersColumn('value', 'm', 'Value', values)],
    rowCount: values.length,
    shapes: null,
    summary: { sum: 1.5 },
  }
}

describe('CSV', () => {
  test('numbers read back as the same double, gaps are empty, text is quoted where it must be', () => {
    expect(writeCsv(tableOf([0.1 + 0.2, NaN, -0, 1e21], ['a', null, 'b,"c"', 'two\nlines']))).toBe(
      'name,value\na,0.30000000000000004\n,\n"b,""c""",0\n"two\nlines",1e+21\n',
    )
    const random = seededRandom(5)
    const values = Array.from({ length: 500 }, () => (random() - 0.5) * 10 ** Math.floor(random() * 40 - 20))
    const lines = writeCsv(
      tableOf(
        values,
        values.map(() => 'x'),
      ),
    )
      .trim()
      .split('\n')
      .slice(1)
    expect(lines.map((line) => Number(line.split(',')[1]))).toEqual(values)
  })

  test.each([
    ['=1+2', "'=1+2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ["-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"],
    ['-6074,14140', '"-6074,14140"'],
    ['-12', '-12'],
  ])('text %s becomes %s: no formula, but an id of numbers stays', (text, field) => {
    expect(writeCsv(tableOf([1], [text]))).toBe(`name,value\n${field},1\n`)
  })
})

test('JSON has columns, summary and rows, with null for a gap', () => {
  expect(JSON.parse(writeJson(tableOf([0.1, NaN], ['a', null])))).toEqual({
    columns: [
      { name: 'name', unit: null, meaning: 'Name' },
      { name: 'value', unit: 'm', meaning: 'Value' },
    ],
    summary: { sum: 1.5 },
    rows: [
      { name: 'a', value: 0.1 },
      { name: null, value: null },
    ],
  })
})

describe('even-odd rings as polygons', () => {
  test('an island in a lake in a district is a polygon of its own', () => {
    // Rings in any order and direction, as even-odd allows.
    const polygons = assemblePolygons(shapesOf([square(4, 4, 2), square(0, 0, 10), square(3, 3, 4), square(20, 0, 1)]), 0)
    const areas = polygons.map((rings) => rings.map(areaOf)).sort((a, b) => (b[0] as number) - (a[0] as number))
    expect(areas).toEqual([[100, -16], [4], [1]])
  })

  test('a hole that touches its ring at a corner is still its hole', () => {
    expect(assemblePolygons(shapesOf([square(0, 0, 10), square(0, 0, 2)]), 0).map((rings) => rings.map(areaOf))).toEqual([[100, -4]])
  })

  test('rings that round to nothing are left out, unclosed ones are closed', () => {
    const shapes = shapesOf([
      [0, 0, 1, 0, 1, 1],
      [5, 5, 5.0000001, 5, 5, 5.0000001, 5, 5],
    ])
    expect(assemblePolygons(shapes, 0, Math.round)).toEqual([
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    ])
  })

  test('GeoJSON has seven decimals and the right-hand rule; a row without rings has no geometry', () => {
    const shapes = shapesOf([square(24.123456789, 60, 1)], [])
    const written = JSON.parse(writeGeoJson({ ...tableOf([1 / 3, 2], ['a', 'b']), shapes })) as { features: readonly unknown[] }
    expect(written).toMatchObject({ type: 'FeatureCollection', summary: { sum: 1.5 } })
    expect(written.features).toEqual([
      {
        type: 'Feature',
        properties: { name: 'a', value: 1 / 3 },
        geometry: {
          type: 'MultiPolygon',
          coordinates: [
            [
              [
                [24.1234568, 60],
                [25.1234568, 60],
                [25.1234568, 61],
                [24.1234568, 61],
                [24.1234568, 60],
              ],
            ],
          ],
        },
      },
      { type: 'Feature', properties: { name: 'b', value: 2 }, geometry: null },
    ])
  })

  test('shapes of some rows, in another order', () => {
    const shapes = shapesOf([square(0, 0, 1)], [square(5, 5, 2), square(9, 9, 1)], [])
    const picked = pickShapes(shapes, [2, 1, 0])
    expect([0, 1, 2].map((row) => assemblePolygons(picked, row))).toEqual([2, 1, 0].map((row) => assemblePolygons(shapes, row)))
  })
})

test('the nearest words are those mistyped by a letter, and those that hold the word', () => {
  expect(nearestWords('kalio', ['Vallila', 'Kallio', 'Käpylä'], 1)).toEqual(['Kallio'])
  expect(nearestWords('density', ['osr', 'gsi', 'population-density'], 1)).toEqual(['population-density'])
})
