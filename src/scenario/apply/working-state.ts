import { BUILDING_USES, type BuildingUse } from '../../schema/datasets.ts'
import { createScenarioIssueList, type ScenarioIssueList } from '../issues.ts'
import type { IndexedCity } from './index-city.ts'
import type { AddedBuilding, ChangedBuilding, CityChanges, ReferenceProposal, StoreyRules } from './types.ts'

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] }

/** A city while the edits are applied to it, one after the other. Lives within one call only. */
export interface WorkingState {
  readonly city: IndexedCity
  readonly rules: StoreyRules
  readonly districtsAt: (x: number, y: number) => readonly string[]
  readonly isRemoved: Uint8Array
  readonly useCodes: Uint8Array
  readonly storeys: Float64Array
  readonly heightsMetres: Float64Array
  readonly removed: Map<number, string>
  readonly changed: Map<number, ChangedBuilding>
  readonly added: Mutable<AddedBuilding>[]
  readonly retrofitCodes: Uint8Array
  readonly solarShares: Float64Array
  readonly planRules: CityChanges['planRules'][number][]
  readonly parks: CityChanges['parks'][number][]
  readonly closedStreets: CityChanges['closedStreets'][number][]
  readonly stops: CityChanges['stops'][number][]
  readonly lines: CityChanges['lines'][number][]
  readonly proposals: ReferenceProposal[]
  readonly issues: ScenarioIssueList
}

export function startWorking(city: IndexedCity, rules: StoreyRules, districtsAt: WorkingState['districtsAt']): WorkingState {
  const { buildings, count } = city
  return {
    city,
    rules,
    districtsAt,
    isRemoved: new Uint8Array(count),
    useCodes: new Uint8Array(buildings.useCodes),
    storeys: new Float64Array(buildings.storeys),
    heightsMetres: new Float64Array(buildings.heightsMetres),
    removed: new Map(),
    changed: new Map(),
    added: [],
    retrofitCodes: new Uint8Array(count),
    solarShares: new Float64Array(count).fill(NaN),
    planRules: [],
    parks: [],
    closedStreets: [],
    stops: [],
    lines: [],
    proposals: [],
    issues: createScenarioIssueList(),
  }
}

/** Takes a building away, and with it whatever earlier edits made of it. */
export function removeFrom(state: WorkingState, building: number, editId: string): void {
  if (state.isRemoved[building] === 1) return
  state.isRemoved[building] = 1
  state.removed.set(building, editId)
  state.changed.delete(building)
  state.retrofitCodes[building] = 0
  state.solarShares[building] = NaN
}

export function useOf(useCodes: ArrayLike<number>, building: number): BuildingUse | null {
  return BUILDING_USES[useCodes[building] as number] ?? null
}
