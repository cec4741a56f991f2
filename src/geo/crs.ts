import proj4 from 'proj4'
import { lambertConformal, longitudeLatitude, transverseMercator, webMercator, type Projection } from './projections.ts'

/** CRS that the project reads and writes. All are taken in axis order east, north. */
export type EpsgCode = 4326 | 3067 | 3857 | 3879 | 3301

/** proj4 definitions; ETRS89 is taken as WGS84 (they differ by 0.5-0.9 m against WGS84 imagery). */
export const PROJ4_DEFINITIONS: Readonly<Record<EpsgCode, string>> = {
  4326: '+proj=longlat +datum=WGS84 +no_defs',
  3857: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
  3067: '+proj=utm +zone=35 +ellps=GRS80 +units=m +no_defs',
  3879: '+proj=tmerc +lat_0=0 +lon_0=25 +k=1 +x_0=25500000 +y_0=0 +ellps=GRS80 +units=m +no_defs',
  3301:
    '+proj=lcc +lat_1=59.33333333333334 +lat_2=58 +lat_0=57.51755393055556 +lon_0=24 +x_0=500000 +y_0=6375000 +ellps=GRS80 +units=m +no_defs',
}

/**
 * The same CRS for the batch, which spends a microsecond a point in proj4 and a fifth of it here.
 * proj4 stays the reference: every converter is checked against it when it is made.
 */
const PROJECTIONS: Readonly<Record<EpsgCode, Projection>> = {
  4326: longitudeLatitude,
  3857: webMercator,
  3067: transverseMercator({ centralMeridianDegrees: 27, scale: 0.9996, falseEastingMetres: 500000 }),
  3879: transverseMercator({ centralMeridianDegrees: 25, scale: 1, falseEastingMetres: 25500000 }),
  3301: lambertConformal({
    parallelsDegrees: [59.33333333333334, 58],
    originDegrees: [24, 57.51755393055556],
    falseOriginMetres: [500000, 6375000],
  }),
}

export interface Converter {
  /** Converts one point by proj4; `[x, y]` is east, north or longitude, latitude. */
  readonly point: (x: number, y: number) => [number, number]
  /** Converts interleaved x, y pairs into `target` (the same length; may be `source` itself). */
  readonly batch: (source: Float64Array, target?: Float64Array) => Float64Array
}

const converters = new Map<string, Converter>()

/** A reusable converter between two CRS. Making one per point would cost 10-20 times more. */
export function converterBetween(from: EpsgCode, to: EpsgCode): Converter {
  const key = `${from}>${to}`
  const known = converters.get(key)
  if (known !== undefined) return known
  const transform = proj4(PROJ4_DEFINITIONS[from], PROJ4_DEFINITIONS[to])
  const converter: Converter = {
    point: (x, y) => {
      const [a, b] = transform.forward([x, y])
      return [a, b]
    },
    batch: createBatch(PROJECTIONS[from], PROJECTIONS[to]),
  }
  checkAgainstReference(from, to, converter)
  converters.set(key, converter)
  return converter
}

function createBatch(from: Projection, to: Projection): Converter['batch'] {
  const pair = new Float64Array(2)
  return (source, target = new Float64Array(source.length)) => {
    if (target.length !== source.length || source.length % 2 !== 0) {
      throw new RangeError(`Expected pairs and a target as long, got ${source.length} and ${target.length} numbers`)
    }
    for (let index = 0; index < source.length; index += 2) {
      from.inverse(source[index] as number, source[index + 1] as number, pair, 0)
      to.forward(pair[0] as number, pair[1] as number, target, index)
    }
    return target
  }
}

/** A point between the cities, degrees: a table edited in one place only shows up at once. */
const CHECK_POINT_DEGREES = [24.85, 59.8] as const

function checkAgainstReference(from: EpsgCode, to: EpsgCode, converter: Converter): void {
  const source = proj4(PROJ4_DEFINITIONS[4326], PROJ4_DEFINITIONS[from]).forward([...CHECK_POINT_DEGREES]) as [number, number]
  const expected = converter.point(source[0], source[1])
  const actual = converter.batch(Float64Array.from(source))
  const tolerance = to === 4326 ? 1e-9 : 1e-4
  if (!expected.every((value, axis) => Math.abs(value - (actual[axis] as number)) <= tolerance)) {
    throw new Error(`EPSG:${from} to EPSG:${to}: proj4 gives ${expected.join(', ')}, the batch ${Array.from(actual).join(', ')}`)
  }
}
