import proj4 from 'proj4'

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

export interface Converter {
  /** Converts one point; `[x, y]` is east, north or longitude, latitude. */
  readonly point: (x: number, y: number) => [number, number]
  /**
   * Converts interleaved x, y pairs into `target` (the same length; may be `source` itself).
   * The converter is built once: making one per point costs 10-20 times more.
   */
  readonly batch: (source: Float64Array, target?: Float64Array) => Float64Array
}

const converters = new Map<string, Converter>()

/** A reusable converter between two CRS. */
export function converterBetween(from: EpsgCode, to: EpsgCode): Converter {
  const key = `${from}>${to}`
  const known = converters.get(key)
  if (known !== undefined) return known
  const transform = proj4(PROJ4_DEFINITIONS[from], PROJ4_DEFINITIONS[to])
  const converter: Converter = {
    point: (x, y) => {
      const [a, b] = transform.forward([x, y])
      return [a as number, b as number]
    },
    batch: (source, target = new Float64Array(source.length)) => {
      const pair: [number, number] = [0, 0]
      for (let index = 0; index < source.length; index += 2) {
        pair[0] = source[index] as number
        pair[1] = source[index + 1] as number
        const converted = transform.forward(pair)
        target[index] = converted[0] as number
        target[index + 1] = converted[1] as number
      }
      return target
    },
  }
  converters.set(key, converter)
  return converter
}
