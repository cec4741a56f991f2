import { describeAutocorrelation } from '../../analytics/statistics/describe-autocorrelation.ts'
import { weightsOfLists } from '../../analytics/statistics/spatial-weights.ts'
import type { ReportEffects } from './effects.ts'

/** A shorter wait needs no word. */
const SILENT_MILLISECONDS = 5000
const INTERVAL_MILLISECONDS = 10_000

/** Fewer draws of neighbours than this are done before anybody wonders. */
const FEW_DRAWS = 2e7
/** A trial on zones in a ring shows what one draw costs on this machine: a quarter of a second. */
const TRIAL = { zones: 1000, neighbours: 6, permutations: 299 } as const
/** Other programs may want the processor too, and many zones fit its caches worse than few. */
const MARGIN = 1.5

/** Writes the share done and the time left on standard error, now and then, once a wait has become long. */
export function reportProgress({ warn, now }: Pick<ReportEffects, 'warn' | 'now'>): (share: number) => void {
  const began = now()
  let next = began + SILENT_MILLISECONDS
  return (share) => {
    const at = now()
    if (at < next || share <= 0) return
    next = at + INTERVAL_MILLISECONDS
    warn(`${Math.floor(share * 100)} % done, about ${describeDuration(((at - began) / share) * (1 - share))} left.`)
  }
}

/** Says before many permutations how long they take at most, by a trial of fewer zones and permutations. */
export function sayHowLong(zones: number, permutations: number, { warn, now }: Pick<ReportEffects, 'warn' | 'now'>): void {
  if (zones * permutations < FEW_DRAWS) return
  const ring = weightsOfLists(
    Array.from({ length: TRIAL.zones }, (_, zone) =>
      Array.from({ length: TRIAL.neighbours }, (_unused, step) => (zone + step + 1) % TRIAL.zones),
    ),
  )
  const values = Float64Array.from({ length: TRIAL.zones }, (_, zone) => Math.sin(zone))
  const began = now()
  describeAutocorrelation(values, ring, { permutations: TRIAL.permutations, seed: 1 })
  const perDraw = (now() - began) / (TRIAL.zones * TRIAL.permutations)
  const count = (value: number) => value.toLocaleString('en')
  warn(
    `${count(zones)} zones, ${count(permutations)} permutations: at most about ${describeDuration(perDraw * zones * permutations * MARGIN)}; Ctrl+C ends it.`,
  )
}

/** `40 s`, `12 min`, `3 h 20 min`: rounded up. */
function describeDuration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  if (seconds < 90) return `${seconds} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
