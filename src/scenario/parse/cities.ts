import { describeFound } from '../issues.ts'
import type { Edit, LonLat, Polygon } from '../types.ts'
import { isNearCity } from './coordinates.ts'
import { refuse, type ReadContext, type ScenarioCity } from './reader.ts'

/** Whether the cities of an edit are known, and its places lie in one of them. */
export function liesInItsCities(edit: Edit, path: string, context: ReadContext): boolean {
  const names = 'cityId' in edit ? [edit.cityId] : edit.cityIds
  const cities = names.map((id) => context.cities.find((city) => city.id === id))
  const unknown = cities.indexOf(undefined)
  if (unknown !== -1) {
    const where = 'cityId' in edit ? `${path}.cityId` : `${path}.cityIds[${unknown}]`
    refuseCity(names[unknown] as string, where, context)
    return false
  }
  return placesOf(edit).every(([field, positions]) =>
    positions.every((position) => liesIn(cities as ScenarioCity[], position, `${path}.${field}`, context)),
  )
}

/** Whether a position lies near one of the cities; says what is likely wrong when it does not. */
export function liesIn(cities: readonly ScenarioCity[], [longitude, latitude]: LonLat, path: string, context: ReadContext): boolean {
  if (cities.some((city) => isNearCity(city, longitude, latitude))) return true
  const isSwapped = cities.some((city) => isNearCity(city, latitude, longitude))
  const values = { longitude, latitude, city: cities.map(({ id }) => id).join(', ') }
  refuse(context, isSwapped ? 'coordinates-swapped' : 'far-from-city', path, values)
  return false
}

export function refuseCity(id: string, path: string, context: ReadContext): undefined {
  return refuse(context, 'unknown-city', path, { found: describeFound(id), known: context.cities.map((city) => city.id).join(', ') })
}

/** Every position of an edit, by the field that it stands in. */
function placesOf(edit: Edit): readonly (readonly [field: string, positions: readonly LonLat[]])[] {
  switch (edit.kind) {
    case 'add-building':
      return [['footprint', edit.footprint.flat()]]
    case 'remove-building':
    case 'change-building':
      return [['building.position', [edit.building.position]]]
    case 'retrofit':
    case 'solar':
      return (edit.selector.areas ?? []).map((area: Polygon, index) => [`selector.areas[${index}]`, area.flat()] as const)
    case 'add-stop':
      return [['position', [edit.position]]]
    case 'add-line':
      return [
        ['path', edit.path],
        ['stops', edit.stops],
      ]
    case 'plan-rule':
    case 'add-park':
    case 'close-street':
      return [['area', edit.area.flat()]]
  }
}
