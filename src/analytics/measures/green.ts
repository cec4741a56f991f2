import { greatestShare, ratio } from './make-measure.ts'
import type { Measure } from './types.ts'

/** Share of the land under parks, woods, grass and other green, per cent. */
export const greenShare: Measure = {
  id: 'green-share',
  unit: 'percent',
  decimals: 0,
  group: 'green',
  kind: 'intensive',
  spacing: 'linear',
  inputs: ['greenSquareMetres', 'landSquareMetres'],
  formula: 'greenSquareMetres × 100 / landSquareMetres',
  source: 'Green on land, cut out exactly, over land, sea excluded',
  of: ({ greenSquareMetres, landSquareMetres }, zone) =>
    // Land is stated or measured by another way: where all of it is green, the last digits may differ.
    Math.min(100, ratio((greenSquareMetres[zone] as number) * 100, landSquareMetres[zone] as number)),
  estimatedShare: greatestShare(),
}

/** The same green for each resident, m². */
export const greenPerResident: Measure = {
  ...greenShare,
  id: 'green-per-resident',
  unit: 'squareMetresPerResident',
  spacing: 'logarithmic',
  inputs: ['greenSquareMetres', 'populations'],
  formula: 'greenSquareMetres / populations',
  source: 'Green on land, cut out exactly, over residents',
  of: ({ greenSquareMetres, populations }, zone) => ratio(greenSquareMetres[zone] as number, populations[zone] as number),
  estimatedShare: greatestShare('modelledPopulationShares'),
}
