import { BUILDING_USES, type BuildingUse } from '../../schema/datasets.ts'
import { SCENARIO_LIMITS } from '../limits.ts'
import type { BuildingRef, BuildingSelector } from '../types.ts'
import { readArea } from './areas.ts'
import { readPosition } from './coordinates.ts'
import { readObject, readRecord } from './objects.ts'
import { check, define, describe, optional, refuse, type Reader } from './reader.ts'
import { readList, readNumber, readOneOf, readText, readWhole } from './values.ts'

/** Ids are what the rest of a scenario refers by: short, and of characters that need no care anywhere. */
export const readId: Reader<string> = readText(1, SCENARIO_LIMITS.idCharacters, /^[A-Za-z0-9._:-]+$/)

export const readUse = define(describe(readOneOf<BuildingUse>(BUILDING_USES), 'Use of a building.'), 'use')
export const readStoreys = define(describe(readWhole(1, SCENARIO_LIMITS.storeys), 'Storeys above the ground.'), 'storeys')
export const readHeight = describe(
  readNumber(0, SCENARIO_LIMITS.heightMetres, 'above least'),
  'Height of the roof above the ground, metres.',
)
export const readShare = readNumber(0, 1)
const readYear = readWhole(1000, 2200)
const readListId = readText(1, SCENARIO_LIMITS.idCharacters)

export const readBuildingRef = define(
  readObject<BuildingRef>(
    {
      id: describe(readText(1, SCENARIO_LIMITS.nameCharacters), 'Id of the building in the data.'),
      position: describe(readPosition, 'A point that stands for the building, by which it is found again when its id has changed.'),
      footprintSquareMetres: readNumber(0, SCENARIO_LIMITS.footprintSquareMetres, 'above least'),
    },
    { description: 'A building of the data.' },
  ),
  'building',
)

export const readSelector = define(
  check(
    readObject<BuildingSelector>(
      {
        uses: optional(readList(readUse, 1, BUILDING_USES.length, 'unique')),
        fromYear: optional(readYear),
        toYear: optional(readYear),
        leastStoreys: optional(readStoreys),
        mostStoreys: optional(readStoreys),
        leastFootprintSquareMetres: optional(readNumber(0, SCENARIO_LIMITS.footprintSquareMetres)),
        districtIds: optional(describe(readList(readListId, 1, SCENARIO_LIMITS.listItems, 'unique'), 'Ids of districts of either level.')),
        areas: optional(readList(readArea, 1, SCENARIO_LIMITS.listItems)),
      },
      { description: 'Which buildings a rule is for: those for which every part that stands holds. Both ends are included.' },
    ),
    ({ fromYear, toYear, leastStoreys, mostStoreys }, path, context) => {
      const pairs = [
        ['fromYear', fromYear, toYear],
        ['leastStoreys', leastStoreys, mostStoreys],
      ] as const
      const wrong = pairs.find(([, from, to]) => from !== undefined && to !== undefined && from > to)
      if (wrong !== undefined)
        refuse(context, 'order-of-bounds', `${path}.${wrong[0]}`, { from: wrong[1] as number, to: wrong[2] as number })
      return wrong === undefined
    },
  ),
  'selector',
)

export const readUseShares = check(
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
