import { classify, EXCLUDED_CODE } from './classify.ts'
import { NO_DATA_COLOUR } from './palettes.ts'
import { parseHex } from './ramps.ts'
import { UNKNOWN_CODE, type Categories, type Figures } from '../figures.ts'
import type { Scale } from './scale.ts'
import type { BuildingColours } from '../types.ts'

/** Alpha of a building without data: the scene draws the hatch. */
const NO_DATA_ALPHA = 128

/** Colours of buildings by index: 255 coloured, 128 no data, 0 plain. */
export function paintBuildings(data: Figures | Categories, scale: Scale, theme: 'light' | 'dark'): BuildingColours {
  return { kind: 'building-colours', rgba: paintFeatures(data, scale, theme, 255) }
}

/** RGBA a feature; features without data get the neutral colour at `NO_DATA_ALPHA`. */
export function paintFeatures(data: Figures | Categories, scale: Scale, theme: 'light' | 'dark', alpha: number): Uint8Array<ArrayBuffer> {
  const codes = classify(data, scale)
  const rgba = new Uint8Array(codes.length * 4)
  // Words of four bytes: one write a feature. Little-endian, as every browser's machine is.
  const words = new Uint32Array(rgba.buffer)
  const wordOf = new Uint32Array(256)
  scale.colours.forEach(([red, green, blue], code) => {
    wordOf[code] = ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0
  })
  const [red, green, blue] = parseHex(NO_DATA_COLOUR[theme])
  wordOf[UNKNOWN_CODE] = ((NO_DATA_ALPHA << 24) | (blue << 16) | (green << 8) | red) >>> 0
  wordOf[EXCLUDED_CODE] = 0
  for (let index = 0; index < codes.length; index++) words[index] = wordOf[codes[index] as number] as number
  return rgba
}

/** 1 where a feature has no data. */
export function markNoData(data: Figures | Categories): Uint8Array {
  if ('codes' in data) return Uint8Array.from(data.codes, (code) => (code === UNKNOWN_CODE ? 1 : 0))
  return Uint8Array.from(data.values, (value) => (Number.isNaN(value) ? 1 : 0))
}
