/** A number from 0 to below 1, by a seed. */
type Random = () => number

/** Lengths and counts as a damaged or hostile file would have them. */
const LIES = [0, 1, 2, 0x7f, 0xff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff] as const

const KINDS: readonly ((bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array)[] = [flipBits, cut, repeat, lie, splice]

/** A file with one to three faults: bits flipped, cut off, a piece repeated, a 32-bit number that lies, or a piece of another file. */
export function mutate(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let mutated = bytes
  for (let left = 1 + below(3, random); left > 0; left--) {
    mutated = (KINDS[below(KINDS.length, random)] as (typeof KINDS)[number])(mutated, random, other)
  }
  return mutated
}

function flipBits(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice()
  for (let left = 1 + below(4, random); left > 0 && copy.length > 0; left--) copy[below(copy.length, random)]! ^= 1 << below(8, random)
  return copy
}

function cut(bytes: Uint8Array, random: Random): Uint8Array {
  return bytes.slice(0, below(bytes.length + 1, random))
}

function repeat(bytes: Uint8Array, random: Random): Uint8Array {
  const from = below(bytes.length + 1, random)
  const to = Math.min(bytes.length, from + 1 + below(64, random))
  return join(bytes.subarray(0, to), bytes.subarray(from))
}

/** On a multiple of two, as numbers of these formats stand, and in the order of bytes of either. */
function lie(bytes: Uint8Array, random: Random): Uint8Array {
  if (bytes.length < 4) return bytes
  const copy = bytes.slice()
  const value = random() < 0.2 ? bytes.length * (1 + below(3, random)) : (LIES[below(LIES.length, random)] as number)
  new DataView(copy.buffer).setUint32(below((bytes.length - 2) >> 1, random) * 2, value, random() < 0.8)
  return copy
}

function splice(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  const at = below(bytes.length + 1, random)
  const from = below(other.length + 1, random)
  return join(bytes.subarray(0, at), other.subarray(from, from + below(200, random)), bytes.subarray(at + below(100, random)))
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function below(most: number, random: Random): number {
  return Math.floor(random() * most)
}
