import { zlibSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { multiPolygonArea, polygonContains, ringArea } from '../../../src/pipeline/geometry/planar.ts'
import { maskRaster } from '../../../src/pipeline/geometry/mask-raster.ts'
import { polygoniseRaster, smoothRaster } from '../../../src/pipeline/geometry/polygonise-raster.ts'
import { readGeoTiff, type Raster } from '../../../src/pipeline/formats/read-geotiff.ts'

function createRaster(columns: number, rows: number, valueAt: (x: number, y: number) => number): Raster {
  const values = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) values[row * columns + column] = valueAt(column * 10 + 5, (rows - row) * 10 - 5)
  }
  return { columns, rows, west: 0, north: rows * 10, cellMetres: 10, values }
}

describe('polygons of a raster', () => {
  test('a cone gives a circle: area πr² within 1 %', () => {
    const raster = createRaster(80, 80, (x, y) => Math.max(0, 1 - Math.hypot(x - 400, y - 400) / 500))
    const polygons = polygoniseRaster(raster, 0.5, 0)
    expect(polygons).toHaveLength(1)
    expect(multiPolygonArea(polygons) / (Math.PI * 250 ** 2)).toBeCloseTo(1, 2)
  })

  test('a ring has a hole, an island in the hole is a polygon of its own', () => {
    const raster = createRaster(80, 80, (x, y) => {
      const distance = Math.hypot(x - 400, y - 400)
      return distance < 60 || (distance > 200 && distance < 320) ? 1 : 0
    })
    const polygons = polygoniseRaster(raster, 0.5, 0)
    expect(polygons.map((rings) => rings.length).sort((a, b) => a - b)).toEqual([1, 2])
    const ring = polygons.find((rings) => rings.length === 2) ?? []
    expect(ringArea(ring[0] ?? [])).toBeGreaterThan(0)
    expect(ringArea(ring[1] ?? [])).toBeLessThan(0)
    expect(polygonContains(ring, 400, 660)).toBe(true)
    expect(polygonContains(ring, 400, 520)).toBe(false)
  })

  test('what touches the edge of the raster closes there', () => {
    const polygons = polygoniseRaster(
      createRaster(10, 10, () => 1),
      0.5,
      0,
    )
    // Half a cell beyond the outer centres, corners cut: 100 × 100 m less four triangles of 5 × 5 / 2.
    expect(multiPolygonArea(polygons)).toBeCloseTo(10_000 - 4 * 12.5, 0)
  })

  test('two cells that touch at a corner do not become a knot', () => {
    const polygons = polygoniseRaster(
      createRaster(6, 6, (x, y) => ((x === 25 && y === 25) || (x === 35 && y === 35) ? 0.9 : 0)),
      0.5,
      0,
    )
    expect(polygons).toHaveLength(2)
  })

  test('small rings go, missing data counts as nothing', () => {
    const raster = createRaster(20, 20, (x, y) => (x < 100 ? 1 : x === 155 && y === 105 ? 1 : Number.NaN))
    expect(polygoniseRaster(smoothRaster(raster, 0), 0.5, 500)).toHaveLength(1)
  })
})

test('smoothing keeps the sum within the raster', () => {
  const raster = createRaster(9, 9, (x, y) => (x === 45 && y === 45 ? 9 : 0))
  const smooth = smoothRaster(raster, 1)
  expect(smooth.values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(9, 5)
  expect(smooth.values[4 * 9 + 4]).toBeCloseTo(1, 5)
})

test('a mask keeps the cells whose middle is inside', () => {
  const masked = maskRaster(
    createRaster(10, 10, () => 1),
    [
      [
        [
          [18, 21],
          [62, 21],
          [62, 79],
          [18, 79],
          [18, 21],
        ],
      ],
    ],
  )
  // Middles 25, 35, 45, 55 across and 25 … 75 up: 4 × 6.
  expect(masked.values.reduce((sum, value) => sum + value, 0)).toBe(24)
})

describe('GeoTIFF', () => {
  test('a file of deflated float strips is read', async () => {
    const raster = await readGeoTiff(
      createTiff([
        [1, 2, 3],
        [4, -9999, 6],
      ]),
      'x.tif',
    )
    expect([raster.columns, raster.rows, raster.west, raster.north, raster.cellMetres]).toEqual([3, 2, 25490000, 6688210, 10])
    expect([...raster.values]).toEqual([1, 2, 3, 4, Number.NaN, 6])
  })

  test('a cut file and one that is no raster each throw one sentence', async () => {
    const whole = createTiff([
      [1, 2, 3],
      [4, 5, 6],
    ])
    const sentence = /^x\.tif is no GeoTIFF that can be read here: .+\.$/
    await expect(readGeoTiff(whole.subarray(0, 40), 'x.tif')).rejects.toThrow(sentence)
    await expect(readGeoTiff(whole.subarray(0, whole.length - 8), 'x.tif')).rejects.toThrow(sentence)
    await expect(readGeoTiff(new Uint8Array(200), 'x.tif')).rejects.toThrow(sentence)
  })
})

/** A GeoTIFF as GDAL writes it: one strip a row. */
function createTiff(rows: number[][]): Uint8Array {
  const strips = rows.map((row) => zlibSync(new Uint8Array(new Float32Array(row).buffer)))
  const entries: [number, number, number[] | string][] = [
    [256, 3, [rows[0]?.length ?? 0]],
    [257, 3, [rows.length]],
    [258, 3, [32]],
    [259, 3, [8]],
    [273, 4, rows.map(() => 0)],
    [277, 3, [1]],
    [278, 3, [1]],
    [279, 4, strips.map((strip) => strip.length)],
    [339, 3, [3]],
    [33550, 12, [10, 10, 0]],
    [33922, 12, [0, 0, 0, 25490000, 6688210, 0]],
    [42113, 2, '-9999\0'],
  ]
  const bytes = new Uint8Array(4096)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0x4949, true)
  view.setUint16(2, 42, true)
  view.setUint32(4, 8, true)
  view.setUint16(8, entries.length, true)
  let free = 10 + entries.length * 12 + 4
  strips.forEach((strip, index) => {
    ;(entries[4] as [number, number, number[]])[2][index] = free
    bytes.set(strip, free)
    free += strip.length + (strip.length % 2)
  })
  entries.forEach(([tag, type, values], index) => {
    const at = 10 + index * 12
    const size = { 2: 1, 3: 2, 4: 4, 12: 8 }[type] as number
    view.setUint16(at, tag, true)
    view.setUint16(at + 2, type, true)
    view.setUint32(at + 4, values.length, true)
    let to = at + 8
    if (size * values.length > 4) {
      view.setUint32(at + 8, free, true)
      to = free
      free += size * values.length + ((size * values.length) % 2)
    }
    for (let item = 0; item < values.length; item++) {
      if (typeof values === 'string') bytes[to + item] = values.charCodeAt(item)
      else if (type === 3) view.setUint16(to + item * 2, values[item] as number, true)
      else if (type === 4) view.setUint32(to + item * 4, values[item] as number, true)
      else view.setFloat64(to + item * 8, values[item] as number, true)
    }
  })
  return bytes.subarray(0, free)
}
