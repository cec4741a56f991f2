import { RETROFIT_PACKAGES, type BuildingSelector, type Retrofit, type Solar } from '../types.ts'
import { projectArea } from './project-shapes.ts'
import { findIn, selectBuildings } from './select-buildings.ts'
import type { AddedBuilding } from './types.ts'
import type { WorkingState } from './working-state.ts'

/** Lays a rule over the buildings that it selects. Of several rules on a building the last one holds. */
export function applyRule(state: WorkingState, edit: Retrofit | Solar, path: string): void {
  const rows = selectBuildings(state.city, state, edit.selector)
  let count = rows.length
  if (edit.kind === 'retrofit') {
    const code = RETROFIT_PACKAGES.indexOf(edit.package) + 1
    for (const row of rows) state.retrofitCodes[row] = code
  } else {
    for (const row of rows) state.solarShares[row] = edit.share
    for (const added of state.added) {
      if (!isSelected(added, edit.selector, state)) continue
      added.solarShare = edit.share
      count++
    }
  }
  if (count === 0) state.issues.add('note', 'selects-nothing', `${path}.selector`, { edit: edit.id, city: state.city.city.id })
}

/** Whether a selector takes in a new building. It was not built in any year of the past. */
function isSelected(added: AddedBuilding, selector: BuildingSelector, state: WorkingState): boolean {
  const { uses, leastStoreys = 0, mostStoreys = Infinity, leastFootprintSquareMetres = 0, districtIds, areas } = selector
  return (
    selector.fromYear === undefined &&
    selector.toYear === undefined &&
    uses?.includes(added.use) !== false &&
    added.storeys >= leastStoreys &&
    added.storeys <= mostStoreys &&
    added.footprintSquareMetres >= leastFootprintSquareMetres &&
    districtIds?.some((id) => added.districtIds.includes(id)) !== false &&
    areas?.some((area) => findIn(projectArea(area, state.city.city.epsg))(...added.point) === 0) !== false
  )
}
