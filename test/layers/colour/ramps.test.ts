// @ts-expect-error: the package has no types; it holds the ramps as their authors published them.
import * as published from 'd3-scale-chromatic'
import { describe, expect, test } from 'vitest'
import { classColours, formatHex, parseHex, RAMPS, rampColour, type RampName } from '../../../src/layers/colour/ramps.ts'
import { colourDistance, labOf } from './colour-vision.ts'

const { interpolateViridis, schemePuOr, schemeYlOrRd } = published as {
  interpolateViridis: (share: number) => string
  schemePuOr: readonly (readonly string[])[]
  schemeYlOrRd: readonly (readonly string[])[]
}

describe('ramps are the published ones', () => {
  test('viridis, every 15th of the 256', () => {
    expect(RAMPS.viridis).toEqual(Array.from({ length: 18 }, (_, index) => interpolateViridis(index / 17)))
  })

  test('viridis between its anchors: nowhere a difference that can be seen', () => {
    for (let index = 0; index <= 255; index++) {
      const expected = parseHex(interpolateViridis(index / 255))
      expect(colourDistance(rampColour('viridis', index / 255), expected, 'normal'), `colour ${index}`).toBeLessThan(2.3)
    }
  })

  test("viridis(10) and cividis(10) of R's viridisLite", () => {
    const viridisLite = ['#440154', '#482878', '#3e4a89', '#31688e', '#26828e', '#1f9e89', '#35b779', '#6dcd59', '#b4de2c', '#fde725']
    viridisLite.forEach((hex, index) => {
      const found = rampColour('viridis', index / 9)
      parseHex(hex).forEach((channel, place) =>
        expect(Math.abs(channel - (found[place] as number)), `colour ${index}`).toBeLessThanOrEqual(3),
      )
    })
    expect([RAMPS.cividis[0], RAMPS.cividis[4], RAMPS.cividis[9]]).toEqual(['#00204d', '#707173', '#ffea46'])
  })

  test('YlOrRd of nine and PuOr of eleven classes by ColorBrewer', () => {
    expect([...RAMPS.ylOrRd]).toEqual(schemeYlOrRd[9])
    // The package turns ColorBrewer's order about, so that orange is high.
    expect([...RAMPS.puOr].reverse()).toEqual(schemePuOr[11])
  })
})

describe('class colours', () => {
  test.each(['viridis', 'cividis', 'ylOrRd'] as const satisfies readonly RampName[])(
    '%s: more is darker on paper and lighter at night, step by step',
    (ramp) => {
      for (const [theme, sign] of [
        ['light', -1],
        ['dark', 1],
      ] as const) {
        const lightness = classColours(ramp, 7, theme).map((colour) => labOf(colour)[0] * sign)
        expect(lightness).toEqual(lightness.toSorted((a, b) => a - b))
      }
    },
  )

  test('viridis is even: no step of lightness is twice another', () => {
    const lightness = classColours('viridis', 7, 'dark').map((colour) => labOf(colour)[0])
    const steps = lightness.slice(1).map((value, index) => value - (lightness[index] as number))
    expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(2)
  })
})

test('colours are read and written alike, and a bad one is a bug', () => {
  expect(formatHex(parseHex('#0a1fF0'))).toBe('#0a1ff0')
  expect(() => parseHex('red')).toThrow('red')
  expect(() => rampColour('viridis', NaN)).toThrow('NaN')
})
