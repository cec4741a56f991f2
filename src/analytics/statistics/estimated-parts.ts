import type { ZoneShares } from '../zones/zone-shares.ts'
import type { DrawValues } from './rank-draws.ts'

/**
 * How much of an estimated building's error all estimated buildings of a city share, as a share of its
 * variance. A rule that takes the neighbours' median errs for whole streets at once, and what is not
 * known may differ as a whole from what is. Assumed, for want of a source: with 0 errors would all but
 * cancel out in a district of a thousand buildings, with 1 no two would ever differ.
 */
const COMMON_VARIANCE_SHARE = 0.25

/** Standard deviation of normal errors by their mean size: √(π/2) times it. The manifests give the latter. */
export function deviationOfMeanAbsoluteError(meanAbsoluteError: number): number {
  return meanAbsoluteError * Math.sqrt(Math.PI / 2)
}

/** A sum by zone of known and estimated amounts, and how far off it may be. One entry a zone. */
export interface UncertainSums {
  /** With estimated amounts as they stand. */
  readonly means: Float64Array
  /** What is known for certain: no draw is below it. */
  readonly floors: Float64Array
  /** Standard deviation of the part that all estimated buildings share. */
  readonly commonDeviations: Float64Array
  /** Standard deviation of what remains, building by building. */
  readonly ownDeviations: Float64Array
}

/**
 * Sums amounts by zone with their errors. The error of building b is
 * amount · relative deviation · (√c · C + √(1 - c) · E_b), with C drawn once for a city and E_b for each
 * building, both standard normal and c the common share of the variance. In a zone the common parts
 * add up, the others as their squares do; so two figures a zone carry what all its buildings would.
 *
 * @param amounts one a building; NaN is left out
 * @param relativeDeviations standard deviation over amount of each building; 0 where it is known
 */
export function sumUncertain(
  { zoneStarts, features, shares }: ZoneShares,
  amounts: ArrayLike<number>,
  relativeDeviations: ArrayLike<number>,
  commonVarianceShare = COMMON_VARIANCE_SHARE,
): UncertainSums {
  const count = zoneStarts.length - 1
  const sums = {
    means: new Float64Array(count),
    floors: new Float64Array(count),
    commonDeviations: new Float64Array(count),
    ownDeviations: new Float64Array(count),
  }
  for (let zone = 0; zone < count; zone++) {
    let [mean, floor, common, own] = [0, 0, 0, 0]
    for (let entry = zoneStarts[zone] as number; entry < (zoneStarts[zone + 1] as number); entry++) {
      const building = features[entry] as number
      const amount = (amounts[building] as number) * (shares[entry] as number)
      if (Number.isNaN(amount)) continue
      const deviation = amount * (relativeDeviations[building] as number)
      mean += amount
      if (deviation === 0) floor += amount
      common += deviation * Math.sqrt(commonVarianceShare)
      own += deviation * deviation * (1 - commonVarianceShare)
    }
    sums.means[zone] = mean
    sums.floors[zone] = floor
    sums.commonDeviations[zone] = common
    sums.ownDeviations[zone] = Math.sqrt(own)
  }
  return sums
}

/** Every figure of every zone over a denominator, such as land: a ratio is as uncertain as its sum. */
export function divideUncertain(sums: UncertainSums, denominators: ArrayLike<number>): UncertainSums {
  const divide = (figures: Float64Array) =>
    figures.map((figure, zone) => {
      const denominator = denominators[zone] as number
      return denominator > 0 ? figure / denominator : NaN
    })
  return {
    means: divide(sums.means),
    floors: divide(sums.floors),
    commonDeviations: divide(sums.commonDeviations),
    ownDeviations: divide(sums.ownDeviations),
  }
}

/**
 * Draws the zones of several cities, one after another in the list: the common error once a city, the
 * rest zone by zone. A draw is kept at or above what is known for certain.
 */
export function makeDraw(cities: readonly UncertainSums[]): DrawValues {
  return (random, values) => {
    let zone = 0
    for (const { means, floors, commonDeviations, ownDeviations } of cities) {
      const common = random.normal()
      means.forEach((mean, row) => {
        const drawn = mean + (commonDeviations[row] as number) * common + (ownDeviations[row] as number) * random.normal()
        values[zone] = Math.max(floors[row] as number, drawn)
        zone += 1
      })
    }
  }
}
