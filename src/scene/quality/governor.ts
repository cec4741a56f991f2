/** How a frame is drawn. */
export interface QualityStep {
  /** Share of the view's pixels in each direction. */
  readonly scale: number
  /** Samples of a pixel, which smooth the edges. */
  readonly samples: number
}

/** From the sharpest, which every picture at rest is drawn in, to the lightest. */
export const QUALITY_STEPS: readonly [QualityStep, ...QualityStep[]] = [
  { scale: 1, samples: 4 },
  { scale: 1, samples: 1 },
  { scale: 0.7, samples: 1 },
  { scale: 0.5, samples: 1 },
  { scale: 0.35, samples: 1 },
]
export const LIGHTEST_STEP = QUALITY_STEPS.length - 1

/** A frame that takes longer is felt as a jerk. */
export const SLOW_FRAME_MILLISECONDS = 50
/** A sharper step is tried where its frame is expected to take no longer (and a display of 60 frames a second says of none that it took less than 17). */
const FAST_FRAME_MILLISECONDS = 42
/** One slow frame says nothing: a shader was linked, or a tile came. */
const FEWEST_TO_LIGHTEN = { slow: 6, verySlow: 3 } as const
const FEWEST_TO_SHARPEN = 8
const PATIENCE_MILLISECONDS = { first: 1500, longest: 60_000 } as const
/** A sharper step that has to be given up within this time was a mistake. */
const MISTAKE_MILLISECONDS = 20_000
/** Smoothing multiplies the work of a frame by about this, on cards and processors alike. */
const SMOOTHING_COST = 2.5

export interface Governor {
  /** The step for frames while something moves or loads, as a place in `QUALITY_STEPS`. */
  readonly step: () => number
  /**
   * A frame of that step took so long to draw; `nowMilliseconds` on any clock that does not go back. A frame that
   * is not `isWhole`, since something is still missing in it, cannot say that there is time for more.
   */
  readonly take: (frameMilliseconds: number, nowMilliseconds: number, isWhole?: boolean) => void
}

/**
 * Chooses how sharp a moving picture is drawn by how long its frames take. The median of a few frames decides,
 * a lighter step is taken at once, a sharper one only where it will hold: it must be expected well below
 * the limit, also by what its frames took the last time; and after each mistake the next try waits twice as long.
 */
export function createGovernor(firstStep = 0): Governor {
  let step = firstStep
  let frames: number[] = []
  let changedAt: number | null = null
  let sharpenedAt = Number.NEGATIVE_INFINITY
  let medianBefore = 0
  /** How many times longer the frames of the next sharper step took, where it had to be given up; by step. */
  const learned: number[] = []
  let patience: number = PATIENCE_MILLISECONDS.first

  const change = (next: number, now: number): void => {
    step = next
    frames = []
    changedAt = now
  }
  const lighten = (median: number, now: number): void => {
    if (now - sharpenedAt < MISTAKE_MILLISECONDS) {
      patience = Math.min(patience * 2, PATIENCE_MILLISECONDS.longest)
      learned[step + 1] = median / medianBefore
    }
    const fitting = QUALITY_STEPS.findIndex((_, index) => index > step && expect(median, step, index) <= SLOW_FRAME_MILLISECONDS)
    change(fitting === -1 ? LIGHTEST_STEP : fitting, now)
  }

  return {
    step: () => step,
    take: (frameMilliseconds, now, isWhole = true) => {
      changedAt ??= now
      frames = [...frames.slice(1 - FEWEST_TO_SHARPEN), frameMilliseconds]
      const median = medianOf(frames)
      if (median > SLOW_FRAME_MILLISECONDS) {
        const fewest = median > 2 * SLOW_FRAME_MILLISECONDS ? FEWEST_TO_LIGHTEN.verySlow : FEWEST_TO_LIGHTEN.slow
        if (frames.length >= fewest && step < LIGHTEST_STEP) lighten(median, now)
        return
      }
      if (!isWhole || step === 0 || frames.length < FEWEST_TO_SHARPEN || now - changedAt < patience) return
      if (Math.max(expect(median, step, step - 1), median * (learned[step] ?? 0)) > FAST_FRAME_MILLISECONDS) return
      sharpenedAt = now
      medianBefore = median
      change(step - 1, now)
    },
  }
}

/** How long a frame of one step will take, by one of another: as if pixels were all of the work. */
function expect(milliseconds: number, from: number, to: number): number {
  return (milliseconds * workOf(to)) / workOf(from)
}

function workOf(index: number): number {
  const { scale, samples } = QUALITY_STEPS[index] ?? QUALITY_STEPS[0]
  return scale * scale * (samples > 1 ? SMOOTHING_COST : 1)
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}
