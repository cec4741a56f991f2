/** Random numbers that are the same for the same seed, on every machine. Not for secrets. */
export interface Random {
  /** A whole number, 0 to 2^32 - 1. */
  readonly next: () => number
  /** 0 included, 1 not; in steps of 2^-32. */
  readonly uniform: () => number
  /** A whole number below `count`, which is at most 2^32. Off from even odds by less than count / 2^32. */
  readonly below: (count: number) => number
  /** Standard normal: mean 0, standard deviation 1. */
  readonly normal: () => number
}

/**
 * xoshiro128** (Blackman and Vigna, Scrambled Linear Pseudorandom Number Generators, ACM Transactions
 * on Mathematical Software 47, 2021): 128 bits of state, 32-bit steps, period 2^128 - 1.
 *
 * @param seed a whole number; its low 32 bits are spread over the state by a mixer in the manner of
 *   SplitMix, as the authors advise
 */
export function makeRandom(seed: number): Random {
  let mixed = seed | 0
  const mix = () => {
    mixed = (mixed + 0x9e3779b9) | 0
    let bits = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
    return (bits ^ (bits >>> 16)) >>> 0
  }
  return makeRandomFromState([mix(), mix(), mix(), mix()])
}

/** The generator from a state of four 32-bit words, not all 0. */
export function makeRandomFromState(state: readonly [number, number, number, number]): Random {
  let [a, b, c, d] = state.map((word) => word | 0) as [number, number, number, number]
  if ((a | b | c | d) === 0) throw new Error('A state of zeros stays at zero')
  let spare = NaN
  const next = () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return result
  }
  const uniform = () => next() / 2 ** 32
  /** Marsaglia's polar method: each round that succeeds gives two. */
  const normal = () => {
    if (!Number.isNaN(spare)) {
      const kept = spare
      spare = NaN
      return kept
    }
    for (;;) {
      const x = 2 * uniform() - 1
      const y = 2 * uniform() - 1
      const square = x * x + y * y
      if (square >= 1 || square === 0) continue
      const factor = Math.sqrt((-2 * Math.log(square)) / square)
      spare = y * factor
      return x * factor
    }
  }
  return { next, uniform, normal, below: (count) => Math.floor(uniform() * count) }
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits))
}
