import type { Edit, Scenario } from '../types.ts'
import { applyBuildingEdit } from './apply-building-edit.ts'
import { applyPlace } from './apply-place.ts'
import { applyRule } from './apply-rule.ts'
import type { IndexedCity } from './index-city.ts'
import { noteOverlaps } from './overlaps.ts'
import type { CityChanges, StoreyRules } from './types.ts'
import { startWorking, type WorkingState } from './working-state.ts'

export interface ApplyOptions {
  readonly rules: StoreyRules
  /** Ids of the districts at a point of the city's CRS, for new buildings; none where it is not told. */
  readonly districtsAt?: (x: number, y: number) => readonly string[]
}

/**
 * What a scenario makes of one city. Pure: neither the scenario nor the city is touched, and the same in gives the same
 * out.
 *
 * Edits are applied in their order, and each sees the city as the earlier ones left it:
 * - a rule (retrofit, solar) selects by the uses and storeys that earlier edits gave, and passes over what they took
 *   away; solar takes in earlier new buildings, a retrofit does not (they have a standard of their own);
 * - where two rules or changes meet on a building, the later one holds, field by field;
 * - a plan rule that clears takes away the buildings of the data whose point lies on its area, and no new ones;
 * - an edit of a building that an earlier edit took away is not applied, and is said.
 *
 * An edit whose building is not found by id waits: it is not applied, and what it may mean is in `proposals`.
 */
export function applyScenario(scenario: Pick<Scenario, 'edits'>, city: IndexedCity, { rules, districtsAt }: ApplyOptions): CityChanges {
  const state = startWorking(city, rules, districtsAt ?? (() => []))
  scenario.edits.forEach((edit, index) => {
    if (isForCity(edit, city.city.id)) applyEdit(state, edit, `edits[${index}]`)
  })
  noteOverlaps(state, scenario.edits)
  const { removed, changed, added, retrofitCodes, solarShares, planRules, parks, closedStreets, stops, lines, proposals } = state
  return {
    cityId: city.city.id,
    removed,
    changed,
    added,
    retrofitCodes,
    solarShares,
    planRules,
    parks,
    closedStreets,
    stops,
    lines,
    proposals,
    issues: state.issues.list(),
  }
}

/** Whether an edit says anything of a city. */
function isForCity(edit: Edit, cityId: string): boolean {
  return 'cityId' in edit ? edit.cityId === cityId : edit.cityIds.includes(cityId)
}

function applyEdit(state: WorkingState, edit: Edit, path: string): void {
  switch (edit.kind) {
    case 'add-building':
    case 'remove-building':
    case 'change-building':
      return applyBuildingEdit(state, edit, path)
    case 'retrofit':
    case 'solar':
      return applyRule(state, edit, path)
    case 'plan-rule':
    case 'add-park':
    case 'close-street':
    case 'add-stop':
    case 'add-line':
      return applyPlace(state, edit)
  }
}
