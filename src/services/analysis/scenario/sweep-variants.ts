import { findParetoSet } from '../../../analytics/choice/find-pareto.ts'
import type { Direction } from '../../../analytics/choice/rescale.ts'
import { runSweep, type ScenarioSweep } from '../../../analytics/choice/sweep.ts'
import type { Scenario } from '../../../scenario/types.ts'
import type { HeatChanges, ZoneSet } from '../analysis-service.ts'
import type { Evaluator } from './evaluate-scenario.ts'
import { findFigure, type FigureRequest, type OnProgress } from './one-figure.ts'

/** A figure by which variants are told apart. */
interface SweepFigure extends Pick<FigureRequest, 'cityId' | 'zoneId' | 'impactId'> {
  readonly zones: ZoneSet
  /** The figure after the scenario, or by how much it differs from before. */
  readonly part: 'after' | 'difference'
  /** Whether more or less is better; null: it is shown, and no aim. */
  readonly direction: Direction | null
}

export interface SweepRequest {
  readonly scenario: Scenario
  readonly sweep: ScenarioSweep
  readonly figures: readonly SweepFigure[]
  readonly baseline?: Scenario | null
  readonly heat?: HeatChanges
}

export interface SweptVariants {
  /** The parameters' values, a row a variant; `makeVariant` makes the scenario of a row. */
  readonly variants: readonly (readonly number[])[]
  /** Of each figure, a value a variant. */
  readonly figures: readonly Float64Array[]
  /** 1 where no other variant is as good in every aim and better in one; all 0 without an aim. */
  readonly isInParetoSet: Uint8Array
}

/** Evaluates every variant of a scenario. */
export async function sweepVariants(
  { scenario, sweep, figures, baseline, heat }: SweepRequest,
  evaluator: Pick<Evaluator, 'figuresOfAll'>,
  onProgress?: OnProgress,
): Promise<SweptVariants> {
  const evaluate = async (variant: Scenario) => {
    const outcome: Record<string, number> = {}
    for (const [index, figure] of figures.entries()) {
      const { part, ...asked } = figure
      const request = { ...asked, scenario: variant, baseline: baseline ?? null, ...(heat === undefined ? {} : { heat }) }
      outcome[String(index)] = (await findFigure(request, evaluator))[part]
    }
    return outcome
  }
  const { variants, outcomes } = await runSweep(scenario, sweep, evaluate, onProgress)
  const columns = figures.map((_, index) => Float64Array.from(outcomes, (outcome) => outcome[String(index)] as number))
  const aims = figures.flatMap(({ direction }, index) =>
    direction === null ? [] : [{ values: columns[index] as Float64Array, direction }],
  )
  return {
    variants,
    figures: columns,
    isInParetoSet: aims.length === 0 ? new Uint8Array(variants.length) : findParetoSet(aims),
  }
}
