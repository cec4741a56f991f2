import { greatestShare, ratio } from './make-measure.ts'
import type { Measure } from './types.ts'

/**
 * The Spacematrix of Berghauser Pont and Haupt (2010). Its base area is here the gross one: all land of
 * the zone on which buildings are known, streets and parks included, sea excluded. 10,000 m² of land with
 * 3,000 m² of footprint in five storeys have FSI 1.5, GSI 0.30, OSR 0.467 and L 5.
 */
const SOURCE = 'Berghauser Pont and Haupt, Spacematrix (2010); base area: land with building data, sea excluded'

/** Floor space index: gross floor area / land, both where buildings are known. */
export const fsi: Measure = {
  id: 'fsi',
  unit: 'ratio',
  decimals: 2,
  group: 'form',
  kind: 'intensive',
  spacing: 'linear',
  inputs: ['grossFloorAreaSquareMetres', 'coveredLandSquareMetres'],
  formula: 'grossFloorAreaSquareMetres / coveredLandSquareMetres',
  source: SOURCE,
  of: ({ grossFloorAreaSquareMetres, coveredLandSquareMetres }, zone) =>
    ratio(grossFloorAreaSquareMetres[zone] as number, coveredLandSquareMetres[zone] as number),
  estimatedShare: greatestShare('estimatedStoreysShares'),
}

/** Ground space index: footprint / land. */
export const gsi: Measure = {
  ...fsi,
  id: 'gsi',
  decimals: 3,
  inputs: ['footprintSquareMetres', 'coveredLandSquareMetres'],
  formula: 'footprintSquareMetres / coveredLandSquareMetres',
  of: ({ footprintSquareMetres, coveredLandSquareMetres }, zone) =>
    ratio(footprintSquareMetres[zone] as number, coveredLandSquareMetres[zone] as number),
  estimatedShare: greatestShare(),
}

/** Open space ratio: open ground for each m² of floor, (1 − GSI) / FSI. */
export const osr: Measure = {
  ...fsi,
  id: 'osr',
  inputs: ['coveredLandSquareMetres', 'footprintSquareMetres', 'grossFloorAreaSquareMetres'],
  formula: '(1 − footprintSquareMetres / coveredLandSquareMetres) / (grossFloorAreaSquareMetres / coveredLandSquareMetres)',
  of: (facts, zone) => ratio(1 - gsi.of(facts, zone), fsi.of(facts, zone)),
}

/** Mean storeys, L = FSI / GSI: each building counted by its footprint. */
export const meanStoreys: Measure = {
  ...fsi,
  id: 'mean-storeys',
  unit: 'storeys',
  decimals: 1,
  inputs: ['grossFloorAreaSquareMetres', 'footprintSquareMetres'],
  formula: 'grossFloorAreaSquareMetres / footprintSquareMetres',
  of: ({ grossFloorAreaSquareMetres, footprintSquareMetres }, zone) =>
    ratio(grossFloorAreaSquareMetres[zone] as number, footprintSquareMetres[zone] as number),
}

/** Mean height, each building counted by its footprint, m. */
export const meanHeight: Measure = {
  ...fsi,
  id: 'mean-height',
  unit: 'metres',
  decimals: 1,
  inputs: ['builtVolumeCubicMetres', 'footprintSquareMetres'],
  formula: 'builtVolumeCubicMetres / footprintSquareMetres',
  source: 'Heights of the buildings, each weighted by its footprint',
  of: ({ builtVolumeCubicMetres, footprintSquareMetres }, zone) =>
    ratio(builtVolumeCubicMetres[zone] as number, footprintSquareMetres[zone] as number),
  estimatedShare: greatestShare('estimatedHeightShares'),
}
