import { greatestShare, ratio } from './make-measure.ts'
import type { Measure } from './types.ts'

/** Parks, woods, grass and other green on land for each resident, m². */
export const greenPerResident: Measure = {
  id: 'green-per-resident',
  unit: 'squareMetresPerResident',
  decimals: 0,
  group: 'green',
  kind: 'intensive',
  inputs: ['greenSquareMetres', 'populations'],
  formula: 'greenSquareMetres / populations',
  source: 'Green on land, counted on a grid of 10 m cells, over residents',
  of: ({ greenSquareMetres, populations }, zone) => ratio(greenSquareMetres[zone] as number, populations[zone] as number),
  estimatedShare: greatestShare('modelledPopulationShares'),
}
