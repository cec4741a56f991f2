import { CITY_IDS, type CityId } from '../cities/index.ts'
import type { AppState } from './app-state.ts'

/** Cities that show, in the order in which they stand. */
export function shownCityIds(layout: AppState['layout'], swapped: boolean): readonly [CityId, ...CityId[]] {
  if (layout !== 'all') return [layout]
  const [first, ...others] = CITY_IDS
  const [last = first, ...earlier] = others.toReversed()
  return swapped && others.length > 0 ? [last, ...earlier, first] : CITY_IDS
}
