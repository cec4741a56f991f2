import Flatbush from 'flatbush'
import { tallinn } from '../../../cities/tallinn.ts'
import { cleanFeatures } from '../../geometry/clean.ts'
import type { Position } from '../../dataset.ts'
import type { Effects } from '../../effects.ts'
import type { MultiPolygonRings } from '../../geometry/planar.ts'
import { createPointIndex } from '../../geometry/point-index.ts'
import { readGeoJson, textOf } from '../../formats/read-geojson.ts'

const NUMBERS = 'tallinn/osm-city-2021/housenumber_point.geojson'
const STREETS = 'tallinn/osm-city-2021/streets_rail_joined.geojson'

/** A house number belongs to no street that is farther away than this. */
const STREET_WITHIN_METRES = 80

/** Numbers shown for a long block. */
const NUMBERS_SHOWN = 3

interface HouseNumber {
  readonly number: string
  readonly point: Position
}

/**
 * Finds a footprint's address: the house numbers inside with the nearest named street. The source has
 * numbers without streets, so the street is derived and may be the wrong one at a corner.
 */
export async function readAddresses(
  effects: Effects,
  sources: string,
): Promise<(geometry: MultiPolygonRings, point: Position) => string | null> {
  const options = { from: 4326, to: tallinn.epsg, extentDegrees: tallinn.extentDegrees } as const
  const numbers = cleanFeatures(await readGeoJson(effects, sources, NUMBERS), {
    ...options,
    file: NUMBERS,
    geometry: 'Point',
  }).features.flatMap((feature): HouseNumber[] => {
    const number = textOf(feature.properties['housenumber'])
    return number === null ? [] : [{ number, point: feature.geometry.coordinates as Position }]
  })
  const named = (await readGeoJson(effects, sources, STREETS)).filter((feature) => textOf(feature.properties['name']) !== null)
  const streets = cleanFeatures(named, { ...options, file: STREETS, geometry: 'MultiLineString' }).features
  const segments: { name: string; a: Position; b: Position }[] = []
  for (const street of streets) {
    for (const line of street.geometry.coordinates as readonly (readonly Position[])[]) {
      for (let index = 1; index < line.length; index++) {
        segments.push({ name: textOf(street.properties['name']) as string, a: line[index - 1] as Position, b: line[index] as Position })
      }
    }
  }
  const findStreet = createStreetFinder(segments)
  const index = createPointIndex(numbers, (number) => number.point)
  return (geometry) => formatAddress(index.inside(geometry), findStreet)
}

/** `Pikk 12, 14`: the street that most of the numbers lie on and up to three of its numbers. */
function formatAddress(numbers: readonly HouseNumber[], findStreet: (point: Position) => string | null): string | null {
  const byStreet = new Map<string, Set<string>>()
  for (const { number, point } of numbers) {
    const street = findStreet(point)
    if (street !== null) byStreet.set(street, (byStreet.get(street) ?? new Set()).add(number))
  }
  const [main] = [...byStreet].sort(([a, first], [b, second]) => second.size - first.size || (a < b ? -1 : 1))
  if (main === undefined) return null
  const [street, found] = main
  const sorted = [...found].sort((a, b) => Number.parseInt(a) - Number.parseInt(b) || (a < b ? -1 : 1))
  return `${street} ${sorted.slice(0, NUMBERS_SHOWN).join(', ')}${sorted.length > NUMBERS_SHOWN ? ' …' : ''}`
}

function createStreetFinder(segments: readonly { name: string; a: Position; b: Position }[]): (point: Position) => string | null {
  if (segments.length === 0) return () => null
  const index = new Flatbush(segments.length)
  for (const { a, b } of segments) {
    index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]))
  }
  index.finish()
  const reach = STREET_WITHIN_METRES
  return ([x, y]) => {
    let [best, least]: [string | null, number] = [null, reach]
    for (const position of index.search(x - reach, y - reach, x + reach, y + reach)) {
      const { name, a, b } = segments[position] as (typeof segments)[number]
      const distance = distanceToSegment(x, y, a, b)
      // Equal distances, at a crossing, go to the name that sorts first: the order of the index is no rule.
      if (distance < least || (distance === least && best !== null && name < best)) [best, least] = [name, distance]
    }
    return best
  }
}

function distanceToSegment(x: number, y: number, a: Position, b: Position): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / length))
  return Math.hypot(a[0] + along * dx - x, a[1] + along * dy - y)
}
