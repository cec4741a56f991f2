import { BUILDING_USES, type BuildingUse } from '../../schema/datasets.ts'
import { SCENARIO_LIMITS } from '../limits.ts'
import { ENERGY_STANDARDS, RETROFIT_PACKAGES, type BuildingRef, type BuildingSelector, type Edit, type EditKind } from '../types.ts'
import { readArea } from './areas.ts'
import { liesInItsCities } from './cities.ts'
import { readPosition } from './coordinates.ts'
import { readObject, readRecord, readUnion } from './objects.ts'
import { check, describe, optional, refuse, type Reader } from './reader.ts'
import { readBoolean, readList, readNumber, readOneOf, readText, readWhole } from './values.ts'

/** Ids are what the rest of a scenario refers by: short, and of characters that need no care anywhere. */
export const readId = readText(1, SCENARIO_LIMITS.idCharacters, /^[A-Za-z0-9._:-]+$/)

const readUse = describe(readOneOf<BuildingUse>(BUILDING_USES), 'Use of a building.')
const readStoreys = describe(readWhole(1, SCENARIO_LIMITS.storeys), 'Storeys above the ground.')
const readHeight = describe(readNumber(0, SCENARIO_LIMITS.heightMetres, 'above least'), 'Height of the roof above the ground, metres.')
const readShare = readNumber(0, 1)
const readYear = readWhole(1000, 2200)
const readPolygon = describe(
  readArea,
  'Outer ring first, then holes. Rings do not repeat their first corner, and cross neither themselves nor each other.',
)
const readPoint = describe(readPosition, 'WGS84 longitude and latitude, degrees.')
const readListId = readText(1, SCENARIO_LIMITS.idCharacters)

const readBuildingRef = readObject<BuildingRef>(
  {
    id: describe(readText(1, SCENARIO_LIMITS.nameCharacters), 'Id of the building in the data.'),
    position: describe(readPoint, 'A point that stands for the building, by which it is found again when its id has changed.'),
    footprintSquareMetres: readNumber(0, SCENARIO_LIMITS.footprintSquareMetres, 'above least'),
  },
  { description: 'A building of the data.' },
)

const readSelector = check(
  readObject<BuildingSelector>(
    {
      uses: optional(readList(readUse, 1, BUILDING_USES.length, 'unique')),
      fromYear: optional(readYear),
      toYear: optional(readYear),
      leastStoreys: optional(readStoreys),
      mostStoreys: optional(readStoreys),
      leastFootprintSquareMetres: optional(readNumber(0, SCENARIO_LIMITS.footprintSquareMetres)),
      districtIds: optional(describe(readList(readListId, 1, SCENARIO_LIMITS.listItems, 'unique'), 'Ids of districts of either level.')),
      areas: optional(readList(readPolygon, 1, SCENARIO_LIMITS.listItems)),
    },
    { description: 'Which buildings a rule is for: those for which every part that stands holds. Both ends are included.' },
  ),
  ({ fromYear, toYear, leastStoreys, mostStoreys }, path, context) => {
    const pairs = [
      ['fromYear', fromYear, toYear],
      ['leastStoreys', leastStoreys, mostStoreys],
    ] as const
    const wrong = pairs.find(([, from, to]) => from !== undefined && to !== undefined && from > to)
    if (wrong !== undefined) refuse(context, 'order-of-bounds', `${path}.${wrong[0]}`, { from: wrong[1] as number, to: wrong[2] as number })
    return wrong === undefined
  },
)

const readUseShares = check(
  readRecord<BuildingUse, number>(readOneOf<BuildingUse>(BUILDING_USES), readShare, BUILDING_USES.length),
  (shares, path, context) => {
    const sum = Object.values(shares).reduce((total, share) => total + share, 0)
    // A third written to six digits, thrice.
    if (Math.abs(sum - 1) <= 1e-5) return true
    refuse(context, 'shares-sum', path, { found: sum })
    return false
  },
  { description: 'Shares of the floor area by use; their sum is 1.' },
)

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
    footprint: readPolygon,
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
    area: readPolygon,
    storeys: readStoreys,
    coverageShare: describe(readShare, 'Share of the area that buildings cover at most.'),
    setbackMetres: describe(readNumber(0, 1000), "No building nearer to the area's border than this."),
    useShares: readUseShares,
    clears: describe(readBoolean, 'Whether the buildings that stand on the area today make way.'),
  }),
  'add-stop': readObject<EditOf<'add-stop'>>({
    kind: readOneOf(['add-stop']),
    ...IN_CITY,
    position: readPoint,
    departuresPerDay: readNumber(0, 10_000),
  }),
  'add-line': readObject<EditOf<'add-line'>>({
    kind: readOneOf(['add-line']),
    ...IN_CITY,
    path: readList(readPoint, 2, SCENARIO_LIMITS.cornersOfArea),
    stops: readList(readPoint, 2, SCENARIO_LIMITS.listItems),
    headwayMinutes: describe(readNumber(0, 1440, 'above least'), 'Minutes between departures.'),
    serviceHours: describe(readNumber(0, 24, 'above least'), 'Hours of a working day in which it runs.'),
  }),
  'add-park': readObject<EditOf<'add-park'>>({ kind: readOneOf(['add-park']), ...IN_CITY, area: readPolygon }),
  'close-street': readObject<EditOf<'close-street'>>({
    kind: readOneOf(['close-street']),
    ...IN_CITY,
    area: describe(readPolygon, 'Streets within it are closed to cars.'),
  }),
}

export const readEdit: Reader<Edit> = check(readUnion<Edit>('kind', EDIT_READERS), liesInItsCities)
