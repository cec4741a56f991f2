/** Ids of the layers by slot; `LAYERS` holds one file for each, and a test keeps the two alike. */
export const BUILDING_LAYER_IDS = [
  'building-plain',
  'building-height',
  'building-use',
  'building-year',
  'building-height-source',
  'building-heat',
  'building-solar',
] as const
export const AREA_LAYER_IDS = ['none', 'district-measure', 'population-grid'] as const
export const OVERLAY_LAYER_IDS = ['transit-lines', 'transit-stops', 'amenities', 'green'] as const

/** Assumptions that layers share; the interface has a form for each. */
export type AssumptionsId = 'heat'

export type BuildingLayerId = (typeof BUILDING_LAYER_IDS)[number]
export type AreaLayerId = (typeof AREA_LAYER_IDS)[number]
export type OverlayLayerId = (typeof OVERLAY_LAYER_IDS)[number]
export type LayerId = BuildingLayerId | Exclude<AreaLayerId, 'none'> | OverlayLayerId
