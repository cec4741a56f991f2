import { CITY_IDS, type CityId } from '../cities/index.ts'
import { indexPolygons, type FindFeature } from '../geo/locate-points.ts'
import { converterBetween } from '../geo/crs.ts'
import { findLayer } from '../layers/index.ts'
import { parseModelParams } from '../layers/buildings/solar-params.ts'
import type { LayerSource } from '../layers/layer.ts'
import { openCityTables, type DataFiles } from './city-tables.ts'
import type { DataService } from './data-service.ts'
import { keepPromise } from './keep-promise.ts'
import { labelsFileOf, readLabels } from './labels/labels-file.ts'

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
        const { makeLabels } = await import('./labels/make-labels.ts')
        return makeLabels(sourceOf(cityId), language)
      }
    },

    card: async (cityId, kind, id, language, rawHeatParams) => {
      // Cards, and finding buildings below, are asked for when somebody selects or draws: the first view does without.
      const { makeCard } = await import('./cards/make-card.ts')
      return makeCard(sourceOf(cityId), kind, id, language, parseModelParams(rawHeatParams), keep)
    },

    buildingId: async (cityId, buildingIndex) => (await sourceOf(cityId).buildingTexts()).ids[buildingIndex] ?? null,

    findBuildings: async (cityId, question) => (await import('./find-buildings.ts')).findBuildings(sourceOf(cityId), question),

    districtAt: async (cityId, longitudeDegrees, latitudeDegrees, level) => {
      const source = sourceOf(cityId)
      const [x, y] = converterBetween(4326, source.city.epsg).point(longitudeDegrees, latitudeDegrees)
      const [findDistrict, findLand] = await Promise.all([finder(cityId, level), finder(cityId, 'land')])
      const row = findDistrict(x, y)
      return row === -1 || findLand(x, y) === -1 ? null : ((await source.districts(level)).ids[row] ?? null)
    },

    search: async (query, language, limit) => {
      const { searchCities } = await import('./search/search-cities.ts')
      return searchCities(query, language, limit, sourceOf, keep)
    },
  }
  return service
}
