/** A typed array that doubles as it fills: millions of numbers without a list of objects. */
export class GrowingArray<Numbers extends Float64Array | Uint32Array | Uint8Array> {
  length = 0
  #values: Numbers
  readonly #make: (length: number) => Numbers

  constructor(make: (length: number) => Numbers) {
    this.#make = make
    this.#values = make(1024)
  }

  push(value: number): void {
    this.reserve(1)
    this.#values[this.length++] = value
  }

  append(values: ArrayLike<number>): void {
    this.reserve(values.length)
    this.#values.set(values, this.length)
    this.length += values.length
  }

  at(index: number): number {
    return this.#values[index] as number
  }

  set(index: number, value: number): void {
    this.#values[index] = value
  }

  /** Forgets what came after. */
  truncate(length: number): void {
    this.length = length
  }

  /** The numbers so far; a view, which the next push may leave behind. */
  view(): Numbers {
    return this.#values.subarray(0, this.length) as Numbers
  }

  private reserve(count: number): void {
    const needed = this.length + count
    if (needed <= this.#values.length) return
    const larger = this.#make(Math.max(needed, this.#values.length * 2))
    larger.set(this.view())
    this.#values = larger
  }
}

export const growingFloats = (): GrowingArray<Float64Array> => new GrowingArray((length) => new Float64Array(length))
export const growingIndices = (): GrowingArray<Uint32Array> => new GrowingArray((length) => new Uint32Array(length))
