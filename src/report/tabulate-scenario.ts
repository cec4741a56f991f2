import { MEASURE_IDS, type MeasureId } from '../analytics/measures/types.ts'
import { BROUGHT_IDS, IMPACTS, type ImpactId } from '../analytics/scenario/impacts.ts'
import { describeScenarioIssue } from '../scenario/describe-issue.ts'
import type { Scenario } from '../scenario/types.ts'
import type { ScenarioEvaluation } from '../services/analysis/scenario/types.ts'
import { numbersColumn, type FlatColumn, type FlatTable, type RowShapes } from './flat-table.ts'
import { coverageColumn, estimatedShareColumn, measureColumnName, measureSymbol, zoneColumns } from './measure-columns.ts'

const BROUGHT_SYMBOLS: Readonly<Record<(typeof BROUGHT_IDS)[number], readonly [column: string, symbol: string]>> = {
  'open-space': ['open_space_m2', 'm²'],
  'dwellings': ['dwellings_added', 'dwellings'],
  'jobs': ['jobs_added', 'jobs'],
  'solar-yield': ['solar_yield_gwh_per_year', 'GWh/a'],
  'residents-near-new-stops': ['residents_near_new_stops', 'residents'],
}

/** `fsi`, `solar_yield_gwh_per_year`: what the columns of a figure begin with. */
export function impactColumnName(id: ImpactId): string {
  return isMeasure(id) ? measureColumnName(id) : BROUGHT_SYMBOLS[id][0]
}

function isMeasure(id: ImpactId): id is MeasureId {
  return MEASURE_IDS.some((each) => each === id)
}

/** How a scenario's file was read, beside what the service says of it. */
export interface ReadScenario {
  readonly scenario: Scenario
  readonly issues: readonly string[]
  /** SHA-256 of the file. */
  readonly sha256: string
}

/** Zones and then whole cities as rows: of each figure before, after, the difference and the share of it that is estimated. */
export function tabulateScenario(
  evaluations: readonly ScenarioEvaluation[],
  measureIds: readonly MeasureId[],
  plan: ReadScenario,
  baseline: ReadScenario | null,
): FlatTable {
  const ids: readonly ImpactId[] = [...measureIds, ...BROUGHT_IDS]
  const rows = evaluations.flatMap((evaluation) => evaluation.rows)
  const join = (valuesOf: (evaluation: ScenarioEvaluation) => Float64Array) =>
    evaluations.flatMap((evaluation) => [...valuesOf(evaluation)])
  const issues = listIssues(evaluations, plan)
  return {
    columns: [
      ...zoneColumns(rows),
      coverageColumn(join(({ coverageShares }) => coverageShares)),
      ...ids.flatMap((id): readonly FlatColumn[] => {
        const { formula, source } = IMPACTS[id]
        const [name, symbol, after] = [
          impactColumnName(id),
          isMeasure(id) ? measureSymbol(id) : BROUGHT_SYMBOLS[id][1],
          join((each) => each.after[id]),
        ]
        const column = (part: 'before' | 'after' | 'difference', meaning: string) =>
          numbersColumn(
            `${name}_${part}`,
            symbol,
            meaning,
            join((each) => each[part][id]),
          )
        return [
          column('before', `${formula}; ${source}`),
          column('after', 'The same after the scenario'),
          column('difference', 'After less before; of a sum it is known where too little of the land is mapped for the sum itself'),
          ...estimatedShareColumnOf(
            name,
            join((each) => each.estimatedShares[id]),
            after,
            id,
          ),
        ]
      }),
    ],
    rowCount: rows.length,
    shapes: joinShapes(evaluations.map(({ shapes }) => shapes)),
    summary: {
      scenario_id: plan.scenario.id,
      scenario_name: plan.scenario.name,
      scenario_changed_at: plan.scenario.changedAt,
      scenario_sha256: plan.sha256,
      ...(baseline === null ? {} : { before_scenario_id: baseline.scenario.id, before_scenario_sha256: baseline.sha256 }),
      scenario_issue_count: issues.length,
      scenario_issues: issues.length === 0 ? null : issues.join(' | '),
    },
  }
}

/** What of a scenario's file does not count, or is worth knowing, in sentences: of reading it, then of applying it to each city. */
export function listIssues(evaluations: readonly ScenarioEvaluation[], { issues }: ReadScenario): readonly string[] {
  const applied = evaluations[0]?.cities.flatMap(({ cityId, issues: ofCity }) =>
    ofCity.map((issue) => `${cityId}: ${describeScenarioIssue(issue)}`),
  )
  return [...issues, ...(applied ?? [])]
}

function estimatedShareColumnOf(name: string, shares: readonly number[], after: readonly number[], id: ImpactId): readonly FlatColumn[] {
  if (isMeasure(id)) return [estimatedShareColumn(id, shares, after)]
  return [numbersColumn(`${name}_estimated_share`, null, `Share of the inputs of ${name} that is estimated, 0-1`, shares)]
}

function joinShapes(parts: readonly RowShapes[]): RowShapes {
  const [rings, features] = [[0], [0]]
  for (const { ringStarts, featureStarts } of parts) {
    const [point, ring] = [rings.at(-1) as number, features.at(-1) as number]
    for (const start of ringStarts.subarray(1)) rings.push(point + start)
    for (const start of featureStarts.subarray(1)) features.push(ring + start)
  }
  return {
    positionsDegrees: Float64Array.from(parts.flatMap(({ positionsDegrees }) => [...positionsDegrees])),
    ringStarts: Uint32Array.from(rings),
    featureStarts: Uint32Array.from(features),
  }
}
