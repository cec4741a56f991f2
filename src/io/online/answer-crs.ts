import { converterBetween, crsOf, EPSG_CODES, type EpsgCode } from '../../geo/crs.ts'

/** How far beyond a national CRS's area of use its country's data may reach, degrees. */
const MARGIN_DEGREES = 2
/** A CRS wider than this is for the whole world and names no place. */
const WIDEST_NATION_DEGREES = 90

/** The part of the world for which our national CRS are made: west, south, east, north in degrees. */
const NEIGHBOURHOOD = EPSG_CODES.map((epsg) => crsOf(epsg).areaOfUse.boundsDegrees)
  .filter(([west, , east]) => east - west < WIDEST_NATION_DEGREES)
  .reduce(([west, south, east, north], bounds) => [
    Math.min(west, bounds[0]),
    Math.min(south, bounds[1]),
    Math.max(east, bounds[2]),
    Math.max(north, bounds[3]),
  ])

function isNear([longitude, latitude]: readonly [number, number]): boolean {
  const [west, south, east, north] = NEIGHBOURHOOD
  return (
    longitude >= west - MARGIN_DEGREES &&
    longitude <= east + MARGIN_DEGREES &&
    latitude >= south - MARGIN_DEGREES &&
    latitude <= north + MARGIN_DEGREES
  )
}

/**
 * Whether a pair stands north before east. Services differ in this whatever the standard says, so the
 * place decides: the order that lands in the countries of our CRS. Null where neither does.
 */
export function isSwapped(epsg: EpsgCode, first: number, second: number): boolean | null {
  const { point } = converterBetween(epsg, 4326)
  if (isNear(point(first, second))) return false
  return isNear(point(second, first)) ? true : null
}
