import type { Direction } from './rescale.ts'

/** One figure of every variant, and whether more or less of it is better. NaN where it is not known. */
export interface Aim {
  readonly values: ArrayLike<number>
  readonly direction: Direction
}

/**
 * Which variants are in the Pareto set: no other is as good in every aim and better in one. Equal variants are in it
 * together; one of which a figure is not known is not, and beats no other.
 *
 * @returns 1 or 0 a variant
 */
export function findParetoSet(aims: readonly Aim[]): Uint8Array {
  const count = aims[0]?.values.length ?? 0
  const set = new Uint8Array(count)
  /** Higher is better. */
  const gains = aims.map(({ values, direction }) => Float64Array.from(values, (value) => (direction === 'up' ? value : -value)))
  const gainOf = (aim: number, variant: number) => (gains[aim] as Float64Array)[variant] as number
  const compareFrom = (a: number, b: number): number => {
    const aim = gains.findIndex((gain) => gain[a] !== gain[b])
    return aim === -1 ? 0 : gainOf(aim, b) - gainOf(aim, a)
  }
  const known = Array.from({ length: count }, (_, variant) => variant).filter((variant) =>
    gains.every((gain) => !Number.isNaN(gain[variant])),
  )
  // Best in the first aim first, then in the second …: none is beaten by one that stands behind it.
  const front: number[] = []
  for (const variant of known.toSorted(compareFrom)) {
    const isBeaten = front.some(
      (other) => gains.every((gain) => (gain[other] as number) >= (gain[variant] as number)) && compareFrom(other, variant) !== 0,
    )
    if (isBeaten) continue
    front.push(variant)
    set[variant] = 1
  }
  return set
}
