import { expect, test } from 'vitest'
import { makeHexagons } from '../../../src/analytics/zones/hexagon-grid.ts'
import { measurePolygonMoments } from '../../../src/analytics/statistics/polygon-moments.ts'
import { measureSharedBorders } from '../../../src/analytics/statistics/shared-borders.ts'
import {
  findConnected,
  findIslands,
  makeContiguityWeights,
  makeNearestWeights,
  selectWeights,
  standardiseRows,
  weightsOfLists,
  type SpatialWeights,
} from '../../../src/analytics/statistics/spatial-weights.ts'
import { packPolygons, square } from '../../geo/pack-polygons.ts'
import { readRealDistricts } from './real-districts.ts'

function listsOf({ starts, neighbours }: SpatialWeights): number[][] {
  return Array.from({ length: starts.length - 1 }, (_, zone) => [...neighbours.subarray(starts[zone], starts[zone + 1])])
}

/** Squares of 100 m in rows from the south-west. */
function chessboard(side: number) {
  return packPolygons(Array.from({ length: side * side }, (_, cell) => [square((cell % side) * 100, Math.floor(cell / side) * 100, 100)]))
}

test('on a chessboard of nine, rooks and queens move as in chess', () => {
  expect(listsOf(makeContiguityWeights(chessboard(3), { kind: 'rook' }))).toEqual([
    [1, 3],
    [0, 2, 4],
    [1, 5],
    [0, 4, 6],
    [1, 3, 5, 7],
    [2, 4, 8],
    [3, 7],
    [4, 6, 8],
    [5, 7],
  ])
  expect(listsOf(makeContiguityWeights(chessboard(3)))).toEqual([
    [1, 3, 4],
    [0, 2, 3, 4, 5],
    [1, 4, 5],
    [0, 1, 4, 6, 7],
    [0, 1, 2, 3, 5, 6, 7, 8],
    [1, 2, 4, 7, 8],
    [3, 4, 7],
    [3, 4, 5, 6, 8],
    [4, 5, 7],
  ])
})

test('a border digitised twice, with other vertices and up to a metre apart, is one border', () => {
  const west = [
    [0, 0],
    [100, 0],
    [100.4, 30],
    [99.5, 70],
    [100, 100],
    [0, 100],
    [0, 0],
  ] as const
  const geometry = packPolygons([[west], [square(100, 0, 100)], [square(201.5, 0, 100)], [square(0, 150, 10)]])
  const borders = measureSharedBorders(geometry)
  expect(borders.map(({ first, second }) => [first, second])).toEqual([[0, 1]])
  // The border of 100 m, and on either side a metre around each of its ends.
  expect(borders[0]?.metres).toBeCloseTo(102, 1)
  expect(findIslands(makeContiguityWeights(geometry))).toEqual([2, 3])
  expect(findIslands(makeContiguityWeights(geometry, { toleranceMetres: 2 }))).toEqual([3])
})

test('a district inside another, and one in two parts, share their whole borders', () => {
  const geometry = packPolygons([
    [square(0, 0, 300), square(100, 100, 100)],
    [square(100, 100, 100), square(300, 0, 50)],
  ])
  // 400 m around the hole and 50 m in the east, with a metre at each end of the latter.
  expect(measureSharedBorders(geometry)[0]?.metres).toBeCloseTo(452, 6)
})

test('hexagons have six neighbours, but for those at the edge', () => {
  const { geometry, ids } = makeHexagons([25_490_000, 6_664_000, 25_500_000, 6_674_000], 1e6)
  const rowOf = new Map(ids.map((id, row) => [id, row]))
  const expected = ids.map((id) => {
    const [q, r] = id.split(',').map(Number) as [number, number]
    const around = [
      [1, 0],
      [0, 1],
      [-1, 1],
      [-1, 0],
      [0, -1],
      [1, -1],
    ] as const
    return around.flatMap(([stepQ, stepR]) => rowOf.get(`${q + stepQ},${r + stepR}`) ?? []).sort((a, b) => a - b)
  })
  for (const kind of ['rook', 'queen'] as const) expect(listsOf(makeContiguityWeights(geometry, { kind }))).toEqual(expected)
})

test.each([
  // Neighbours as on the cities' own maps of districts.
  ['helsinki', 'fine', 'Eira', ['Länsisatama', 'Punavuori', 'Ullanlinna']],
  ['tallinn', 'fine', 'Kalamaja', ['Kelmiküla', 'Karjamaa', 'Pelgulinn', 'Sadama', 'Vanalinn']],
  ['tallinn', 'fine', 'Raua', ['Kadriorg', 'Kompassi', 'Sadama', 'Torupilli']],
  ['tallinn', 'fine', 'Aegna', []],
  ['tallinn', 'coarse', 'Kristiine', ['Haabersti', 'Kesklinn', 'Mustamäe', 'Nõmme', 'Põhja-Tallinn']],
  ['tallinn', 'coarse', 'Pirita', ['Kesklinn', 'Lasnamäe']],
] as const)('%s, %s: neighbours of %s', async (cityId, level, name, neighbours) => {
  const districts = await readRealDistricts(cityId, level)
  const names = Array.from({ length: districts.count }, (_, row) => districts.names.fi[row] ?? districts.names.et[row])
  const lists = listsOf(makeContiguityWeights(districts.geometry, { kind: 'rook' }))
  expect(lists[names.indexOf(name)]?.map((row) => names[row]).sort()).toEqual([...neighbours].sort())
})

test('in both cities neighbours are so on both sides, queens see all that rooks see, and areas are those of the data but for its rounding', async () => {
  for (const cityId of ['helsinki', 'tallinn'] as const) {
    const { geometry, areasSquareMetres, count } = await readRealDistricts(cityId, 'fine')
    const rooks = listsOf(makeContiguityWeights(geometry, { kind: 'rook' }))
    const queens = listsOf(makeContiguityWeights(geometry))
    const nearest = listsOf(makeNearestWeights(measurePolygonMoments(geometry).centroids, 4))
    for (let zone = 0; zone < count; zone++) {
      for (const other of rooks[zone] as number[]) expect(rooks[other]).toContain(zone)
      expect(queens[zone]).toEqual(expect.arrayContaining(rooks[zone] as number[]))
      expect(nearest[zone]).toHaveLength(4)
    }
    const areas = measurePolygonMoments(geometry).areasSquareMetres
    areas.forEach((area, zone) => expect(Math.abs(area / (areasSquareMetres[zone] as number) - 1)).toBeLessThan(1e-5))
  }
})

test('centres and areas: a hole and a part count, whichever way they run', () => {
  const hole = [...square(0, 0, 100)].reverse()
  const { areasSquareMetres, centroids } = measurePolygonMoments(
    packPolygons([[square(0, 0, 200), square(0, 0, 100)], [square(0, 0, 200), hole], [square(0, 0, 10), square(90, 0, 10)], []]),
  )
  expect([...areasSquareMetres]).toEqual([30_000, 30_000, 200, 0])
  // (100 · 40,000 - 50 · 10,000) / 30,000.
  expect(centroids[0]).toBeCloseTo(350 / 3, 9)
  expect(centroids[3]).toBeCloseTo(350 / 3, 9)
  expect([...centroids.slice(4)]).toEqual([50, 5, NaN, NaN])
})

test("the nearest are by distance, the first in the data among equals, and a place without position is nobody's", () => {
  const weights = makeNearestWeights([0, 0, 10, 0, 0, -10, 25, 0, NaN, NaN], 2)
  expect(listsOf(weights)).toEqual([[1, 2], [0, 2], [0, 1], [0, 1], []])
  expect(() => makeNearestWeights([0, 0], 0)).toThrow('found 0')
})

test('rows standardised sum to one, islands stay without', () => {
  const { weights } = standardiseRows(weightsOfLists([[1, 2, 3], [0], [0, 3], [0, 2], []]))
  expect([...weights]).toEqual([1 / 3, 1 / 3, 1 / 3, 1, 0.5, 0.5, 0.5, 0.5])
})

test('zones are left out with their weights, and with those whose only neighbours they were', () => {
  const weights = weightsOfLists([[1], [0, 2], [1, 3], [2, 4], [3], []])
  expect([...findConnected([1, 2, NaN, 4, 5, 6], weights)]).toEqual([0, 1, 3, 4])
  expect([...findConnected([1, NaN, 3, NaN, 5, 6], weights)]).toEqual([])
  expect(listsOf(selectWeights(weights, [3, 4, 0]))).toEqual([[1], [0], []])
  // One sees the other but is not seen: once that other is gone it has nobody.
  expect([...findConnected([1, 2, 3], weightsOfLists([[1], [2], []]))]).toEqual([])
})
