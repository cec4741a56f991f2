import { CITY_IDS, type CityId } from '../../../cities/index.ts'
import type { Edit } from '../../../scenario/types.ts'
import type { Messages } from '../../context.tsx'

/** What an edit is called: its own name, else its kind. */
export function nameEdit(edit: Edit, { text }: Pick<Messages, 'text'>): string {
  const own = edit.name?.trim() ?? ''
  return own === '' ? text(`scenario.kind.${edit.kind}`) : own
}

/** Cities in which an edit holds, in their order; one that the app does not know is left out. */
export function citiesOf(edit: Edit): readonly CityId[] {
  const ids: readonly string[] = 'cityIds' in edit ? edit.cityIds : [edit.cityId]
  return CITY_IDS.filter((id) => ids.includes(id))
}
