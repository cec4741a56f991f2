import { describe, expect, test } from 'vitest'
import { CITIES, CITY_IDS } from '../../../../src/cities/index.ts'
import { emptyScenario } from '../../../../src/scenario/change/create-scenario.ts'
import { parseScenario } from '../../../../src/scenario/parse/parse-scenario.ts'
import type { Outcome } from '../../../../src/scenario/draw/types.ts'
import type { AddBuilding, LonLat } from '../../../../src/scenario/types.ts'
import { startSession } from '../../../../src/state/defaults.ts'
import { openScenario, undoScenario } from '../../../../src/state/scenario-session.ts'
import { applyOutcome } from '../../../../src/ui/scenario/draw/apply-outcome.ts'

const [CITY] = CITY_IDS
const RING: readonly LonLat[] = [
  [24.95, 60.17],
  [24.951, 60.17],
  [24.951, 60.171],
]
const OTHER: readonly LonLat[] = RING.map(([longitude, latitude]) => [longitude + 0.01, latitude])
const BUILDING: AddBuilding = {
  kind: 'add-building',
  id: 'e',
  cityId: CITY,
  footprint: [RING],
  storeys: 4,
  heightMetres: 15,
  use: 'office',
  standard: 'standard',
}
function run(outcome: Outcome, edits: readonly AddBuilding[] = [BUILDING]) {
  let next = 0
  const before = openScenario(startSession(), { ...emptyScenario('Trial', new Date(0)), edits })
  const after = applyOutcome(before, outcome, () => `new-${++next}`)
  return { before, after, edits: after.scenario?.edits ?? [] }
}

describe('what a tool has made', () => {
  test.each(['add-building', 'plan-rule', 'add-park', 'close-street', 'add-line'] as const)(
    'drawn, %s is an edit that a file may hold',
    (what) => {
      const { after, edits } = run({ kind: 'drawn', what, cityId: CITY, ring: RING, storeys: 7 }, [])
      expect(edits).toMatchObject([{ kind: what, id: 'new-1', cityId: CITY }])
      expect(after.chosenEdit).toBe('new-1')
      expect(parseScenario(JSON.parse(JSON.stringify(after.scenario)), { cities: CITIES })).toMatchObject({ scenario: { edits } })
    },
  )

  test('moved, copied and split, a building keeps its numbers', () => {
    expect(run({ kind: 'moved', editId: 'e', footprint: [OTHER] }).edits).toEqual([{ ...BUILDING, footprint: [OTHER] }])
    expect(run({ kind: 'copied', editId: 'e', footprint: [OTHER] }).edits).toEqual([
      BUILDING,
      { ...BUILDING, id: 'new-1', footprint: [OTHER] },
    ])
    expect(run({ kind: 'split', editId: 'e', footprints: [[RING], [OTHER]] }).edits).toEqual([
      BUILDING,
      { ...BUILDING, id: 'new-1', footprint: [OTHER] },
    ])
  })

  test('pulled up, its stated height gives way to the rule of storeys', () => {
    const [edit] = run({ kind: 'pulled', editId: 'e', storeys: 9 }).edits
    expect(edit).toMatchObject({ storeys: 9 })
    expect(edit).not.toHaveProperty('heightMetres')
  })

  test('put down in a city, with its numbers', () => {
    const { edits } = run({
      kind: 'placed',
      cityId: CITY,
      buildings: [{ footprint: [OTHER], storeys: 3, heightMetres: 11, use: 'public', name: 'Town hall' }],
    })
    expect(edits.at(-1)).toMatchObject({ kind: 'add-building', storeys: 3, heightMetres: 11, use: 'public', name: 'Town hall' })
  })

  test('one step back undoes it', () => {
    const { before, after } = run({ kind: 'stop', cityId: CITY, position: [24.95, 60.17] })
    expect(undoScenario(after).scenario).toBe(before.scenario)
  })
})
