import { boxHolds, widenBox, type Box } from '../../geo/boxes.ts'
import { converterBetween, crsOf, EPSG_CODES } from '../../geo/crs.ts'
import { metresPerDegree } from '../../geo/local-metres.ts'
import { describeFound } from '../issues.ts'
import { FAR_FROM_CITY_METRES } from '../limits.ts'
import type { LonLat } from '../types.ts'
import { define, refuse, type ReadContext, type Reader, type ScenarioCity } from './reader.ts'

/** A position on the earth, longitude first. */
export const readPosition: Reader<LonLat> = define(
  {
    schema: {
      description: 'WGS84 longitude and latitude, degrees.',
      type: 'array',
      prefixItems: [
        { type: 'number', minimum: -180, maximum: 180 },
        { type: 'number', minimum: -90, maximum: 90 },
      ],
      items: false,
      minItems: 2,
    },
    read: (value, path, context) => {
      if (!Array.isArray(value)) return refuse(context, 'expected-list', path, { found: describeFound(value) })
      if (value.length !== 2) return refuse(context, 'list-length', path, { found: value.length, least: 2, most: 2 })
      const [x, y] = value as readonly unknown[]
      if (!isFinite(x) || !isFinite(y)) {
        return refuse(context, 'expected-number', path, { found: describeFound(isFinite(x) ? y : x) })
      }
      if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return [x + 0, y + 0]
      return refuseStrangePosition(x, y, path, context)
    },
  },
  'position',
)

function isFinite(value: unknown): value is number {
  return Number.isFinite(value)
}

/** Numbers that are no degrees: which CRS they are likely of, so that whoever made the file knows what to mend. */
function refuseStrangePosition(x: number, y: number, path: string, context: ReadContext): undefined {
  for (const epsg of EPSG_CODES) {
    if (crsOf(epsg).unit !== 'metre') continue
    for (const [east, north] of [[x, y] as const, [y, x] as const]) {
      const [longitude, latitude] = converterBetween(epsg, 4326).batch(Float64Array.of(east, north)) as unknown as [number, number]
      if (!context.cities.some((city) => isNearCity(city, longitude, latitude))) continue
      return refuse(context, 'coordinates-in-metres', path, { x, y, likely: `EPSG:${epsg}`, name: crsOf(epsg).shortName })
    }
  }
  return refuse(context, 'not-on-earth', path, { x, y })
}

/** Whether a position lies in the city's extent, or not far from it. */
export function isNearCity({ extentDegrees }: ScenarioCity, longitude: number, latitude: number): boolean {
  return boxHolds(nearBox(extentDegrees), longitude, latitude)
}

const boxes = new WeakMap<Box, Box>()

function nearBox(extent: Box): Box {
  const known = boxes.get(extent)
  if (known !== undefined) return known
  const metres = metresPerDegree((extent[1] + extent[3]) / 2)
  const box = widenBox(extent, FAR_FROM_CITY_METRES / metres.east, FAR_FROM_CITY_METRES / metres.north)
  boxes.set(extent, box)
  return box
}
