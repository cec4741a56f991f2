import { CITY_IDS, type CityId } from '../cities/index.ts'
import type { LayerParams, LayerSource, LayerSpec } from './layer.ts'
import type { LayerOutcome, LayerPicture, LayerRequest } from './types.ts'

export type CitySources = (cityId: CityId) => LayerSource

type Loaded<Data> = { readonly data: Data } | { readonly failure: string }

/**
 * Loads a layer's figures, makes the scale and draws each city. With a joint scale every city is
 * loaded, whether asked for or not, so that a colour keeps its value when a view is closed. A city
 * that fails has a message; the others still come, on the scale of what could be loaded.
 */
export async function runLayer<Params extends LayerParams, Data>(
  layer: LayerSpec<Params, Data>,
  request: LayerRequest,
  sources: CitySources,
): Promise<LayerOutcome> {
  const params = layer.parseParams(request.params)
  const isJoint = request.scaleMode === 'joint'
  const loaded = new Map<CityId, Loaded<Data>>()
  await Promise.all(
    CITY_IDS.map(async (cityId) => {
      if (!isJoint && !request.cities.includes(cityId)) return
      try {
        loaded.set(cityId, { data: await layer.load(sources(cityId), params) })
      } catch (error) {
        loaded.set(cityId, { failure: error instanceof Error ? error.message : String(error) })
      }
    }),
  )
  // In the order of the cities, not in that of their arrival: the same request, the same answer.
  const all = CITY_IDS.flatMap((cityId) => {
    const entry = loaded.get(cityId)
    return entry !== undefined && 'data' in entry ? [entry.data] : []
  })
  const jointScale = isJoint && all.length > 0 ? layer.scale(all, params, request.theme) : null
  const outcome = CITY_IDS.map((cityId): [CityId, LayerPicture | { failure: string }] => {
    const entry = loaded.get(cityId)
    if (entry === undefined || !request.cities.includes(cityId)) return [cityId, { failure: 'Not asked for' }]
    if ('failure' in entry) return [cityId, entry]
    const scale = jointScale ?? layer.scale([entry.data], params, request.theme)
    return [
      cityId,
      {
        drawables: layer.draw(entry.data, scale, params, request.theme),
        legend: layer.legend(entry.data, scale, params),
      },
    ]
  })
  return noteYears(Object.fromEntries(outcome) as LayerOutcome)
}

/** Adds the remark that the cities' figures are of different years, where they are. */
function noteYears(outcome: LayerOutcome): LayerOutcome {
  const years = new Set(Object.values(outcome).flatMap((city) => ('legend' in city ? [city.legend.provenance.year] : [])))
  if (years.size < 2) return outcome
  return Object.fromEntries(
    Object.entries(outcome).map(([cityId, city]) => [
      cityId,
      'legend' in city ? { ...city, legend: { ...city.legend, noteKeys: [...city.legend.noteKeys, 'note.yearsDiffer'] } } : city,
    ]),
  ) as LayerOutcome
}
