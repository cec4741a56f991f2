import type { Random } from './seeded-random.ts'

/** Puts the values into random order, in place; every order is as likely (Fisher and Yates). */
export function shuffle<Values extends Float64Array | Uint32Array | Int32Array | unknown[]>(values: Values, random: Random): Values {
  for (let last = values.length - 1; last > 0; last--) {
    const other = random.below(last + 1)
    const kept = values[last]
    values[last] = values[other]
    values[other] = kept
  }
  return values
}
