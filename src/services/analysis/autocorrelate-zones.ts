import { describeAutocorrelation } from '../../analytics/statistics/describe-autocorrelation.ts'
import { measurePolygonMoments } from '../../analytics/statistics/polygon-moments.ts'
import { makeContiguityWeights, makeNearestWeights, type SpatialWeights } from '../../analytics/statistics/spatial-weights.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import type { Autocorrelation, AutocorrelationRequest, WeightsChoice, ZoneRow } from './analysis-service.ts'

/** More would keep the worker busy for minutes and say no more. */
const MOST_PERMUTATIONS = 99_999

/** Whether like lies beside like among the zones of one city, by one measure. */
export function autocorrelateZones(
  rows: readonly ZoneRow[],
  values: Float64Array,
  geometry: PackedGeometry,
  request: AutocorrelationRequest,
  onProgress?: (share: number) => void,
): Autocorrelation {
  const { permutations, seed } = request
  if (!(Number.isInteger(permutations) && permutations > 0 && permutations <= MOST_PERMUTATIONS)) {
    throw new Error(`Expected 1 to ${MOST_PERMUTATIONS} permutations, found ${permutations}`)
  }
  const { count, moran, local, gi } = describeAutocorrelation(values, makeWeights(geometry, request.weights), {
    permutations,
    seed,
    onProgress,
  })
  return { rows, count, moran, local, gi: { z: gi.z, pValues: gi.pValues, qValues: gi.qValues } }
}

function makeWeights(geometry: PackedGeometry, choice: WeightsChoice): SpatialWeights {
  return choice.kind === 'contiguity'
    ? makeContiguityWeights(geometry)
    : makeNearestWeights(measurePolygonMoments(geometry).centroids, choice.count)
}
