/** A colour as red, green, blue, 0-255. */
export type Rgb = readonly [number, number, number]

/**
 * Sequential and diverging ramps by their published anchors, evenly spaced from 0 to 1.
 *
 * - viridis: every 15th entry of matplotlib's 256 (Smith and van der Walt, CC0).
 * - cividis: the ten colours that viridisLite's `cividis(10)` prints (Nuñez et al. 2018).
 * - YlOrRd, PuOr: ColorBrewer's classes of 9 and 11 (Brewer, Harrower; Apache 2.0).
 */
export const RAMPS = {
  viridis: [
    '#440154',
    '#481769',
    '#472a7a',
    '#433d84',
    '#3d4e8a',
    '#355e8d',
    '#2e6d8e',
    '#297b8e',
    '#23898e',
    '#1f978b',
    '#21a585',
    '#2eb37c',
    '#46c06f',
    '#65cb5e',
    '#89d548',
    '#b0dd2f',
    '#d8e219',
    '#fde725',
  ],
  cividis: ['#00204d', '#00336f', '#39486b', '#575c6d', '#707173', '#8a8779', '#a69d75', '#c4b56c', '#e4cf5b', '#ffea46'],
  ylOrRd: ['#ffffcc', '#ffeda0', '#fed976', '#feb24c', '#fd8d3c', '#fc4e2a', '#e31a1c', '#bd0026', '#800026'],
  puOr: ['#7f3b08', '#b35806', '#e08214', '#fdb863', '#fee0b6', '#f7f7f7', '#d8daeb', '#b2abd2', '#8073ac', '#542788', '#2d004b'],
} as const satisfies Record<string, readonly string[]>
export type RampName = keyof typeof RAMPS

/** Ramps whose first anchor is the light end. */
const LIGHT_FIRST: ReadonlySet<RampName> = new Set(['ylOrRd'])

/** Red, green and blue of `#rrggbb`; throws on anything else (a bug). */
export function parseHex(hex: string): Rgb {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`Expected a colour such as #1f5fa8, found "${hex}"`)
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** `#rrggbb` of red, green and blue. */
export function formatHex([red, green, blue]: Rgb): string {
  return `#${((1 << 24) | (red << 16) | (green << 8) | blue).toString(16).slice(1)}`
}

/** The ramp's colour at a share from 0 to 1, linear in sRGB between anchors; NaN throws (a bug). */
export function rampColour(name: RampName, share: number): Rgb {
  if (Number.isNaN(share)) throw new Error(`A ramp has no colour for ${share}`)
  const anchors = RAMPS[name]
  const position = Math.min(Math.max(share, 0), 1) * (anchors.length - 1)
  const lower = Math.min(Math.floor(position), anchors.length - 2)
  const from = parseHex(anchors[lower] as string)
  const to = parseHex(anchors[lower + 1] as string)
  const part = position - lower
  const mix = (channel: 0 | 1 | 2) => Math.round(from[channel] + (to[channel] - from[channel]) * part)
  return [mix(0), mix(1), mix(2)]
}

/**
 * Colours of `count` classes, lowest first. More is what stands out from the ground: darker on the
 * light theme, lighter on the dark one. The outermost 4 % of the ramp are left out, since they
 * vanish against paper and night.
 */
export function classColours(name: RampName, count: number, theme: 'light' | 'dark'): readonly Rgb[] {
  const isLightFirst = LIGHT_FIRST.has(name)
  return Array.from({ length: count }, (_, index) => {
    const share = count === 1 ? 0.5 : 0.04 + (0.92 * index) / (count - 1)
    const isFlipped = (theme === 'light') !== isLightFirst
    return rampColour(name, isFlipped ? 1 - share : share)
  })
}
