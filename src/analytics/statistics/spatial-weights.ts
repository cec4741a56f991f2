import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { forEachPoint, pointAt } from '../../geo/rings.ts'
import { measureSharedBorders } from './shared-borders.ts'

/**
 * Who is whose neighbour, and how much it counts: a sparse square matrix by rows. The neighbours of
 * zone i are `neighbours[starts[i] .. starts[i + 1]]`, in ascending order, `weights` beside them. A
 * zone without any is an island.
 */
export interface SpatialWeights {
  readonly starts: Uint32Array
  readonly neighbours: Uint32Array
  readonly weights: Float64Array
}

/** Each neighbour of a zone with its weight, in ascending order. */
export function forEachNeighbour(
  { starts, neighbours, weights }: SpatialWeights,
  zone: number,
  visit: (neighbour: number, weight: number) => void,
): void {
  const end = starts[zone + 1] as number
  for (let index = starts[zone] as number; index < end; index++) visit(neighbours[index] as number, weights[index] as number)
}

export interface ContiguityOptions {
  /** `rook`: a shared border; `queen`: a shared border or point. */
  readonly kind: 'rook' | 'queen'
  /** How far apart two borders may be and still be the same one. */
  readonly toleranceMetres: number
  /**
   * A shared border this short or shorter is a meeting in a point. Within a metre's tolerance points
   * where four districts meet come to 2.0-2.7 m in the districts of Helsinki and Tallinn, and the
   * shortest border to 28 m.
   */
  readonly pointMetres: number
}

const CONTIGUITY_DEFAULTS: ContiguityOptions = { kind: 'queen', toleranceMetres: 1, pointMetres: 10 }

/** Binary weights between polygons (in metres) that touch. */
export function makeContiguityWeights(geometry: PackedGeometry, options: Partial<ContiguityOptions> = {}): SpatialWeights {
  const { kind, toleranceMetres, pointMetres } = { ...CONTIGUITY_DEFAULTS, ...options }
  const lists = emptyLists(geometry.featureStarts.length - 1)
  for (const { first, second, metres } of measureSharedBorders(geometry, toleranceMetres)) {
    if (kind === 'rook' && metres <= pointMetres) continue
    lists[first]?.push(second)
    lists[second]?.push(first)
  }
  return weightsOfLists(lists)
}

/**
 * Binary weights to the `count` nearest places by straight distance; of places as near, the first in
 * the data. Not symmetric: the nearest of an outlying zone may have nearer ones themselves.
 *
 * @param positions east, north in metres, interleaved; a NaN place is nobody's neighbour and an island
 */
export function makeNearestWeights(positions: ArrayLike<number>, count: number): SpatialWeights {
  if (!(Number.isInteger(count) && count > 0)) throw new Error(`Expected a whole number of neighbours above 0, found ${count}`)
  const placeCount = positions.length / 2
  const lists = emptyLists(placeCount)
  for (let place = 0; place < placeCount; place++) {
    const [placeX, placeY] = pointAt(positions, place)
    const far = new Float64Array(placeCount)
    forEachPoint(positions, (x, y, other) => {
      far[other] = Math.hypot(x - placeX, y - placeY)
    })
    const others = Array.from(far.keys()).filter((other) => other !== place && !Number.isNaN(far[other] as number))
    lists[place] = others.sort((a, b) => (far[a] as number) - (far[b] as number) || a - b).slice(0, count)
  }
  return weightsOfLists(lists)
}

/** Binary weights from a list of neighbours a zone. */
export function weightsOfLists(lists: readonly (readonly number[])[]): SpatialWeights {
  const starts = new Uint32Array(lists.length + 1)
  lists.forEach((list, zone) => (starts[zone + 1] = (starts[zone] as number) + list.length))
  const neighbours = Uint32Array.from(lists.flatMap((list) => [...list].sort((a, b) => a - b)))
  return { starts, neighbours, weights: new Float64Array(neighbours.length).fill(1) }
}

/** The weights of each zone divided by their sum, so that a lag is a mean of the neighbours. */
export function standardiseRows({ starts, neighbours, weights }: SpatialWeights): SpatialWeights {
  const standardised = new Float64Array(weights.length)
  for (let zone = 0; zone < starts.length - 1; zone++) {
    const [from, to] = [starts[zone] as number, starts[zone + 1] as number]
    let sum = 0
    for (let index = from; index < to; index++) sum += weights[index] as number
    for (let index = from; index < to; index++) standardised[index] = (weights[index] as number) / sum
  }
  return { starts, neighbours, weights: standardised }
}

/** Zones without a neighbour. */
export function findIslands({ starts }: SpatialWeights): number[] {
  const islands: number[] = []
  for (let zone = 0; zone < starts.length - 1; zone++) if (starts[zone] === starts[zone + 1]) islands.push(zone)
  return islands
}

/**
 * Weights among some of the zones only, numbered anew in the order of `zones`. Row-standardised
 * weights have to be standardised again afterwards.
 */
export function selectWeights(all: SpatialWeights, zones: ArrayLike<number>): SpatialWeights {
  const places = new Int32Array(all.starts.length - 1).fill(-1)
  for (let place = 0; place < zones.length; place++) places[zones[place] as number] = place
  const kept: { place: number; weight: number }[][] = Array.from({ length: zones.length }, (_, place) => {
    const zone = zones[place] as number
    const row: { place: number; weight: number }[] = []
    forEachNeighbour(all, zone, (neighbour, weight) => {
      const placeOfNeighbour = places[neighbour] ?? -1
      if (placeOfNeighbour >= 0) row.push({ place: placeOfNeighbour, weight })
    })
    return row.sort((a, b) => a.place - b.place)
  })
  const selected = weightsOfLists(kept.map((row) => row.map(({ place }) => place)))
  kept.flat().forEach(({ weight }, index) => (selected.weights[index] = weight))
  return selected
}

/**
 * Zones that have a value and a neighbour with a value, in ascending order. Leaving a zone out may
 * leave another without neighbours, so this is repeated until none is.
 */
export function findConnected(values: ArrayLike<number>, { starts, neighbours }: SpatialWeights): Uint32Array {
  const isKept = Uint8Array.from({ length: starts.length - 1 }, (_, zone) => (Number.isNaN(values[zone]) ? 0 : 1))
  for (let changed = true; changed;) {
    changed = false
    for (let zone = 0; zone < isKept.length; zone++) {
      if (isKept[zone] === 0) continue
      const own = neighbours.subarray(starts[zone], starts[zone + 1])
      if (own.some((neighbour) => isKept[neighbour] === 1)) continue
      isKept[zone] = 0
      changed = true
    }
  }
  return Uint32Array.from([...isKept.keys()].filter((zone) => isKept[zone] === 1))
}

function emptyLists(count: number): number[][] {
  return Array.from({ length: count }, () => [])
}
