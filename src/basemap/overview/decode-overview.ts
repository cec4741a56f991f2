import type { City } from '../../cities/city.ts'
import type { StreetNames } from '../labels/named-streets.ts'
import type { CityMap } from '../city-map.ts'
import { createVectorSet, type VectorSet } from '../vector-set.ts'
import { makeSets } from './map-sets.ts'
import { OVERVIEW_MARK, OVERVIEW_STEPS, OVERVIEW_VERSION } from './overview-format.ts'

/**
 * Reads the overview of a city's map.
 *
 * @throws Error naming what was expected, where the bytes are none: a count is believed only as far as there are bytes for it
 */
export function decodeOverview(bytes: Uint8Array, city: City, fileName: string): CityMap {
  const reader = createReader(bytes, fileName)
  for (const character of OVERVIEW_MARK) if (reader.byte() !== character.charCodeAt(0)) reader.fail(`expected the mark ${OVERVIEW_MARK}`)
  const version = reader.number()
  if (version !== OVERVIEW_VERSION) reader.fail(`expected version ${OVERVIEW_VERSION}, found ${version}`)
  const base = [reader.number(), reader.number()] as const
  const names = Array.from({ length: reader.count() }, reader.text)
  const streetNames: StreetNames[] = []
  const sets = makeSets(({ kind, streetClass, isTunnel }) => {
    const { set, nameCodes } = readSet(reader, base, kind === 'areas', streetClass !== null && !isTunnel)
    if (streetClass !== null && !isTunnel) streetNames.push({ set, streetClass, names: nameCodes.map((code) => names[code - 1] ?? null) })
    return set
  })
  if (!reader.isAtEnd()) reader.fail('expected its end')
  return { latitudeDegrees: city.anchor.latitudeDegrees, ...sets, streetNames, missing: [] }
}

function readSet(reader: Reader, base: readonly [number, number], isClosed: boolean, hasNames: boolean) {
  const [features, rings, points] = [reader.count(), reader.count(), reader.count()]
  const featureStarts = readStarts(reader, features, rings)
  const ringStarts = readStarts(reader, rings, points)
  const nameCodes = hasNames ? Array.from({ length: features }, reader.number) : []
  const positions = new Float64Array(points * 2)
  for (const axis of [0, 1] as const) {
    let steps = base[axis]
    for (let point = 0; point < points; point++) {
      steps += reader.signed()
      positions[point * 2 + axis] = steps / OVERVIEW_STEPS
    }
  }
  const set: VectorSet = createVectorSet(positions, ringStarts, featureStarts, isClosed)
  return { set, nameCodes }
}

/** Starts of `count` runs that add up to `total`. */
function readStarts(reader: Reader, count: number, total: number): Uint32Array {
  const starts = new Uint32Array(count + 1)
  let sum = 0
  for (let index = 0; index < count; index++) {
    sum += reader.number()
    starts[index + 1] = sum
  }
  if (sum !== total) reader.fail(`expected ${total} in ${count} parts, found ${sum}`)
  return starts
}

interface Reader {
  readonly byte: () => number
  readonly number: () => number
  readonly signed: () => number
  /** A number of things that take a byte each, at least. */
  readonly count: () => number
  readonly text: () => string
  readonly isAtEnd: () => boolean
  readonly fail: (what: string) => never
}

/** A number of more bytes than this is none: 2^49 is more than any that is written. */
const MOST_BITS = 49

function createReader(bytes: Uint8Array, fileName: string): Reader {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let at = 0
  const fail = (what: string): never => {
    throw new Error(`${fileName}, byte ${at}: ${what}`)
  }
  const byte = (): number => bytes[at++] ?? fail('expected more bytes')
  const number = (): number => {
    let value = 0
    for (let bits = 0; bits <= MOST_BITS; bits += 7) {
      const next = byte()
      value += (next & 127) * 2 ** bits
      if (next < 128) return value
    }
    return fail('expected a smaller number')
  }
  const count = (): number => {
    const value = number()
    return value <= bytes.length - at ? value : fail(`expected fewer than ${value} parts`)
  }
  return {
    byte,
    number,
    signed: () => {
      const value = number()
      return value % 2 === 1 ? -(value + 1) / 2 : value / 2
    },
    count,
    text: () => {
      const length = count()
      at += length
      return decoder.decode(bytes.subarray(at - length, at))
    },
    isAtEnd: () => at === bytes.length,
    fail,
  }
}
