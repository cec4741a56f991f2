import { SCENARIO_LIMITS } from '../limits.ts'
import { ENERGY_STANDARDS, RETROFIT_PACKAGES, type Edit, type EditKind } from '../types.ts'
import { readArea } from './areas.ts'
import { liesInItsCities } from './cities.ts'
import { readPosition } from './coordinates.ts'
import { readBuildingRef, readHeight, readId, readSelector, readShare, readStoreys, readUse, readUseShares } from './fields.ts'
import { readObject, readUnion } from './objects.ts'
import { check, describe, optional, refuse, type Reader } from './reader.ts'
import { readBoolean, readList, readNumber, readOneOf, readText } from './values.ts'

const NAMED = { id: readId, name: optional(readText(0, SCENARIO_LIMITS.nameCharacters)) }
const IN_CITY = { ...NAMED, cityId: describe(readId, 'The city that the edit is anchored in.') }
const IN_CITIES = {
  ...NAMED,
  cityIds: describe(readList(readId, 1, SCENARIO_LIMITS.listItems, 'unique'), 'The cities that the rule is for.'),
}

type EditOf<Kind extends EditKind> = Extract<Edit, { readonly kind: Kind }>

/** How each kind of edit is read. A new kind is one entry here. */
const EDIT_READERS: { readonly [Kind in EditKind]: Reader<EditOf<Kind>> } = {
  'add-building': readObject<EditOf<'add-building'>>({
    kind: readOneOf(['add-building']),
    ...IN_CITY,
    footprint: readArea,
    storeys: readStoreys,
    heightMetres: optional(readHeight),
    use: readUse,
    standard: describe(readOneOf(ENERGY_STANDARDS), 'Energy standard.'),
  }),
  'remove-building': readObject<EditOf<'remove-building'>>({
    kind: readOneOf(['remove-building']),
    ...IN_CITY,
    building: readBuildingRef,
  }),
  'change-building': check(
    readObject<EditOf<'change-building'>>({
      kind: readOneOf(['change-building']),
      ...IN_CITY,
      building: readBuildingRef,
      storeys: optional(readStoreys),
      heightMetres: optional(readHeight),
      use: optional(readUse),
    }),
    ({ storeys, heightMetres, use }, path, context) => {
      const changes = storeys !== undefined || heightMetres !== undefined || use !== undefined
      if (!changes) refuse(context, 'nothing-changes', path)
      return changes
    },
    { anyOf: [{ required: ['storeys'] }, { required: ['heightMetres'] }, { required: ['use'] }] },
  ),
  'retrofit': readObject<EditOf<'retrofit'>>({
    kind: readOneOf(['retrofit']),
    ...IN_CITIES,
    selector: readSelector,
    package: describe(readOneOf(RETROFIT_PACKAGES), 'Package of measures.'),
  }),
  'solar': readObject<EditOf<'solar'>>({
    kind: readOneOf(['solar']),
    ...IN_CITIES,
    selector: readSelector,
    share: describe(readShare, "Share of the roofs' usable area that carries panels."),
  }),
  'plan-rule': readObject<EditOf<'plan-rule'>>({
    kind: readOneOf(['plan-rule']),
    ...IN_CITY,
    area: readArea,
    storeys: readStoreys,
    coverageShare: describe(readShare, 'Share of the area that buildings cover at most.'),
    setbackMetres: describe(readNumber(0, 1000), "No building nearer to the area's border than this."),
    useShares: readUseShares,
    clears: describe(readBoolean, 'Whether the buildings that stand on the area today make way.'),
  }),
  'add-stop': readObject<EditOf<'add-stop'>>({
    kind: readOneOf(['add-stop']),
    ...IN_CITY,
    position: readPosition,
    departuresPerDay: readNumber(0, 10_000),
  }),
  'add-line': readObject<EditOf<'add-line'>>({
    kind: readOneOf(['add-line']),
    ...IN_CITY,
    path: readList(readPosition, 2, SCENARIO_LIMITS.cornersOfArea),
    stops: readList(readPosition, 2, SCENARIO_LIMITS.listItems),
    headwayMinutes: describe(readNumber(0, 1440, 'above least'), 'Minutes between departures.'),
    serviceHours: describe(readNumber(0, 24, 'above least'), 'Hours of a working day in which it runs.'),
  }),
  'add-park': readObject<EditOf<'add-park'>>({ kind: readOneOf(['add-park']), ...IN_CITY, area: readArea }),
  'close-street': readObject<EditOf<'close-street'>>({
    kind: readOneOf(['close-street']),
    ...IN_CITY,
    area: describe(readArea, 'Streets within it are closed to cars.'),
  }),
}

export const readEdit: Reader<Edit> = check(readUnion<Edit>('kind', EDIT_READERS), liesInItsCities)
