import { expect, test } from 'vitest'
import { MODE_COLOURS, NO_DATA_COLOUR } from '../../../src/layers/colour/palettes.ts'
import { parseHex } from '../../../src/layers/colour/ramps.ts'
import { converterBetween } from '../../../src/geo/crs.ts'
import { CITIES } from '../../../src/cities/index.ts'
import { tinyOrigin } from '../../services/tiny-cities.ts'
import { colourAt, drawableOf, FIRST, pictureOf, runTiny } from '../run-tiny.ts'

test('stops: a stop without departures is shown as missing, not as quiet', async () => {
  const picture = pictureOf(await runTiny('transit-stops'), FIRST)
  const { ids, rgba, diameterPixels, positionsDegrees, selects } = drawableOf(picture, 'points')
  expect(selects).toBe('stop')
  expect(ids).toEqual(['t1', 't2', 't3'])
  expect(colourAt(rgba, 2)).toEqual([...parseHex(NO_DATA_COLOUR.light), 128])
  expect(rgba[3]).toBe(255)
  expect([...diameterPixels].every((diameter) => diameter > 0)).toBe(true)
  expect(picture.legend).toMatchObject({ known: 2, missing: 1, unitKey: 'unit.departuresPerDay' })
  expect(picture.legend.noteKeys).toContain('note.departuresPartial')
  const [x, y] = tinyOrigin(FIRST)
  const [longitude, latitude] = converterBetween(CITIES[0].epsg, 4326).point(x + 500, y + 500)
  expect(positionsDegrees[0]).toBeCloseTo(longitude, 8)
  expect(positionsDegrees[1]).toBeCloseTo(latitude, 8)
})

test('lines: by mode, every part belongs to its line', async () => {
  const picture = pictureOf(await runTiny('transit-lines'), FIRST)
  const { partStarts, partFeatures, rgba, selects } = drawableOf(picture, 'lines')
  expect(selects).toBe('line')
  expect([...partStarts]).toEqual([0, 2, 4])
  expect([...partFeatures]).toEqual([0, 0])
  expect(colourAt(rgba, 0).slice(0, 3)).toEqual([...parseHex(MODE_COLOURS.tram)])
  expect(picture.legend.steps.find(({ labelKey }) => labelKey === 'mode.tram')?.count).toBe(1)
  expect(picture.legend.noteKeys).toContain('note.straightLines')
})

test('amenities: a click means one, and land beyond what is known is hatched', async () => {
  const picture = pictureOf(await runTiny('amenities'), FIRST)
  const points = drawableOf(picture, 'points')
  expect([points.selects, points.ids]).toEqual(['amenity', ['a1', 'a2', 'a3']])
  expect(picture.legend.steps.map(({ labelKey, count }) => [labelKey, count]).filter(([, count]) => count !== 0)).toEqual([
    ['amenity.school', 1],
    ['amenity.shop', 2],
  ])
  expect(picture.legend.noteKeys).toContain('note.amenitiesPartial')
  // The land is 1.8 km wide, amenities are known on its western kilometre: two rings, filled even-odd.
  const { ringStarts, featureStarts, noData, positionsDegrees } = drawableOf(picture, 'polygons')
  expect([[...ringStarts], [...featureStarts], [...noData]]).toEqual([[0, 5, 10], [0, 2], [1]])
  const { batch } = converterBetween(4326, CITIES[0].epsg)
  const east = batch(positionsDegrees)
    .filter((_, index) => index % 2 === 0)
    .map((x) => Math.round(x - tinyOrigin(FIRST)[0]))
  expect([Math.max(...east.subarray(0, 5)), Math.max(...east.subarray(5))]).toEqual([1800, 1000])
})

test('green: by kind', async () => {
  const picture = pictureOf(await runTiny('green'), FIRST)
  expect(drawableOf(picture, 'polygons').ids).toEqual(['g1'])
  expect(picture.legend.steps.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0])
})
