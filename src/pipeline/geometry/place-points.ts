import { converterBetween, crsOf, EPSG_CODES, type EpsgCode } from '../../geo/crs.ts'
import type { Fault } from '../issues.ts'
import type { Position } from '../dataset.ts'

/** West, south, east, north in degrees. */
export type Extent = readonly [number, number, number, number]

export interface PlaceOptions {
  readonly from: EpsgCode
  readonly to: EpsgCode
  readonly extentDegrees: Extent
}

/** How far outside the extent a coordinate may lie, in degrees: districts of islands reach out to sea. */
const MARGIN_DEGREES = 0.3

/**
 * Points in the city's CRS, rounded to a centimetre, or null where a coordinate is not finite or lies
 * outside the city in every known CRS. The order of axes and the CRS are judged by the median point,
 * as one stray vertex must not turn a whole feature round; a stray vertex then drops the feature.
 */
export function placePoints(raw: readonly unknown[], options: PlaceOptions, faults: Fault[]): Position[] | null {
  const points: [number, number][] = []
  for (const value of raw) {
    const [x, y] = Array.isArray(value) ? (value as unknown[]) : []
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) {
      faults.push({ severity: 'dropped', code: 'not-a-number' })
      return null
    }
    points.push([x, y])
  }
  const middle: [number, number] = [median(points.map((point) => point[0])), median(points.map((point) => point[1]))]
  const found = findReading(middle, options)
  if (found === null) {
    faults.push({ severity: 'dropped', code: 'outside-the-city', detail: `around ${middle[0]}, ${middle[1]}` })
    return null
  }
  if (found.epsg !== options.from) {
    faults.push({ severity: 'mended', code: 'other-crs', detail: `EPSG:${found.epsg}, not EPSG:${options.from}` })
  }
  if (found.swapped) faults.push({ severity: 'mended', code: 'wrong-axis-order' })
  const { point: convert } = converterBetween(found.epsg, options.to)
  const placed: Position[] = []
  for (const [a, b] of points) {
    const [x, y] = found.swapped ? [b, a] : [a, b]
    if (!isWithinCity(x, y, found.epsg, options.extentDegrees)) {
      faults.push({ severity: 'dropped', code: 'outside-the-city', detail: `one point at ${a}, ${b}` })
      return null
    }
    const [east, north] = found.epsg === options.to ? [x, y] : convert(x, y)
    placed.push([roundToCentimetre(east), roundToCentimetre(north)])
  }
  return placed
}

/** Coordinates are stored to a centimetre. */
export function roundToCentimetre(metres: number): number {
  return Math.round(metres * 100) / 100
}

function findReading([x, y]: [number, number], options: PlaceOptions): { readonly epsg: EpsgCode; readonly swapped: boolean } | null {
  // A source may hold another CRS by mistake: tried after the one that it states, the city's own first.
  const order = new Set([options.from, options.to, ...EPSG_CODES])
  for (const epsg of order) {
    if (isWithinCity(x, y, epsg, options.extentDegrees)) return { epsg, swapped: false }
    if (isWithinCity(y, x, epsg, options.extentDegrees)) return { epsg, swapped: true }
  }
  return null
}

function isWithinCity(x: number, y: number, epsg: EpsgCode, extent: Extent): boolean {
  const [longitude, latitude] = crsOf(epsg).unit === 'degree' ? [x, y] : converterBetween(epsg, 4326).point(x, y)
  const [west, south, east, north] = extent
  return (
    longitude >= west - MARGIN_DEGREES &&
    longitude <= east + MARGIN_DEGREES &&
    latitude >= south - MARGIN_DEGREES &&
    latitude <= north + MARGIN_DEGREES
  )
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] as number
}
