import type { SiteCriterion } from '../analytics/choice/site-criteria.ts'
import type { MeasureId } from '../analytics/measures/types.ts'
import type { OwnMeasure } from '../analytics/own/own-measure-text.ts'
import type { CityId } from '../cities/index.ts'
import type { DistrictLevel } from '../layers/districts/district-table.ts'
import type { HeatChanges, WeightsChoice, ZoneSet } from '../services/analysis/analysis-service.ts'

export const REPORT_FORMATS = ['csv', 'json', 'geojson', 'geoparquet'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** Areas that a report is about: as the service takes them, or a file that is yet to be read. */
export type ReportZones = ZoneSet | { readonly kind: 'area-file'; readonly path: string; readonly cityId: CityId | null }

/** Districts or hexagons, of which a city has many: what statistics of neighbours need. */
export type ManyZones = Exclude<ZoneSet, { readonly kind: 'area' }>

/** A district by its id, or by its name in any language. */
export interface ReportDistrict {
  readonly cityId: CityId
  readonly idOrName: string
}

/** What is asked; each kind but the first is an option of the command line. */
export type ReportQuestion =
  | {
      readonly kind: 'measures'
      readonly zones: ReportZones
      readonly measureIds: readonly MeasureId[]
      /** Measures of the user's own, beside them. */
      readonly own?: readonly OwnMeasure[]
      readonly scores: ReportScores
    }
  | {
      readonly kind: 'scenario'
      /** The scenario's file, and that of another one which stands before; null: today does. */
      readonly path: string
      readonly beforePath: string | null
      readonly zones: ManyZones
      readonly measureIds: readonly MeasureId[]
    }
  | {
      readonly kind: 'compare'
      readonly level: DistrictLevel
      readonly districts: readonly [ReportDistrict, ReportDistrict]
      readonly measureIds: readonly MeasureId[]
    }
  | {
      readonly kind: 'match'
      readonly level: DistrictLevel
      readonly district: ReportDistrict
      readonly weights: Readonly<Partial<Record<MeasureId, number>>>
      readonly limit: number
    }
  | {
      readonly kind: 'moran'
      readonly zones: ManyZones
      readonly measureId: MeasureId
      readonly weights: WeightsChoice
      readonly permutations: number
      readonly seed: number
    }
  | {
      readonly kind: 'ranks'
      readonly level: DistrictLevel
      readonly cityIds: readonly CityId[]
      readonly measureId: MeasureId
      readonly draws: number
      readonly seed: number
    }
  | {
      readonly kind: 'sites'
      readonly zones: ManyZones
      readonly criteria: readonly SiteCriterion[]
      readonly own?: readonly OwnMeasure[]
      readonly draws: number
      readonly seed: number
    }

export interface ReportOutput {
  readonly format: ReportFormat
  /** File to write; null for standard output. */
  readonly path: string | null
  /** File of the provenance; `-` for standard error; null for the default: beside `path`, or none. */
  readonly sidecarPath: string | null
}

/** Standard scores beside the values: over the zones of each city by itself, or over all together. */
export const REPORT_SCORES = ['none', 'city', 'pooled'] as const
export type ReportScores = (typeof REPORT_SCORES)[number]

/** A whole report, as the command line or the screen describes it. */
export interface ReportRequest {
  readonly question: ReportQuestion
  /** Assumptions of the heat model that were changed; empty where none was. */
  readonly heat: HeatChanges
  readonly output: ReportOutput
}

/** Arguments that cannot be understood: one sentence each, naming the argument and what was expected. */
export class ReportArgumentError extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'ReportArgumentError'
    this.problems = problems
  }
}
