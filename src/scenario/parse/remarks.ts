import { SCENARIO_LIMITS } from '../limits.ts'
import type { Remark } from '../types.ts'
import { liesIn, refuseCity } from './cities.ts'
import { readPosition } from './coordinates.ts'
import { readId } from './fields.ts'
import { isRecord, readObject } from './objects.ts'
import { check, describe, type Reader } from './reader.ts'
import { readText } from './values.ts'

type Pin = Remark['at']
type PlacePin = Extract<Pin, { readonly cityId: string }>
type EditPin = Extract<Pin, { readonly editId: string }>

const readPlacePin = check(readObject<PlacePin>({ cityId: readId, position: readPosition }), ({ cityId, position }, path, context) => {
  const city = context.cities.find(({ id }) => id === cityId)
  if (city !== undefined) return liesIn([city], position, `${path}.position`, context)
  refuseCity(cityId, `${path}.cityId`, context)
  return false
})
const readEditPin = readObject<EditPin>({ editId: readId })

const readPin: Reader<Pin> = {
  schema: { oneOf: [readPlacePin.schema, readEditPin.schema] },
  read: (value, path, context) =>
    (isRecord(value) && Object.hasOwn(value, 'editId') ? readEditPin : readPlacePin).read(value, path, context),
}

/** A note, pinned to a place or an edit. */
export const readRemark: Reader<Remark> = readObject<Remark>({
  id: readId,
  text: describe(readText(0, SCENARIO_LIMITS.remarkCharacters), 'Plain text; markup in it stays text.'),
  at: readPin,
})
