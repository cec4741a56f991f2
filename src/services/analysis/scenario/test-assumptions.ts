import { listImpactAssumptions } from '../../../analytics/scenario/impact-assumptions.ts'
import { cityById } from '../../../cities/index.ts'
import { heatUnder } from '../city-figures.ts'
import type { Evaluator } from './evaluate-scenario.ts'
import { findFigure, tellProgress, type FigureChange, type FigureRequest, type OnProgress } from './one-figure.ts'

/** A figure's difference with one assumption at the ends of its range, all others as they are. */
interface TestedAssumption {
  readonly id: string
  readonly unit: string
  readonly value: number
  readonly low: number
  readonly high: number
  readonly differenceAtLow: number
  readonly differenceAtHigh: number
  /** How far both ends and the middle lie apart. */
  readonly swing: number
  /** The difference is as much above or below 0 at both ends as in the middle. */
  readonly signHolds: boolean
}

/** A tornado: the widest swing first; assumptions that move nothing are left out. */
export interface AssumptionTest extends FigureChange {
  readonly rows: readonly TestedAssumption[]
  readonly signHolds: boolean
  /** How many were tried. */
  readonly triedCount: number
}

/**
 * Runs the scenario again with each assumption at the low and the high end of its range. One that the scenario or the user
 * has changed is moved by its range about the changed value. The same before and after.
 */
export async function testAssumptions(
  request: FigureRequest,
  evaluator: Pick<Evaluator, 'figuresOfAll'>,
  onProgress?: OnProgress,
): Promise<AssumptionTest> {
  const { scenario, baseline, heat } = request
  const whole = await findFigure(request, evaluator)
  const assumptions = listImpactAssumptions(request.impactId, cityById(request.cityId))
  const set = heatUnder(heat, scenario)
  const rows: TestedAssumption[] = []
  for (const [index, { id, unit, default: standard, low, high }] of assumptions.entries()) {
    const changed = Object.hasOwn(set, id) ? set[id] : undefined
    const value = typeof changed === 'number' ? changed : standard
    const shift = value - standard
    const differenceAt = async (end: number): Promise<number> => {
      if (end === standard) return whole.difference
      const under = <Plan extends { readonly assumptions: Readonly<Record<string, number>> }>(plan: Plan): Plan => ({
        ...plan,
        assumptions: { ...plan.assumptions, [id]: end + shift },
      })
      const tried = {
        ...request,
        scenario: under(scenario),
        baseline: baseline === undefined || baseline === null ? null : under(baseline),
      }
      return (await findFigure(tried, evaluator)).difference
    }
    const [atLow, atHigh] = [await differenceAt(low), await differenceAt(high)]
    const all = [atLow, whole.difference, atHigh]
    const swing = Math.max(...all) - Math.min(...all)
    if (swing > Math.abs(whole.difference) * NOTHING) {
      rows.push({
        id,
        unit,
        value,
        low: low + shift,
        high: high + shift,
        differenceAtLow: atLow,
        differenceAtHigh: atHigh,
        swing,
        signHolds: all.every((difference) => Math.sign(difference) === Math.sign(whole.difference)),
      })
    }
    await tellProgress((index + 1) / assumptions.length, onProgress)
  }
  rows.sort((a, b) => b.swing - a.swing || (a.id < b.id ? -1 : 1))
  return { ...whole, rows, signHolds: rows.every(({ signHolds }) => signHolds), triedCount: assumptions.length }
}

/** A smaller part of the difference is rounding. */
const NOTHING = 1e-9
