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

test('green: by kind', async () => {
  const picture = pictureOf(await runTiny('green'), FIRST)
  expect(drawableOf(picture, 'polygons').ids).toEqual(['g1'])
  expect(picture.legend.steps.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0])
})
