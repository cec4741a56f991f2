import type { Rgb } from '../../../src/layers/colour/ramps.ts'

/** Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB. */
const VISION = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
} as const
export type Vision = keyof typeof VISION

/** CIELAB under D65 of an sRGB colour, as seen with the given vision. */
export function labOf(colour: Rgb, vision: Vision = 'normal'): readonly [number, number, number] {
  const linear = colour.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  const seen = VISION[vision].map((row) => Math.min(1, Math.max(0, row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2]))) as [
    number,
    number,
    number,
  ]
  const [red, green, blue] = seen
  const curve = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const x = curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
  const y = curve(0.2126729 * red + 0.7151522 * green + 0.072175 * blue)
  const z = curve((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** CIE76 distance; about 2.3 is just noticeable side by side. */
export function colourDistance(a: Rgb, b: Rgb, vision: Vision): number {
  const first = labOf(a, vision)
  const second = labOf(b, vision)
  return Math.hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2])
}

/** The closest pair of a palette. */
export function closestPair(palette: Readonly<Record<string, Rgb>>, vision: Vision): { readonly pair: string; readonly distance: number } {
  let closest = { pair: '', distance: Infinity }
  const entries = Object.entries(palette)
  entries.forEach(([name, colour], index) => {
    for (const [otherName, other] of entries.slice(index + 1)) {
      const distance = colourDistance(colour, other, vision)
      if (distance < closest.distance) closest = { pair: `${name} and ${otherName}`, distance }
    }
  })
  return closest
}
