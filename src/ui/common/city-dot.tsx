import type { CityId } from '../../cities/index.ts'
import { accentOf } from '../theme.ts'

/** A dot in the city's accent; decoration beside the city's name, never instead of it. */
export function CityDot({ cityId }: { cityId: CityId }) {
  return <span className="city-dot" style={accentOf(cityId)} aria-hidden="true" />
}
