import { buildingHeat } from './buildings/building-heat.ts'
import { buildingHeightSource } from './buildings/building-height-source.ts'
import { buildingHeight } from './buildings/building-height.ts'
import { buildingPlain } from './buildings/building-plain.ts'
import { buildingSolar } from './buildings/building-solar.ts'
import { buildingUse } from './buildings/building-use.ts'
import { buildingYear } from './buildings/building-year.ts'
import { districtMeasure } from './districts/district-measure.ts'
import { amenities } from './overlays/amenities.ts'
import { green } from './overlays/green.ts'
import type { LayerId } from './ids.ts'
import type { Layer } from './layer.ts'
import { populationGrid } from './overlays/population-grid.ts'
import { transitLines } from './overlays/transit-lines.ts'
import { transitStops } from './overlays/transit-stops.ts'

/** Every layer by id. Adding one is a file of its own, a line here and one in ids.ts. */
export const LAYERS = {
  'building-plain': buildingPlain,
  'building-height': buildingHeight,
  'building-use': buildingUse,
  'building-year': buildingYear,
  'building-height-source': buildingHeightSource,
  'building-heat': buildingHeat,
  'building-solar': buildingSolar,
  'district-measure': districtMeasure,
  'population-grid': populationGrid,
  'transit-lines': transitLines,
  'transit-stops': transitStops,
  amenities,
  green,
} as const satisfies Record<LayerId, unknown>

/** What the interface and the worker need of any layer, whatever its parameters are. */
export type AnyLayer = Pick<Layer, 'id' | 'slot' | 'labelKey' | 'defaults' | 'controls' | 'assumptions' | 'parseParams' | 'run'>

/** The layer with this id, or null for a text that is no layer's id. */
export function findLayer(id: string): AnyLayer | null {
  return Object.hasOwn(LAYERS, id) ? LAYERS[id as LayerId] : null
}
