/** Features by zone: zone z has the entries `zoneStarts[z] .. zoneStarts[z + 1]`, by rising feature. */
export interface ZoneShares {
  readonly zoneStarts: Uint32Array
  /** Feature index of each entry. */
  readonly features: Uint32Array
  /** Share of the feature's area that lies in the zone, above 0 and up to 1. */
  readonly shares: Float64Array
}

/** Each feature of a zone with its share, by rising feature. */
function forEachShare(
  { zoneStarts, features, shares }: ZoneShares,
  zone: number,
  visit: (feature: number, share: number, entry: number) => void,
): void {
  const end = zoneStarts[zone + 1] as number
  for (let entry = zoneStarts[zone] as number; entry < end; entry++) visit(features[entry] as number, shares[entry] as number, entry)
}

/** Sums of values by zone, each by its share; a NaN value is left out. */
export function sumShares(all: ZoneShares, valueOf: (feature: number) => number): Float64Array {
  return Float64Array.from({ length: all.zoneStarts.length - 1 }, (_, zone) => {
    let sum = 0
    forEachShare(all, zone, (feature, share) => {
      const value = valueOf(feature)
      if (!Number.isNaN(value)) sum += value * share
    })
    return sum
  })
}

/** Lists of features and shares, one of each a zone, as flat arrays. */
export function packShares(features: readonly number[][], shares: readonly number[][]): ZoneShares {
  const zoneStarts = new Uint32Array(features.length + 1)
  features.forEach((list, zone) => {
    zoneStarts[zone + 1] = (zoneStarts[zone] as number) + list.length
  })
  return { zoneStarts, features: Uint32Array.from(features.flat()), shares: Float64Array.from(shares.flat()) }
}

/** Shares of two lists of features in the same zones; those of the second come after the first's. */
export function joinShares(first: ZoneShares, second: ZoneShares, firstCount: number): ZoneShares {
  const zoneCount = first.zoneStarts.length - 1
  const zoneStarts = first.zoneStarts.map((start, zone) => start + (second.zoneStarts[zone] as number))
  const features = new Uint32Array(first.features.length + second.features.length)
  const shares = new Float64Array(features.length)
  for (let zone = 0; zone < zoneCount; zone++) {
    const [from, to] = [first.zoneStarts[zone] as number, first.zoneStarts[zone + 1] as number]
    const [secondFrom, secondTo] = [second.zoneStarts[zone] as number, second.zoneStarts[zone + 1] as number]
    const start = zoneStarts[zone] as number
    features.set(first.features.subarray(from, to), start)
    shares.set(first.shares.subarray(from, to), start)
    for (let entry = secondFrom; entry < secondTo; entry++) {
      const at = start + (to - from) + (entry - secondFrom)
      features[at] = firstCount + (second.features[entry] as number)
      shares[at] = second.shares[entry] as number
    }
  }
  return { zoneStarts, features, shares }
}
