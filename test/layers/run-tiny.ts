import { CITY_IDS, type CityId } from '../../src/cities/index.ts'
import { openCityTables } from '../../src/services/city-tables.ts'
import { LAYERS } from '../../src/layers/index.ts'
import type { LayerId } from '../../src/layers/ids.ts'
import type { Drawable, LayerOutcome, LayerPicture, LayerRequest } from '../../src/layers/types.ts'
import { makeTinyCities, type TinyOptions } from '../services/tiny-cities.ts'

export const [FIRST, SECOND = FIRST] = CITY_IDS

/** Runs a layer over the tiny cities. */
export function runTiny(
  layerId: LayerId,
  request: Partial<LayerRequest> = {},
  options: Partial<Record<CityId, TinyOptions>> = {},
): Promise<LayerOutcome> {
  const files = makeTinyCities(options)
  const sources = new Map(CITY_IDS.map((cityId) => [cityId, openCityTables(cityId, files)]))
  return LAYERS[layerId].run(
    { layerId, params: {}, cities: CITY_IDS, scaleMode: 'joint', theme: 'light', ...request },
    (cityId) => sources.get(cityId) as ReturnType<typeof openCityTables>,
  )
}

/** A city's picture; throws with the reason where it failed. */
export function pictureOf(outcome: LayerOutcome, cityId: CityId): LayerPicture {
  const picture = outcome[cityId]
  if ('failure' in picture) throw new Error(picture.failure)
  return picture
}

/** The first drawable of a kind. */
export function drawableOf<Kind extends Drawable['kind']>(picture: LayerPicture, kind: Kind): Extract<Drawable, { kind: Kind }> {
  const found = picture.drawables.find((drawable) => drawable.kind === kind)
  if (found === undefined) throw new Error(`No ${kind} among ${picture.drawables.map((each) => each.kind).join(', ')}`)
  return found as Extract<Drawable, { kind: Kind }>
}

/** RGBA of a feature. */
export function colourAt(rgba: Uint8Array, index: number): readonly number[] {
  return [...rgba.subarray(index * 4, index * 4 + 4)]
}
