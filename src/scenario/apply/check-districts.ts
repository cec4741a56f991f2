import { createScenarioIssueList, describeFound, type ScenarioIssue } from '../issues.ts'
import type { Scenario } from '../types.ts'

/**
 * Districts that rules name and none of their cities has: they select nothing, and the rest of the rule applies. A rule
 * for several cities may name districts of each, so this is asked of the scenario as a whole, not of one city.
 *
 * @param districtIds ids of all districts, of either level, of each city
 */
export function checkDistricts(
  scenario: Pick<Scenario, 'edits'>,
  districtIds: ReadonlyMap<string, ReadonlySet<string>>,
): readonly ScenarioIssue[] {
  const issues = createScenarioIssueList()
  scenario.edits.forEach((edit, index) => {
    if (!('selector' in edit)) return
    edit.selector.districtIds?.forEach((id, place) => {
      if (edit.cityIds.some((cityId) => districtIds.get(cityId)?.has(id) === true)) return
      const path = `edits[${index}].selector.districtIds[${place}]`
      issues.add('left-out', 'unknown-district', path, { edit: edit.id, found: describeFound(id), city: edit.cityIds.join(', ') })
    })
  })
  return issues.list()
}
