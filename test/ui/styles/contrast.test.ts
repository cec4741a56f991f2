import { describe, expect, test } from 'vitest'
import { CITIES } from '../../../src/cities/index.ts'
import { readText } from '../../house/list-files.ts'

type Rgb = readonly [number, number, number]

/** Relative luminance, WCAG 2.2. */
function luminanceOf([red, green, blue]: Rgb): number {
  const linear = [red, green, blue].map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

function contrastOf(a: Rgb, b: Rgb): number {
  const [lighter, darker] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => y - x) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function parseHex(hex: string): Rgb {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16)) as unknown as Rgb
}

/** Tokens of a theme as the style sheet states them, so that the test sees what the reader sees. */
function readTokens(selector: string): ReadonlyMap<string, string> {
  const css = readText('src/ui/styles/tokens.css')
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [match[1] as string, match[2] as string]))
}

const THEMES = { light: readTokens(':root'), dark: readTokens(":root[data-theme='dark']") }

/** A panel lets a little of the map through: its ground at worst, over black and over white. */
function groundsOf(tokens: ReadonlyMap<string, string>, name: string): readonly Rgb[] {
  const value = tokens.get(name) ?? ''
  if (value.startsWith('#')) return [parseHex(value)]
  const [red, green, blue, alpha] = (value.match(/[\d.]+/g) ?? []).map(Number) as [number, number, number, number]
  return [0, 255].map((behind) => [red, green, blue].map((part) => part * alpha + behind * (1 - alpha)) as unknown as Rgb)
}

/** Text and the grounds that it stands on; least contrast by WCAG 2.2 AA. */
const PAIRS: readonly (readonly [text: string, ground: string, least: number])[] = [
  ...['paper', 'panel', 'fill', 'fill-strong'].flatMap(
    (ground) =>
      [
        ['ink', ground, 7],
        ['ink-quiet', ground, 4.5],
      ] as const,
  ),
  ['on-ink', 'ink', 7],
  ['alert', 'alert-fill', 4.5],
  ['alert', 'panel', 4.5],
  ['control-line', 'paper', 3],
  ['control-line', 'panel', 3],
]

describe.each(Object.entries(THEMES))('the %s theme', (theme, tokens) => {
  test.each(PAIRS)('%s on %s reaches %d', (text, ground, least) => {
    const colour = parseHex(tokens.get(text) as string)
    const contrasts = groundsOf(tokens, ground).map((behind) => contrastOf(colour, behind))
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(least)
  })

  test.each(CITIES.map((city) => [city.id, city.accent[theme as 'light' | 'dark']] as const))(
    'the accent of %s reads on a panel',
    (_, accent) => {
      const contrasts = groundsOf(tokens, 'panel').map((behind) => contrastOf(parseHex(accent), behind))
      expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5)
    },
  )
})

test('black on white is 21 to 1, and #767676 on white 4.54', () => {
  expect(contrastOf([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5)
  expect(contrastOf(parseHex('#767676'), [255, 255, 255])).toBeCloseTo(4.54, 2)
})
