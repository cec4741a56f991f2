import type { Scenario } from '../../../scenario/types.ts'
import type { Evaluator } from './evaluate-scenario.ts'
import { findFigure, tellProgress, type FigureChange, type FigureRequest, type OnProgress } from './one-figure.ts'

/** What edits do to a figure. */
export interface DifferenceExplanation extends FigureChange {
  /** By how much the difference is smaller when the edit alone is left out, in the order of the edits. */
  readonly parts: readonly { readonly editId: string; readonly contribution: number }[]
  /**
   * What the parts leave of the difference: nothing where edits add up, else what they do together, as where one takes away
   * what another changes, or where the figure is a ratio.
   */
  readonly together: number
}

/** Evaluates the scenario once without each of its edits. */
export async function explainDifference(
  request: FigureRequest,
  evaluator: Pick<Evaluator, 'figuresOfAll'>,
  onProgress?: OnProgress,
): Promise<DifferenceExplanation> {
  const { scenario } = request
  const whole = await findFigure(request, evaluator)
  const parts: { readonly editId: string; readonly contribution: number }[] = []
  for (const edit of scenario.edits) {
    const without: Scenario = { ...scenario, edits: scenario.edits.filter((other) => other !== edit) }
    const { difference } = await findFigure({ ...request, scenario: without }, evaluator)
    parts.push({ editId: edit.id, contribution: whole.difference - difference })
    await tellProgress(parts.length / scenario.edits.length, onProgress)
  }
  return { ...whole, parts, together: parts.reduce((rest, { contribution }) => rest - contribution, whole.difference) }
}
