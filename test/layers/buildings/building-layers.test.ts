import { describe, expect, test } from 'vitest'
import { USE_COLOURS } from '../../../src/layers/colour/palettes.ts'
import { parseHex } from '../../../src/layers/colour/ramps.ts'
import { TINY_BUILDINGS } from '../../services/tiny-cities.ts'
import { colourAt, drawableOf, FIRST, pictureOf, runTiny } from '../run-tiny.ts'

const paint = async (...request: Parameters<typeof runTiny>) => {
  const picture = pictureOf(await runTiny(...request), FIRST)
  return { legend: picture.legend, rgba: drawableOf(picture, 'building-colours').rgba }
}
const alphas = (rgba: Uint8Array) => TINY_BUILDINGS.map((_, index) => rgba[index * 4 + 3])

test('plain: no building has a colour of its own, none is missing', async () => {
  const { legend, rgba } = await paint('building-plain')
  expect(alphas(rgba)).toEqual([0, 0, 0, 0, 0])
  expect(legend).toMatchObject({ known: 5, missing: 0, steps: [] })
})

test('use: categories by the schema, no data hatched', async () => {
  const { legend, rgba } = await paint('building-use')
  expect(alphas(rgba)).toEqual([255, 255, 255, 255, 128])
  expect(colourAt(rgba, 3)).toEqual([...parseHex(USE_COLOURS.office), 255])
  expect(legend).toMatchObject({ kind: 'categorical', known: 4, missing: 1, estimatedShare: 0.25, unitKey: null })
  expect(legend.steps.filter(({ count }) => count > 0).map(({ labelKey, count }) => [labelKey, count])).toEqual([
    ['use.apartments', 1],
    ['use.house', 1],
    ['use.office', 1],
    ['use.outbuilding', 1],
  ])
})

test('year: bands that are the same everywhere, unknown years hatched', async () => {
  const { legend, rgba } = await paint('building-year')
  expect(alphas(rgba)).toEqual([255, 128, 128, 255, 128])
  expect(legend.steps.filter(({ count }) => count > 0).map(({ labelKey }) => labelKey)).toEqual(['year.1960-1979', 'year.2000-2009'])
  expect(legend.missing).toBe(3)
})

test('height source: what is not measured counts as estimated', async () => {
  const { legend } = await paint('building-height-source')
  expect(legend.steps.map(({ count }) => count)).toEqual([2, 1, 2])
  expect(legend.estimatedShare).toBe(0.6)
})

test('height: the legend counts every building once, and so does the histogram', async () => {
  const { legend } = await paint('building-height')
  expect(legend.steps.reduce((sum, { count }) => sum + count, 0)).toBe(5)
  expect(legend.histogram.reduce((sum, count) => sum + count, 0)).toBe(5)
  expect(legend.noteKeys).toContain('note.buildingsPartial')
})

describe('heat', () => {
  test('is modelled, sheds stay plain, an unknown use is a gap', async () => {
    const { legend, rgba } = await paint('building-heat')
    expect(alphas(rgba)).toEqual([255, 255, 0, 255, 128])
    expect(legend).toMatchObject({ known: 3, missing: 1, estimatedShare: 1, provenance: { kind: 'modelled' } })
    // Intensities by hand: RKT4 140 (1965), OKT2 228 (year taken as 1990), LPR3 138 (2005); the fifth has no use.
    expect(legend.steps.map(({ from, count }) => [from, count])).toEqual([
      [undefined, 0],
      [75, 0],
      [100, 0],
      [125, 2],
      [150, 0],
      [200, 1],
      [250, 0],
    ])
    expect(legend.noteKeys).toEqual(expect.arrayContaining(['note.heatModelled', 'note.heatAssumed']))
  })

  test('a use without a class is a gap, not a building without heating', async () => {
    const { legend, rgba } = await paint('building-heat', { params: { 'family-office': 'none' } })
    expect(alphas(rgba)).toEqual([255, 255, 0, 128, 128])
    expect(legend).toMatchObject({ known: 2, missing: 2 })
  })

  test('follows an assumption that was changed', async () => {
    const { legend } = await paint('building-heat', { params: { 'RKT4': 90, 'family-outbuilding': 'OKT' } })
    expect(legend.steps.map(({ count }) => count)).toEqual([0, 1, 0, 1, 0, 2, 0])
  })
})

describe('sun on roofs', () => {
  test('is modelled, by the light that the buildings around leave', async () => {
    const { legend, rgba } = await paint('building-solar')
    expect(alphas(rgba)).toEqual([255, 255, 255, 255, 255])
    expect(legend).toMatchObject({ known: 5, missing: 0, estimatedShare: 1, provenance: { kind: 'modelled' } })
    // Of 72 kWh/m²: all for b1, 70 % for b2 (50.4), half for b3 (36), 95 % for b4 (68.4), none for b5.
    expect(legend.steps.map(({ from, count }) => [from, count])).toEqual([
      [undefined, 2],
      [40, 0],
      [50, 1],
      [60, 0],
      [65, 0],
      [68, 1],
      [70, 1],
    ])
    expect(legend.noteKeys).toContain('note.solarModelled')
  })

  test('follows an assumption that was changed', async () => {
    const { legend } = await paint('building-solar', { params: { 'solar-diffuse-share': 1, 'solar-specific-yield': 1000 } })
    // Of 80: 80, 64, 40, 72, 0.
    expect(legend.steps.map(({ count }) => count)).toEqual([1, 1, 0, 1, 0, 0, 2])
  })
})

test('the colours differ between the themes, what they say does not', async () => {
  const [light, dark] = [await paint('building-height'), await paint('building-height', { theme: 'dark' })]
  expect(dark.rgba).not.toEqual(light.rgba)
  expect(dark.legend.steps.map(({ count }) => count)).toEqual(light.legend.steps.map(({ count }) => count))
})
