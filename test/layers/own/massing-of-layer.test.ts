import { expect, test } from 'vitest'
import { CITIES } from '../../../src/cities/index.ts'
import { makeOwnLayer } from '../../../src/io/imports/make-own-layer.ts'
import { createLocalPlane } from '../../../src/geo/local-plane.ts'
import { listMassing } from '../../../src/layers/own/massing-of-layer.ts'

const [CITY] = CITIES
const { toDegrees } = createLocalPlane([CITY.anchor.longitudeDegrees, CITY.anchor.latitudeDegrees])
const square = (x: number, side: number) =>
  [
    [x, 0],
    [x + side, 0],
    [x + side, side],
    [x, side],
    [x, 0],
  ].map(([east = 0, north = 0]) => toDegrees([east, north]))
const feature = (coordinates: unknown, properties: unknown) => ({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates } })
const HEAD = { id: 'own', name: 'model.geojson', credit: null, colour: '#000000' }
const massingOf = (...features: readonly unknown[]) => listMassing(makeOwnLayer(HEAD, features, { epsg: 4326, isSwapped: false }))

test.each([
  [{ height: 20 }, { heightMetres: 20, storeys: 6 }],
  [{ 'building:height': '12,5 m' }, { heightMetres: 12.5, storeys: 4 }],
  // 5 × 3.2 m and 1 m of roof.
  [{ 'building:levels': '5' }, { heightMetres: 17, storeys: 5 }],
  [
    { Kõrgus: 10, korrused: 2 },
    { heightMetres: 10, storeys: 2 },
  ],
])('a polygon with %o stands as a block', (properties, expected) => {
  const { blocks, leftOut } = massingOf(feature([square(0, 20)], properties))
  expect(leftOut).toBe(0)
  expect(blocks).toMatchObject([{ cityId: CITY.id, ...expected }])
  expect(blocks[0]?.footprint[0]).toHaveLength(4)
})

test('a courtyard stays one', () => {
  const yard = square(10, 10).map(([longitude, latitude]) => [longitude, latitude + 0.00005])
  const { blocks } = massingOf(feature([square(0, 40), yard], { height: 9 }))
  expect(blocks[0]?.footprint.map(({ length }) => length)).toEqual([4, 4])
})

test('what has no height, none that is one, or the size of a slip is left out and counted', () => {
  const { blocks, leftOut } = massingOf(
    feature([square(0, 20)], {}),
    feature([square(30, 20)], { height: 'tall' }),
    feature([square(60, 20)], { height: -3 }),
    feature([square(90, 20)], { height: 99_999 }),
    feature([square(120, 1)], { height: 5 }),
  )
  expect([blocks.length, leftOut]).toEqual([0, 5])
})
