import { forEachRing } from '../../geo/rings.ts'
import type { CityMap } from '../city-map.ts'
import { generaliseForZoom } from '../generalise.ts'
import type { VectorSet } from '../vector-set.ts'
import { makeSets } from './map-sets.ts'
import { OVERVIEW_MARK, OVERVIEW_STEPS, OVERVIEW_VERSION, OVERVIEW_ZOOM } from './overview-format.ts'

/** Writes the overview of a city's whole map, see `overview-format.ts`. The same map gives the same bytes. */
export function encodeOverview(map: CityMap): Uint8Array {
  const names = [...new Set(map.streetNames.flatMap(({ names: own }) => own.filter((name) => name !== null)))].sort()
  const placeOfName = new Map(names.map((name, place) => [name, place]))
  const writer = createWriter()
  const [baseX, baseY] = [stepsOf(map.extent.positions[0] ?? 0), stepsOf(map.extent.positions[1] ?? 0)]
  for (const character of OVERVIEW_MARK) writer.byte(character.charCodeAt(0))
  writer.number(OVERVIEW_VERSION)
  writer.number(baseX)
  writer.number(baseY)
  writer.number(names.length)
  for (const name of names) writer.text(name)
  makeSets((_place, from) => {
    const set = from(map)
    const own = map.streetNames.find((each) => each.set === set)?.names
    writeSet(writer, set, [baseX, baseY], own === undefined ? null : (feature) => 1 + (placeOfName.get(own[feature] ?? '') ?? -1))
  })
  return writer.finish()
}

function writeSet(writer: Writer, set: VectorSet, base: readonly [number, number], nameOf: ((feature: number) => number) | null): void {
  const drawn = generaliseForZoom(set, OVERVIEW_ZOOM)
  // What is smaller than a pixel has no ring left.
  const kept = Array.from({ length: set.featureCount }, (_, feature) => feature).filter(
    (feature) => (drawn.featureStarts[feature + 1] ?? 0) > (drawn.featureStarts[feature] ?? 0),
  )
  const rings: number[] = []
  const points: number[] = []
  for (const feature of kept) {
    forEachRing(drawn, feature, (from, to) => {
      rings.push(to - from)
      for (let point = from; point < to; point++) points.push(point)
    })
  }
  writer.number(kept.length)
  writer.number(rings.length)
  writer.number(points.length)
  for (const feature of kept) writer.number((drawn.featureStarts[feature + 1] ?? 0) - (drawn.featureStarts[feature] ?? 0))
  for (const length of rings) writer.number(length)
  if (nameOf !== null) for (const feature of kept) writer.number(nameOf(feature))
  for (const axis of [0, 1] as const) {
    let before = base[axis]
    for (const point of points) {
      const steps = stepsOf(drawn.positions[point * 2 + axis] ?? 0)
      writer.signed(steps - before)
      before = steps
    }
  }
}

function stepsOf(position: number): number {
  return Math.round(position * OVERVIEW_STEPS)
}

interface Writer {
  readonly byte: (value: number) => void
  readonly number: (value: number) => void
  readonly signed: (value: number) => void
  readonly text: (value: string) => void
  readonly finish: () => Uint8Array
}

function createWriter(): Writer {
  let bytes = new Uint8Array(1 << 20)
  let length = 0
  const byte = (value: number): void => {
    if (length === bytes.length) {
      const larger = new Uint8Array(bytes.length * 2)
      larger.set(bytes)
      bytes = larger
    }
    bytes[length++] = value
  }
  const number = (value: number): void => {
    let rest = value
    for (; rest > 127; rest = Math.floor(rest / 128)) byte((rest % 128) | 128)
    byte(rest)
  }
  return {
    byte,
    number,
    signed: (value) => number(value < 0 ? -2 * value - 1 : 2 * value),
    text: (value) => {
      const encoded = new TextEncoder().encode(value)
      number(encoded.length)
      for (const each of encoded) byte(each)
    },
    finish: () => bytes.slice(0, length),
  }
}
