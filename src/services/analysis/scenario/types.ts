import type { ImpactId } from '../../../analytics/scenario/impacts.ts'
import type { CityId } from '../../../cities/index.ts'
import type { ReferenceProposal } from '../../../scenario/apply/types.ts'
import type { ScenarioIssue } from '../../../scenario/issues.ts'
import type { Scenario } from '../../../scenario/types.ts'
import type { Provenance } from '../../../schema/provenance.ts'
import type { HeatChanges, MeasureTable, ZoneRow, ZoneSet } from '../analysis-service.ts'

export interface ScenarioRequest {
  readonly scenario: Scenario
  /** What stands before: another scenario, with its own assumptions; null: today, under the scenario's assumptions. */
  readonly baseline?: Scenario | null
  readonly zones: ZoneSet
  readonly heat?: HeatChanges
}

/** Figures by row. */
export type ImpactColumns = Readonly<Record<ImpactId, Float64Array>>

/** What a scenario does, row by row; the cities in their order, the zones of a city in that of the data. */
export interface ScenarioEvaluation {
  readonly zones: ZoneSet
  readonly rows: readonly ZoneRow[]
  readonly shapes: MeasureTable['shapes']
  readonly coverageShares: Float64Array
  readonly before: ImpactColumns
  readonly after: ImpactColumns
  /**
   * After less before. Of a sum it is known even where buildings are known on too little of the land for the sum itself: what
   * the scenario changes is known all the same.
   */
  readonly difference: ImpactColumns
  /** Share of the inputs after the scenario that is estimated, 0-1. */
  readonly estimatedShares: ImpactColumns
  readonly provenance: Readonly<Record<CityId, Readonly<Record<ImpactId, Provenance>>>>
  readonly cities: readonly EvaluatedCity[]
}

/** How the scenario could be applied to one city. */
export interface EvaluatedCity {
  readonly cityId: CityId
  readonly issues: readonly ScenarioIssue[]
  /** Edits that wait for a decision; they are not in the figures. */
  readonly proposals: readonly ReferenceProposal[]
  readonly counts: {
    readonly added: number
    readonly removed: number
    readonly changed: number
    readonly retrofitted: number
    readonly solarRoofs: number
    readonly stops: number
  }
}
