import type { Legend } from '../../layers/types.ts'

interface AxisSegment {
  readonly colour: string
  /** Shares of the axis, 0-1. */
  readonly from: number
  readonly to: number
}

interface AxisTick {
  readonly at: number
  readonly value: number
}

/** A legend of a quantity laid out along one axis from 0 to 1. */
export interface LegendAxis {
  readonly segments: readonly AxisSegment[]
  readonly ticks: readonly AxisTick[]
  /** Bars of equal width: the share of the known values in each. */
  readonly bars: readonly number[]
}

/** Two labels nearer than this would touch. */
const LEAST_TICK_GAP = 0.13

/**
 * Lays a sequential legend out. Where the steps grow by a sum, places are proportional to values and
 * bars are the histogram; where they grow by a factor each step is as wide as the next and its bar
 * is its count, since equal bins would crowd nearly all values into the first.
 */
export function layOutLegend(legend: Legend): LegendAxis {
  const isProportional =
    legend.histogram.length > 0 && legend.histogramTo > legend.histogramFrom && !legend.noteKeys.includes('note.logarithmic')
  const count = legend.steps.length
  const span = legend.histogramTo - legend.histogramFrom
  const place = (value: number | undefined, fallback: number) =>
    value === undefined ? fallback : Math.min(1, Math.max(0, (value - legend.histogramFrom) / span))
  const segments = legend.steps.map((step, index) => ({
    colour: step.colour,
    from: isProportional ? place(step.from, index === 0 ? 0 : 1) : index / count,
    to: isProportional ? place(step.to, 1) : (index + 1) / count,
  }))
  const counts = isProportional ? legend.histogram : legend.steps.map((step) => step.count)
  const total = counts.reduce((sum, value) => sum + value, 0)
  return {
    segments,
    ticks: spreadTicks(
      legend.steps.flatMap((step, index) =>
        step.from === undefined || index === 0 ? [] : [{ at: segments[index]?.from ?? 0, value: step.from }],
      ),
    ),
    bars: counts.map((value) => (total === 0 ? 0 : value / total)),
  }
}

/** The ticks that can be read: from the left, each far enough from the one before and from the edges. */
function spreadTicks(ticks: readonly AxisTick[]): readonly AxisTick[] {
  const kept: AxisTick[] = []
  for (const tick of ticks) {
    const last = kept.at(-1)
    if (tick.at < 0.03 || tick.at > 0.97) continue
    if (last === undefined || tick.at - last.at >= LEAST_TICK_GAP) kept.push(tick)
  }
  return kept
}

/** True when steps are categories, named classes included: shown as a list, not along an axis. */
export function isListed(legend: Legend): boolean {
  return legend.kind === 'categorical' || legend.steps.some((step) => step.labelKey !== undefined || step.text !== undefined)
}

/** Share of all features that have no value, 0-1. */
export function missingShare(legend: Legend): number {
  const all = legend.known + legend.missing
  return all === 0 ? 0 : legend.missing / all
}
