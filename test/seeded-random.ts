/** Numbers from 0 to 1 that are the same in every run (Lehmer, modulus 2³¹ − 1). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48271) % 2147483647) / 2147483647
}

/** One of a list. */
export function chooseFrom<Value>(random: () => number, list: readonly Value[]): Value {
  return list[Math.floor(random() * list.length)] as Value
}
