import { greatestShare, ratio } from './make-measure.ts'
import type { Measure } from './types.ts'

/** Residents: the official count of a district, else those of the population grid on the zone's land. */
export const population: Measure = {
  id: 'population',
  unit: 'residents',
  decimals: 0,
  group: 'people',
  kind: 'extensive',
  spacing: 'logarithmic',
  inputs: ['populations'],
  formula: 'populations',
  source: 'Districts as published; other areas by areal interpolation of the population grid over land',
  of: ({ populations }, zone) => populations[zone] as number,
  estimatedShare: greatestShare('modelledPopulationShares'),
}

/** Residents per km² of land. */
export const populationDensity: Measure = {
  ...population,
  id: 'population-density',
  unit: 'residentsPerSquareKilometre',
  kind: 'intensive',
  inputs: ['populations', 'landSquareMetres'],
  formula: 'populations × 1,000,000 / landSquareMetres',
  source: 'Residents over land, sea excluded',
  of: ({ populations, landSquareMetres }, zone) => ratio((populations[zone] as number) * 1e6, landSquareMetres[zone] as number),
}
