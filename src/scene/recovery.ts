import type { CityId } from '../cities/index.ts'

/** What is waited before each new try, in milliseconds; after the last only the user tries again. */
export const RECOVERY_WAITS = [400, 2000, 8000, 20_000] as const
/** A loss this long ago has nothing to do with the next. */
const FORGET_MILLISECONDS = 120_000

export interface Recovery {
  /** A view was lost. @returns whether it will be built anew by itself. */
  readonly lost: (cityId: CityId) => boolean
  readonly dispose: () => void
}

/** Builds a view anew whose graphics context was lost, a few times in a row and each time after a longer wait. */
export function createRecovery(rebuild: (cityId: CityId) => void): Recovery {
  const losses = new Map<CityId, number[]>()
  const timers = new Map<CityId, ReturnType<typeof setTimeout>>()
  return {
    lost: (cityId) => {
      const now = performance.now()
      const recent = (losses.get(cityId) ?? []).filter((at) => now - at < FORGET_MILLISECONDS)
      losses.set(cityId, [...recent, now])
      const wait = RECOVERY_WAITS[recent.length]
      if (wait === undefined) return false
      clearTimeout(timers.get(cityId))
      timers.set(
        cityId,
        setTimeout(() => rebuild(cityId), wait),
      )
      return true
    },
    dispose: () => {
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}
