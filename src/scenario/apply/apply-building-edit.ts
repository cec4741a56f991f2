import { findInteriorPoints } from '../../geo/interior-points.ts'
import { BUILDING_USES } from '../../schema/datasets.ts'
import type { AddBuilding, BuildingRef, ChangeBuilding, RemoveBuilding } from '../types.ts'
import { matchReference } from './match-reference.ts'
import { areaOfProjected, projectArea } from './project-shapes.ts'
import { removeFrom, useOf, type WorkingState } from './working-state.ts'

export function applyBuildingEdit(state: WorkingState, edit: AddBuilding | RemoveBuilding | ChangeBuilding, path: string): void {
  if (edit.kind === 'add-building') return addBuilding(state, edit)
  const building = findStanding(state, edit.id, edit.building, path)
  if (building === null) return
  if (edit.kind === 'remove-building') removeFrom(state, building, edit.id)
  else changeBuilding(state, edit, building)
}

function addBuilding(state: WorkingState, edit: AddBuilding): void {
  const footprint = projectArea(edit.footprint, state.city.city.epsg)
  const point = findInteriorPoints(footprint) as unknown as readonly [number, number]
  state.added.push({
    editId: edit.id,
    footprint,
    footprintSquareMetres: areaOfProjected(footprint),
    point: [point[0], point[1]],
    storeys: edit.storeys,
    heightMetres: edit.heightMetres ?? state.rules.heightFromStoreysMetres(edit.storeys),
    use: edit.use,
    standard: edit.standard,
    districtIds: state.districtsAt(point[0], point[1]),
    solarShare: NaN,
  })
}

/** The building that an edit means, if it is known for sure and still stands; else says why not. */
function findStanding(state: WorkingState, editId: string, reference: BuildingRef, path: string): number | null {
  const match = matchReference(state.city, reference)
  const place = `${path}.building`
  if (match.kind === 'lost') {
    state.issues.add('left-out', 'building-lost', place, { edit: editId, building: reference.id, city: state.city.city.id })
    return null
  }
  if (match.kind === 'proposed') {
    const { building, candidate, distanceMetres, footprintRatio } = match
    state.proposals.push({ editId, building, candidate, distanceMetres, footprintRatio })
    state.issues.add('left-out', 'building-proposed', place, {
      edit: editId,
      building: reference.id,
      city: state.city.city.id,
      candidate: candidate.id,
      distanceMetres,
      footprintRatio,
    })
    return null
  }
  const remover = state.removed.get(match.building)
  if (remover === undefined) return match.building
  state.issues.add('left-out', 'building-gone', place, { edit: editId, building: reference.id, by: remover })
  return null
}

/** What the edit states holds; of storeys and height, the one that it does not state follows from the other. */
function changeBuilding(state: WorkingState, edit: ChangeBuilding, building: number): void {
  if (edit.use !== undefined) state.useCodes[building] = BUILDING_USES.indexOf(edit.use)
  const use = useOf(state.useCodes, building)
  if (edit.storeys !== undefined) {
    state.storeys[building] = edit.storeys
    state.heightsMetres[building] = edit.heightMetres ?? state.rules.heightFromStoreysMetres(edit.storeys)
  } else if (edit.heightMetres !== undefined) {
    state.heightsMetres[building] = edit.heightMetres
    state.storeys[building] = state.rules.storeysFromHeight(edit.heightMetres, use)
  }
  const storeys = state.storeys[building] as number
  state.changed.set(building, {
    storeys: storeys > 0 ? storeys : -1,
    heightMetres: state.heightsMetres[building] as number,
    use,
    editIds: [...(state.changed.get(building)?.editIds ?? []), edit.id],
  })
}
