import proj4 from 'proj4'
import { CRS_RECORDS } from './crs-records.ts'
import type { CrsRecord } from './define-crs.ts'
import type { Projection } from './projections.ts'

/** CRS that the project reads and writes. All are taken in axis order east, north. */
export type EpsgCode = (typeof CRS_RECORDS)[number]['epsg']

/** The codes, the likeliest of a file first. */
export const EPSG_CODES: readonly EpsgCode[] = CRS_RECORDS.map(({ epsg }) => epsg)

/** What is known of a CRS; throws on a code that has no record (a bug: input is looked up by `epsgOfCode`). */
export function crsOf(epsg: EpsgCode): CrsRecord<EpsgCode> {
  const record = CRS_RECORDS.find((each) => each.epsg === epsg)
  if (record === undefined) throw new Error(`No CRS has the code EPSG:${epsg}`)
  return record
}

/** The CRS of a code as files and services write it (`3067`, `CRS84`, `900913`); null where it is none of ours. */
export function epsgOfCode(code: string): EpsgCode | null {
  const upper = code.toUpperCase()
  const record = CRS_RECORDS.find(({ epsg, otherCodes }) => String(epsg) === upper || (otherCodes as readonly string[]).includes(upper))
  return record?.epsg ?? null
}

/** The CRS of `EPSG:3067`, `urn:ogc:def:crs:EPSG::3067`, `http://www.opengis.net/def/crs/OGC/1.3/CRS84`: by what stands last. */
export function epsgOfUrn(name: string): EpsgCode | null {
  return epsgOfCode(
    name
      .split(/[:/#]/)
      .findLast((part) => part !== '')
      ?.trim() ?? '',
  )
}

/** The CRS that the name in a well-known text means, of which only letters and digits count; null where it is none of ours. */
export function epsgOfName(name: string): EpsgCode | null {
  const letters = name.replaceAll(/[^A-Za-z0-9]/g, '')
  return CRS_RECORDS.find(({ namePattern }) => namePattern?.test(letters) === true)?.epsg ?? null
}

/** Converts between two CRS. proj4 stays the reference: every converter is checked against it when it is made. */
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
  const transform = proj4(crsOf(from).proj4, crsOf(to).proj4)
  const converter: Converter = {
    point: (x, y) => {
      const [a, b] = transform.forward([x, y])
      return [a, b]
    },
    batch: createBatch(crsOf(from).projection, crsOf(to).projection),
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
  const source = proj4(crsOf(4326).proj4, crsOf(from).proj4).forward([...CHECK_POINT_DEGREES]) as [number, number]
  const expected = converter.point(source[0], source[1])
  const actual = converter.batch(Float64Array.from(source))
  const tolerance = crsOf(to).unit === 'degree' ? 1e-9 : 1e-4
  if (!expected.every((value, axis) => Math.abs(value - (actual[axis] as number)) <= tolerance)) {
    throw new Error(`EPSG:${from} to EPSG:${to}: proj4 gives ${expected.join(', ')}, the batch ${Array.from(actual).join(', ')}`)
  }
}
