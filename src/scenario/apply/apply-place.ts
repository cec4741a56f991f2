import type { AddLine, AddPark, AddStop, CloseStreet, LonLat, PlanRule } from '../types.ts'
import { areaOfProjected, projectArea, projectPositions } from './project-shapes.ts'
import { listBuildingsIn } from './select-buildings.ts'
import type { AppliedStop } from './types.ts'
import { removeFrom, type WorkingState } from './working-state.ts'

/** Areas, stops and lines. */
export function applyPlace(state: WorkingState, edit: PlanRule | AddPark | CloseStreet | AddStop | AddLine): void {
  switch (edit.kind) {
    case 'plan-rule':
      return applyPlanRule(state, edit)
    case 'add-park':
      state.parks.push({ edit, ...projectOf(state, edit) })
      return
    case 'close-street':
      state.closedStreets.push({ edit, ...projectOf(state, edit) })
      return
    case 'add-stop':
      state.stops.push(stopAt(state, edit, edit.position, edit.departuresPerDay))
      return
    case 'add-line':
      return applyLine(state, edit)
  }
}

function applyPlanRule(state: WorkingState, edit: PlanRule): void {
  const buildings = listBuildingsIn(state.city, [edit.area]).filter((row) => state.isRemoved[row] === 0)
  state.planRules.push({ edit, ...projectOf(state, edit), buildings })
  if (edit.clears) for (const row of buildings) removeFrom(state, row, edit.id)
}

function applyLine(state: WorkingState, edit: AddLine): void {
  const departuresPerDay = departuresOfLine(edit)
  state.lines.push({ edit, path: projectPositions(edit.path, state.city.city.epsg), departuresPerDay })
  for (const stop of edit.stops) state.stops.push(stopAt(state, edit, stop, departuresPerDay))
}

/** Departures on a working day, at each stop: of both directions, as timetables count them. */
function departuresOfLine({ headwayMinutes, serviceHours }: Pick<AddLine, 'headwayMinutes' | 'serviceHours'>): number {
  return (serviceHours * 60 * 2) / headwayMinutes
}

function projectOf(state: WorkingState, edit: PlanRule | AddPark | CloseStreet) {
  const area = projectArea(edit.area, state.city.city.epsg)
  return { area, areaSquareMetres: areaOfProjected(area) }
}

function stopAt(state: WorkingState, edit: AddStop | AddLine, position: LonLat, departuresPerDay: number): AppliedStop {
  const [x, y] = projectPositions([position], state.city.city.epsg) as unknown as readonly [number, number]
  return { editId: edit.id, edit, point: [x, y], departuresPerDay }
}
