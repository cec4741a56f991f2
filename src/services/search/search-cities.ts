import { CITY_IDS, type CityId } from '../../cities/index.ts'
import type { Language } from '../../cities/city.ts'
import { converterBetween } from '../../geo/crs.ts'
import { nameInLanguage } from '../../layers/districts/district-table.ts'
import type { LayerSource } from '../../layers/layer.ts'
import type { SearchHit } from '../data-service.ts'
import { placeOfFeature } from '../feature-places.ts'
import type { KeepPromise } from '../keep-promise.ts'
import { mergeSearchEntries } from './merge-search-entries.ts'
import { listSearchEntries, SEARCH_PARTS } from './search-entries.ts'
import { buildSearchIndex, searchIndex, type FoundEntry } from './search-index.ts'

/** Search asks for no more than this, whatever the caller says. */
const MOST_HITS = 100

/** Searches all cities. `keep` keeps what is listed of each, and the index over it. */
export async function searchCities(
  query: string,
  language: Language,
  limit: number,
  sourceOf: (cityId: CityId) => LayerSource,
  keep: KeepPromise,
): Promise<readonly SearchHit[]> {
  const found = searchIndex(await openIndex(sourceOf, keep), query.slice(0, 200), CITY_IDS, Math.min(limit, MOST_HITS))
  return Promise.all(found.map((each) => describeHit(each, sourceOf(each.entry.cityId), language)))
}

async function openIndex(sourceOf: (cityId: CityId) => LayerSource, keep: KeepPromise) {
  const names = CITY_IDS.flatMap((cityId) => SEARCH_PARTS.map((part) => ({ cityId, part })))
  // A part whose data cannot be read is left out of the search, and tried again at the next one.
  const parts = await Promise.all(
    names.map(({ cityId, part }) => keep(`entries ${cityId} ${part}`, () => listSearchEntries(sourceOf(cityId), part)).catch(() => null)),
  )
  const state = parts.map((part) => (part === null ? 0 : 1)).join('')
  return keep(`search index ${state}`, async () => buildSearchIndex(mergeSearchEntries(parts.flatMap((part) => part ?? []))))
}

async function describeHit({ entry, name }: FoundEntry, source: LayerSource, language: Language): Promise<SearchHit> {
  const districts = await source.districts(entry.kind === 'district' ? 'coarse' : 'fine')
  const district =
    entry.districtRow === -1 ? null : nameInLanguage(districts.names, entry.districtRow, language, source.city.placeNameLanguages)
  const other = entry.names.find((candidate) => candidate !== name) ?? null
  return {
    cityId: entry.cityId,
    kind: entry.kind,
    id: entry.id,
    title: name,
    context: [other, district].filter((part) => part !== null).join(' · ') || null,
    positionDegrees: await positionOf(entry.buildingIndex, entry.position, source),
    extentMetres: entry.extentMetres,
  }
}

async function positionOf(
  buildingIndex: number,
  position: readonly [number, number] | null,
  source: LayerSource,
): Promise<readonly [number, number]> {
  const toDegrees = converterBetween(source.city.epsg, 4326)
  if (position !== null) return toDegrees.point(position[0], position[1])
  const place = placeOfFeature(await source.geometry('buildings'), buildingIndex)
  const { longitudeDegrees, latitudeDegrees } = source.city.anchor
  return place === null ? [longitudeDegrees, latitudeDegrees] : toDegrees.point(place.x, place.y)
}
