import type { LoadShape } from '../../analytics/energy/load-shape.ts'
import type { MeasureId } from '../../analytics/measures/types.ts'
import type { Language } from '../../cities/city.ts'
import type { CityId } from '../../cities/index.ts'
import type { DistrictLevel } from '../../layers/districts/district-table.ts'
import type { Provenance } from '../../schema/provenance.ts'
import type { Scenario } from '../../scenario/types.ts'
import type { PlanRuleAnswer, PlanRuleRequest } from './lay-plan-rules.ts'
import type { DifferenceExplanation } from './scenario/explain-difference.ts'
import type { FigureRequest, OnProgress } from './scenario/one-figure.ts'
import type { SweepRequest, SweptVariants } from './scenario/sweep-variants.ts'
import type { AssumptionTest } from './scenario/test-assumptions.ts'
import type { ScenarioEvaluation, ScenarioRequest } from './scenario/types.ts'
import type { SiteRatings, SiteRequest } from './rate-zones.ts'
import type { ViewService } from '../view/view-questions.ts'

/** Which areas are measured. A drawn area's rings are longitude, latitude pairs, the outer ring first. */
export type ZoneSet =
  | { readonly kind: 'districts'; readonly level: DistrictLevel; readonly cityIds: readonly CityId[] }
  /** Each city as a whole: its coarse districts together. */
  | { readonly kind: 'city'; readonly cityIds: readonly CityId[] }
  | { readonly kind: 'hexagons'; readonly areaSquareMetres: number; readonly cityIds: readonly CityId[] }
  | {
      readonly kind: 'area'
      readonly cityId: CityId
      readonly name: string
      readonly polygonsDegrees: readonly (readonly (readonly (readonly [number, number])[])[])[]
    }

/** Assumptions of the heat model that the user changed, as the layer building-heat has them. */
export type HeatChanges = Readonly<Record<string, unknown>>

export interface ZoneRow {
  readonly cityId: CityId
  readonly id: string
  readonly names: Readonly<Record<Language, string | null>>
  /** Id of the coarse district that it belongs to. */
  readonly parentId: string | null
}

/** Measures of zones, row by row; the cities in their order, the zones of a city in that of the data. */
export interface MeasureTable {
  readonly zones: ZoneSet
  readonly rows: readonly ZoneRow[]
  readonly values: Readonly<Record<MeasureId, Float64Array>>
  /** Share of the inputs that is estimated, 0-1. */
  readonly estimatedShares: Readonly<Record<MeasureId, Float64Array>>
  readonly coverageShares: Float64Array
  readonly provenance: Readonly<Record<CityId, Readonly<Record<MeasureId, Provenance>>>>
  /** Longitude, latitude; even-odd rings as in `Polygons`, feature = row. */
  readonly shapes: {
    readonly positionsDegrees: Float64Array
    readonly ringStarts: Uint32Array
    readonly featureStarts: Uint32Array
  }
}

/** How one figure came about. */
export interface Explanation {
  readonly row: ZoneRow
  readonly measureId: MeasureId
  readonly value: number
  readonly formula: string
  readonly formulaSource: string
  readonly inputs: readonly { readonly name: string; readonly value: number; readonly provenance: Provenance }[]
  readonly estimatedShare: number
  readonly coverageShare: number
  /** One building of the zone with what it adds, or null. */
  readonly example: {
    readonly id: string
    readonly name: string | null
    readonly footprintSquareMetres: number
    readonly heightMetres: number
    readonly heightSource: string
    readonly storeys: number | null
    readonly storeysSource: string | null
    readonly grossFloorAreaSquareMetres: number
    readonly heatKilowattHoursPerYear: number
    readonly electricityKilowattHoursPerYear: number
    readonly carbonDioxideKilogramsPerYear: number
    readonly peakHeatKilowatts: number
  } | null
  /** Of electricity, how that of the city's metered buildings spreads over the year; null where none are known. */
  readonly load: { readonly shape: LoadShape; readonly provenance: Provenance } | null
}

export interface MatchRequest {
  readonly cityId: CityId
  readonly zoneId: string
  readonly level: DistrictLevel
  /** Measures compared, with weights above 0. */
  readonly weights: Readonly<Partial<Record<MeasureId, number>>>
  readonly limit: number
  readonly heat?: HeatChanges
  readonly scenario?: Scenario
}
export interface Match {
  readonly row: ZoneRow
  /** Weighted mean distance in robust standard deviations of all cities together: see `robustScale`. */
  readonly distance: number
  /** Of each measure: both values and how many of these they are apart. */
  readonly parts: readonly { readonly measureId: MeasureId; readonly own: number; readonly other: number; readonly apart: number }[]
  /** Measures left out, since one side is not known or all zones are equal. */
  readonly missing?: readonly MeasureId[]
}

export type WeightsChoice = { readonly kind: 'contiguity' } | { readonly kind: 'nearest'; readonly count: number }

export interface AutocorrelationRequest {
  /** Of one city: no neighbour lies across the sea. */
  readonly zones: ZoneSet
  readonly measureId: MeasureId
  readonly weights: WeightsChoice
  readonly permutations: number
  readonly seed: number
  readonly heat?: HeatChanges
  readonly scenario?: Scenario
}
export type ClusterClass = 'high-high' | 'low-low' | 'high-low' | 'low-high' | 'none' | 'no-data'
export interface Autocorrelation {
  readonly rows: readonly ZoneRow[]
  /** Zones with a value and a neighbour; the others are left out and are `no-data`. */
  readonly count: number
  readonly moran: { readonly i: number; readonly expected: number; readonly pValue: number }
  /** By row; NaN where there is no value. `qValues` are p-values after false-discovery control. */
  readonly local: {
    readonly i: Float64Array
    readonly pValues: Float64Array
    readonly qValues: Float64Array
    readonly classes: readonly ClusterClass[]
  }
  readonly gi: { readonly z: Float64Array; readonly pValues: Float64Array; readonly qValues: Float64Array }
}

export interface RankRequest {
  readonly level: DistrictLevel
  readonly cityIds: readonly CityId[]
  readonly measureId: MeasureId
  readonly draws: number
  readonly seed: number
  readonly heat?: HeatChanges
  readonly scenario?: Scenario
}
/** By row of the same districts' `MeasureTable`: rank 1 is the highest; 0 where there is no value. */
export interface RankRanges {
  readonly rows: readonly ZoneRow[]
  readonly low: Float64Array
  readonly high: Float64Array
  readonly ranks: Uint16Array
  /** Least and greatest rank in 90 % of the draws. */
  readonly rankLow: Uint16Array
  readonly rankHigh: Uint16Array
  /** Share of the draws in which the rank was what it is, 0-1. */
  readonly rankHolds: Float64Array
}

/** What the analysis worker answers; the report in the terminal asks the same. Values are never rounded here. */
export interface AnalysisService extends ViewService {
  /** @param scenario laid over the cities first; its assumptions come before those of `heat` */
  measure(zones: ZoneSet, heat?: HeatChanges, scenario?: Scenario): Promise<MeasureTable>
  /** What a scenario does: before, after and the difference. */
  evaluateScenario(request: ScenarioRequest): Promise<ScenarioEvaluation>
  /** Which edits do how much to one figure. `onProgress` as with `testRanks`, here and below. */
  explainDifference(request: FigureRequest, onProgress?: OnProgress): Promise<DifferenceExplanation>
  /** How far the difference of one figure hangs on each assumption. */
  testAssumptions(request: FigureRequest, onProgress?: OnProgress): Promise<AssumptionTest>
  /** Figures of all variants of a scenario, and which variants no other one betters. */
  sweepVariants(request: SweepRequest, onProgress?: OnProgress): Promise<SweptVariants>
  explain(
    zones: ZoneSet,
    cityId: CityId,
    zoneId: string,
    measureId: MeasureId,
    heat?: HeatChanges,
    scenario?: Scenario,
  ): Promise<Explanation>
  match(request: MatchRequest): Promise<readonly Match[]>
  /** `onProgress` is called with the share done, 0-1, in the middle of the work: of use only where no worker stands between. */
  autocorrelate(request: AutocorrelationRequest, onProgress?: (share: number) => void): Promise<Autocorrelation>
  /** `onProgress` is called with the share done, 0-1; false from it cancels, and the promise rejects with "Cancelled". */
  testRanks(request: RankRequest, onProgress?: (share: number) => boolean | Promise<boolean>): Promise<RankRanges>
  /** As with `testRanks`, `onProgress` is told the share done, and false from it cancels. */
  rateSites(request: SiteRequest, onProgress?: (share: number) => boolean | Promise<boolean>): Promise<SiteRatings>
  /** What a plan rule comes to on each area, in their order. */
  layPlanRule(request: PlanRuleRequest, heat?: HeatChanges): Promise<readonly PlanRuleAnswer[]>
}
