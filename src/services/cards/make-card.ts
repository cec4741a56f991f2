import type { Language } from '../../cities/city.ts'
import type { HeatParams } from '../../layers/buildings/heat-params.ts'
import type { LayerSource } from '../../layers/layer.ts'
import type { DataService } from '../data-service.ts'
import type { KeepPromise } from '../keep-promise.ts'
import { makeBuildingCard } from './building-card.ts'
import { makeDistrictCard, measureDistricts } from './district-card.ts'
import { makeAmenityCard, makeLineCard, makePlaceCard, makeStopCard } from './place-cards.ts'

type CardKind = Parameters<DataService['card']>[1]

/** The card of anything that can be selected; null where it is not there. `keep` keeps the figures of districts. */
export async function makeCard(
  source: LayerSource,
  kind: CardKind,
  id: string,
  language: Language,
  heatParams: HeatParams,
  keep: KeepPromise,
): ReturnType<DataService['card']> {
  switch (kind) {
    case 'building':
      return makeBuildingCard(source, id, language, heatParams)
    case 'district':
      return makeDistrictCard(
        source,
        (level) =>
          keep(`figures ${source.city.id} ${level} ${JSON.stringify(heatParams)}`, () => measureDistricts(source, level, heatParams)),
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
}
