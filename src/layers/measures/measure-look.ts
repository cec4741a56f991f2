import { MEASURES } from '../../analytics/measures/index.ts'
import type { MeasureId } from '../../analytics/measures/types.ts'
import type { RampName } from '../colour/ramps.ts'

/** Message key of a measure's unit; null for a bare ratio. */
export function unitKeyOf(id: MeasureId): string | null {
  const { unit } = MEASURES[id]
  return unit === 'ratio' ? null : `unit.${unit}`
}

/** Colours of a measure on a map: warm for heat, as on the buildings. */
export function rampOf(id: MeasureId): RampName {
  return MEASURES[id].group === 'energy' ? 'ylOrRd' : 'viridis'
}
