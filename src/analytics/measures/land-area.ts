import { greatestShare } from './make-measure.ts'
import type { Measure } from './types.ts'

/** Land of a zone in km², sea excluded: the base of every density. Lakes and rivers count as land in every city. */
export const landArea: Measure = {
  id: 'land-area',
  unit: 'squareKilometres',
  decimals: 2,
  group: 'form',
  kind: 'extensive',
  spacing: 'linear',
  inputs: ['landSquareMetres'],
  formula: 'landSquareMetres / 1,000,000',
  source: "Area in the plane of the city's coordinate system, sea excluded",
  of: ({ landSquareMetres }, zone) => (landSquareMetres[zone] as number) / 1e6,
  estimatedShare: greatestShare(),
}
