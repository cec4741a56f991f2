/** Features by zone: zone z has the entries `zoneStarts[z] .. zoneStarts[z + 1]`, by rising feature. */
export interface ZoneShares {
  readonly zoneStarts: Uint32Array
  /** Feature index of each entry. */
  readonly features: Uint32Array
  /** Share of the feature's area that lies in the zone, above 0 and up to 1. */
  readonly shares: Float64Array
}

/** Sums of values by zone, each by its share; a NaN value is left out. */
export function sumShares({ zoneStarts, features, shares }: ZoneShares, valueOf: (feature: number) => number): Float64Array {
  return Float64Array.from({ length: zoneStarts.length - 1 }, (_, zone) => {
    let sum = 0
    for (let entry = zoneStarts[zone] as number; entry < (zoneStarts[zone + 1] as number); entry++) {
      const value = valueOf(features[entry] as number)
      if (!Number.isNaN(value)) sum += value * (shares[entry] as number)
    }
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
