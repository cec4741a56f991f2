import { greatestShare, ratio, wholeZone } from './make-measure.ts'
import type { Measure } from './types.ts'

/** Buildings, one on a border counted by the share of its area in the zone. */
export const buildings: Measure = {
  id: 'buildings',
  unit: 'buildings',
  decimals: 0,
  group: 'form',
  kind: 'extensive',
  spacing: 'linear',
  inputs: ['buildingCounts'],
  formula: 'buildingCounts',
  source: 'Footprints in the zone, one on a border by its share of area',
  of: (facts, zone) => wholeZone(facts, zone, facts.buildingCounts[zone] as number),
  estimatedShare: greatestShare(),
}

/** Buildings per km² of the land on which they are known. */
export const buildingDensity: Measure = {
  ...buildings,
  id: 'building-density',
  unit: 'buildingsPerSquareKilometre',
  kind: 'intensive',
  inputs: ['buildingCounts', 'coveredLandSquareMetres'],
  formula: 'buildingCounts × 1,000,000 / coveredLandSquareMetres',
  source: 'Buildings over the land on which they are known, sea excluded',
  of: ({ buildingCounts, coveredLandSquareMetres }, zone) =>
    ratio((buildingCounts[zone] as number) * 1e6, coveredLandSquareMetres[zone] as number),
}

/** Ground covered by buildings, m². */
export const footprint: Measure = {
  ...buildings,
  id: 'footprint',
  unit: 'squareMetres',
  inputs: ['footprintSquareMetres'],
  formula: 'footprintSquareMetres',
  source: "Footprint areas in the plane of the city's coordinate system",
  of: (facts, zone) => wholeZone(facts, zone, facts.footprintSquareMetres[zone] as number),
}

/** Gross floor area, m²: footprint × storeys, heated or not. */
export const grossFloorArea: Measure = {
  ...buildings,
  id: 'gross-floor-area',
  unit: 'squareMetres',
  inputs: ['grossFloorAreaSquareMetres'],
  formula: 'grossFloorAreaSquareMetres',
  source:
    'Footprint × storeys; where not stated, (height − 1 m) / 3.2 m in homes and height / 3.6 m elsewhere, at least one; none in chimneys and masts',
  of: (facts, zone) => wholeZone(facts, zone, facts.grossFloorAreaSquareMetres[zone] as number),
  estimatedShare: greatestShare('estimatedStoreysShares'),
}
