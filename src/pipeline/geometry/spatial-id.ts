import type { Feature, Geometry, Position } from '../dataset.ts'

/** Decimetres in 27 bits reach 13,421 km: enough for northings of any city. */
const BITS = 27

/**
 * Id from the place of the geometry's first point: bits of easting and northing (decimetres)
 * interleaved (a Morton code), so that rows sorted by id lie near each other and a feature keeps its
 * id when others come or go. Features at one point are numbered by their coordinates' order.
 */
export function withSpatialIds(prefix: string, features: readonly Feature[]): Feature[] {
  const keyed = features.map((feature) => ({
    feature,
    code: mortonCode(firstPosition(feature.geometry)),
    order: JSON.stringify([feature.geometry.coordinates, feature.properties]),
  }))
  keyed.sort((a, b) => compareText(a.code, b.code) || compareText(a.order, b.order))
  let before = ''
  let repeats = 0
  return keyed.map(({ feature, code }) => {
    repeats = code === before ? repeats + 1 : 0
    before = code
    const id = repeats === 0 ? `${prefix}-${code}` : `${prefix}-${code}-${repeats + 1}`
    return { geometry: feature.geometry, properties: { id, ...feature.properties } }
  })
}

/** Morton code of a position in metres, as 14 hexadecimal digits. */
export function mortonCode([east, north]: Position): string {
  const x = Math.round(east * 10) % 2 ** BITS
  const y = Math.round(north * 10) % 2 ** BITS
  let code = 0n
  for (let bit = BITS - 1; bit >= 0; bit--) {
    code = (code << 2n) | BigInt(((y >>> bit) & 1) * 2 + ((x >>> bit) & 1))
  }
  return code.toString(16).padStart(14, '0')
}

function firstPosition(geometry: Geometry): Position {
  let value: unknown = geometry.coordinates
  while (Array.isArray(value) && Array.isArray(value[0])) value = value[0]
  return value as Position
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
