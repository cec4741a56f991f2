import { classOf } from './breaks.ts'
import { UNKNOWN_CODE, type Categories, type Figures } from '../figures.ts'
import type { Scale } from './scale.ts'

/** Class code of a feature to which the layer does not apply. */
export const EXCLUDED_CODE = 254

/** Class or category of each feature: an index into the scale's colours, 255 no data, 254 not meant. */
export function classify(data: Figures | Categories, scale: Scale): Uint8Array {
  if ('codes' in data) return data.codes
  const { values, excluded } = data
  const breaks = scale.kind === 'sequential' ? scale.breaks : []
  const codes = new Uint8Array(values.length)
  for (let index = 0; index < values.length; index++) {
    if (excluded !== null && excluded[index] === 1) codes[index] = EXCLUDED_CODE
    else {
      const value = values[index] as number
      codes[index] = Number.isNaN(value) ? UNKNOWN_CODE : classOf(value, breaks)
    }
  }
  return codes
}
