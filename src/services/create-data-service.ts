import type { Language } from '../cities/city.ts'
import { CITY_IDS, type CityId } from '../cities/index.ts'
import { indexPolygons, type FindFeature } from '../geo/locate-points.ts'
import { converterBetween } from '../geo/crs.ts'
import { nameInLanguage } from '../layers/districts/district-table.ts'
import { findLayer } from '../layers/index.ts'
import { parseModelParams } from '../layers/buildings/solar-params.ts'
import type { HeatParams } from '../layers/buildings/heat-params.ts'
import type { LayerSource } from '../layers/layer.ts'
import { makeBuildingCard } from './cards/building-card.ts'
import { openCityTables, type DataFiles } from './city-tables.ts'
import type { DataService, SearchHit } from './data-service.ts'
import { makeDistrictCard, measureDistricts } from './cards/district-card.ts'
import { findBuildings } from './find-buildings.ts'
import { placeOfFeature } from './feature-places.ts'
import { keepPromise } from './keep-promise.ts'
import { labelsFileOf, readLabels } from './labels/labels-file.ts'
import { makeLabels } from './labels/make-labels.ts'
import { makeAmenityCard, makeLineCard, makePlaceCard, makeStopCard } from './cards/place-cards.ts'
import { mergeSearchEntries } from './search/merge-search-entries.ts'
import { listSearchEntries, SEARCH_PARTS } from './search/search-entries.ts'
import { buildSearchIndex, searchIndex, type FoundEntry } from './search/search-index.ts'

/** Search asks for no more than this, whatever the caller says. */
const MOST_HITS = 100

/**
 * The data service over a folder of data, without any worker: what the worker's shell exposes and
 * what tests call. Files are read when first needed; a call whose file fails rejects with a
 * sentence that names it, and may be made again.
 */
export function createDataService(files: DataFiles): DataService {
  const cities = new Map(CITY_IDS.map((cityId) => [cityId, openCityTables(cityId, files)]))
  const keep = keepPromise()
  const sourceOf = (cityId: CityId): LayerSource => {
    const source = cities.get(cityId)
    if (source === undefined) throw new Error(`No city has the id "${cityId}"`)
    return source
  }
  const finder = (cityId: CityId, name: 'land' | 'coarse' | 'fine'): Promise<FindFeature> =>
    keep(`finder ${cityId} ${name}`, async () => {
      const source = sourceOf(cityId)
      return indexPolygons(name === 'land' ? await source.geometry('land') : (await source.districts(name)).geometry)
    })
  const openIndex = async () => {
    const names = CITY_IDS.flatMap((cityId) => SEARCH_PARTS.map((part) => ({ cityId, part })))
    // A part whose data cannot be read is left out of the search, and tried again at the next one.
    const parts = await Promise.all(
      names.map(({ cityId, part }) => keep(`entries ${cityId} ${part}`, () => listSearchEntries(sourceOf(cityId), part)).catch(() => null)),
    )
    const state = parts.map((part) => (part === null ? 0 : 1)).join('')
    return keep(`search index ${state}`, async () => buildSearchIndex(mergeSearchEntries(parts.flatMap((part) => part ?? []))))
  }

  const service: DataService = {
    manifest: async (cityId) => sourceOf(cityId).manifest(),

    runLayer: async (request) => {
      const layer = findLayer(request.layerId)
      if (layer === null) throw new Error(`No layer has the id "${request.layerId}"`)
      return layer.run(request, sourceOf)
    },

    labels: async (cityId, language) => {
      try {
        const fileName = labelsFileOf(cityId, language)
        return readLabels(await files.fetchBytes(`${files.dataUrl}../${fileName}`), fileName)
      } catch {
        // They only save reading the data that they were made from.
        return makeLabels(sourceOf(cityId), language)
      }
    },

    card: async (cityId, kind, id, language, rawHeatParams) => {
      const source = sourceOf(cityId)
      const heatParams: HeatParams = parseModelParams(rawHeatParams)
      switch (kind) {
        case 'building':
          return makeBuildingCard(source, id, language, heatParams)
        case 'district':
          return makeDistrictCard(
            source,
            (level) => keep(`figures ${cityId} ${level} ${JSON.stringify(heatParams)}`, () => measureDistricts(source, level, heatParams)),
            id,
            language,
          )
        case 'stop':
          return makeStopCard(source, id)
        case 'line':
          return makeLineCard(source, id)
        case 'place':
          return makePlaceCard(source, id, language)
        case 'amenity':
          return makeAmenityCard(source, id, language)
      }
    },

    buildingId: async (cityId, buildingIndex) => (await sourceOf(cityId).buildingTexts()).ids[buildingIndex] ?? null,

    findBuildings: async (cityId, question) => findBuildings(sourceOf(cityId), question),

    districtAt: async (cityId, longitudeDegrees, latitudeDegrees, level) => {
      const source = sourceOf(cityId)
      const [x, y] = converterBetween(4326, source.city.epsg).point(longitudeDegrees, latitudeDegrees)
      const [findDistrict, findLand] = await Promise.all([finder(cityId, level), finder(cityId, 'land')])
      const row = findDistrict(x, y)
      return row === -1 || findLand(x, y) === -1 ? null : ((await source.districts(level)).ids[row] ?? null)
    },

    search: async (query, language, limit) => {
      const found = searchIndex(await openIndex(), query.slice(0, 200), CITY_IDS, Math.min(limit, MOST_HITS))
      return Promise.all(found.map((each) => describeHit(each, sourceOf(each.entry.cityId), language)))
    },
  }
  return service
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
