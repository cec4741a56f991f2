import { forEachPoint, forEachRing, forEachSegment, pointAt } from '../../geo/rings.ts'
import type { StreetClass } from '../../schema/datasets.ts'
import { STREET_ORDER } from '../style.ts'
import type { VectorSet } from '../vector-set.ts'

/** Stretches of street with one name, as long as they could be joined. */
export interface NamedStreets {
  readonly names: readonly string[]
  readonly classes: readonly StreetClass[]
  /** Unit square, interleaved; one polyline a stretch. */
  readonly lines: readonly Float64Array[]
}

/** Names of the streets of one set, by feature; null where there is none. */
export interface StreetNames {
  readonly set: VectorSet
  readonly streetClass: StreetClass
  readonly names: readonly (string | null)[]
}

/**
 * Joins segments of the same name and class end to end, so that a name is set along the street
 * and not once a block. Sorted by importance, then length, then name: the order in which labels
 * claim room, the same on every tile.
 */
export function joinStreets(streets: readonly StreetNames[]): NamedStreets {
  const groups = new Map<string, Float64Array[]>()
  for (const { set, streetClass, names } of streets) {
    if (streetClass === 'path') continue
    for (let feature = 0; feature < set.featureCount; feature += 1) {
      const name = names[feature]
      if (name === null || name === undefined) continue
      const key = `${streetClass}\n${name}`
      const pieces = groups.get(key) ?? []
      groups.set(key, pieces)
      forEachRing(set, feature, (from, to) => pieces.push(set.positions.subarray(from * 2, to * 2)))
    }
  }
  const stretches = [...groups].flatMap(([key, pieces]) => {
    const [streetClass, name] = key.split('\n') as [StreetClass, string]
    return joinPieces(pieces).map((line) => ({ name, streetClass, line, length: lengthOf(line) }))
  })
  stretches.sort(
    (a, b) =>
      STREET_ORDER.indexOf(b.streetClass) - STREET_ORDER.indexOf(a.streetClass) ||
      b.length - a.length ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  )
  return {
    names: stretches.map(({ name }) => name),
    classes: stretches.map(({ streetClass }) => streetClass),
    lines: stretches.map(({ line }) => line),
  }
}

/** Greedily joins polylines whose ends meet and go on in about the same direction. */
export function joinPieces(pieces: readonly Float64Array[]): Float64Array[] {
  const byEnd = new Map<string, number[]>()
  pieces.forEach((piece, index) => {
    for (const key of [endKey(piece, 'start'), endKey(piece, 'end')]) {
      const known = byEnd.get(key)
      if (known === undefined) byEnd.set(key, [index])
      else known.push(index)
    }
  })
  const used = new Uint8Array(pieces.length)
  const joined: Float64Array[] = []
  for (let first = 0; first < pieces.length; first += 1) {
    if (used[first] === 1 || (pieces[first] as Float64Array).length < 4) continue
    used[first] = 1
    let line = pieces[first] as Float64Array
    for (const end of ['end', 'start'] as const) {
      for (;;) {
        if (end === 'start') line = reversed(line)
        const next = straightestNext(line, byEnd.get(endKey(line, 'end')) ?? [], pieces, used)
        if (next !== null) {
          used[next.index] = 1
          line = concatenate(line, next.piece)
        }
        if (end === 'start') line = reversed(line)
        if (next === null) break
      }
    }
    joined.push(line)
  }
  return joined
}

/** The unused piece at the line's end that turns least, oriented onward; null where all turn sharply. */
function straightestNext(line: Float64Array, candidates: readonly number[], pieces: readonly Float64Array[], used: Uint8Array) {
  let best: { index: number; piece: Float64Array } | null = null
  let bestCosine = 0.5
  for (const index of candidates) {
    if (used[index] === 1) continue
    let piece = pieces[index] as Float64Array
    if (piece.length < 4) continue
    if (endKey(piece, 'start') !== endKey(line, 'end')) piece = reversed(piece)
    const last = line.length / 2 - 1
    const [ax, ay] = stepBetween(pointAt(line, last - 1), pointAt(line, last))
    const [bx, by] = stepBetween(pointAt(piece, 0), pointAt(piece, 1))
    const cosine = (ax * bx + ay * by) / (Math.hypot(ax, ay) * Math.hypot(bx, by))
    if (cosine > bestCosine) {
      bestCosine = cosine
      best = { index, piece }
    }
  }
  return best
}

function stepBetween([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): [number, number] {
  return [x2 - x1, y2 - y1]
}

/** Ends are the same within about 4 cm (2^-30 of the equator). */
function endKey(line: Float64Array, end: 'start' | 'end'): string {
  const [x, y] = pointAt(line, end === 'start' ? 0 : line.length / 2 - 1)
  return `${Math.round(x * 2 ** 30)},${Math.round(y * 2 ** 30)}`
}

function reversed(line: Float64Array): Float64Array {
  const result = new Float64Array(line.length)
  forEachPoint(line, (x, y, point) => {
    result[line.length - 2 - point * 2] = x
    result[line.length - 1 - point * 2] = y
  })
  return result
}

function concatenate(line: Float64Array, next: Float64Array): Float64Array {
  const result = new Float64Array(line.length + next.length - 2)
  result.set(line)
  result.set(next.subarray(2), line.length)
  return result
}

function lengthOf(line: Float64Array): number {
  let length = 0
  forEachSegment(line, (x1, y1, x2, y2) => {
    length += Math.hypot(x2 - x1, y2 - y1)
  })
  return length
}
