import { converterBetween, type EpsgCode } from '../../geo/crs.ts'

const KNOWN: readonly EpsgCode[] = [4326, 3067, 3857, 3879, 3301]
/** Names that mean longitude, latitude on WGS84, and codes that are Web Mercator by another number. */
const ALIASES: Readonly<Record<string, EpsgCode>> = { crs84: 4326, '4258': 4326, '900913': 3857, '102100': 3857 }

/** The CRS that a name or a URN means, whatever its axis order; null where it is none of ours. */
export function epsgOfName(name: string): EpsgCode | null {
  const last = name.toLowerCase().split(/[:/#]/).findLast((part) => part !== '') ?? ''
  const code = KNOWN.find((candidate) => String(candidate) === last)
  return code ?? ALIASES[last] ?? null
}

/** The part of the world in which both cities lie, with their countries: longitude, latitude in degrees. */
const NEIGHBOURHOOD = { west: 17, east: 33, south: 57, north: 71 } as const

function isNear([longitude, latitude]: readonly [number, number]): boolean {
  return longitude >= NEIGHBOURHOOD.west && longitude <= NEIGHBOURHOOD.east &&
    latitude >= NEIGHBOURHOOD.south && latitude <= NEIGHBOURHOOD.north
}

/**
 * Whether a pair stands north before east. Services differ in this whatever the standard says, so the
 * place decides: the order that lands in Finland or Estonia. Null where neither does.
 */
export function isSwapped(epsg: EpsgCode, first: number, second: number): boolean | null {
  const { point } = converterBetween(epsg, 4326)
  if (isNear(point(first, second))) return false
  return isNear(point(second, first)) ? true : null
}
