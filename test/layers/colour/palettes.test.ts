import { describe, expect, test } from 'vitest'
import {
  AMENITY_COLOURS,
  GREEN_COLOURS,
  HEIGHT_SOURCE_COLOURS,
  MODE_COLOURS,
  themeColour,
  USE_COLOURS,
} from '../../../src/layers/colour/palettes.ts'
import { AMENITY_CLASSES, BUILDING_USES, GREEN_CLASSES, HEIGHT_SOURCES, TRANSIT_MODES } from '../../../src/schema/datasets.ts'
import { closestPair } from './colour-vision.ts'

const PALETTES = {
  use: USE_COLOURS,
  mode: MODE_COLOURS,
  heightSource: HEIGHT_SOURCE_COLOURS,
  green: GREEN_COLOURS,
  amenity: AMENITY_COLOURS,
}

describe.each(Object.entries(PALETTES))('the palette of %s', (_name, palette) => {
  test('has at most eight colours', () => {
    expect(Object.keys(palette).length).toBeLessThanOrEqual(8)
  })

  test.each(['light', 'dark'] as const)('keeps every pair apart for every eye, %s theme', (theme) => {
    const colours = Object.fromEntries(Object.entries(palette).map(([name, hex]) => [name, themeColour(hex, theme)]))
    // A difference of 2.3 is just noticed side by side; on a map, apart and shaded, it takes several times that.
    for (const vision of ['normal', 'deuteranopia', 'protanopia'] as const) {
      const { pair, distance } = closestPair(colours, vision)
      expect(distance, `${pair}, ${vision}`).toBeGreaterThan(11)
    }
  })
})

test('palettes stand in the order of the schema, since a code is a place in both', () => {
  expect(Object.keys(USE_COLOURS)).toEqual([...BUILDING_USES])
  expect(Object.keys(MODE_COLOURS)).toEqual([...TRANSIT_MODES])
  expect(Object.keys(HEIGHT_SOURCE_COLOURS)).toEqual([...HEIGHT_SOURCES])
  expect(Object.keys(GREEN_COLOURS)).toEqual([...GREEN_CLASSES])
  expect(Object.keys(AMENITY_COLOURS)).toEqual([...AMENITY_CLASSES])
})
