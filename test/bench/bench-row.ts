/** One line of the benchmark's table: what was measured beside a rival, in the same run. */
export interface BenchRow {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What it is compared with. */
  readonly rival: string
  readonly rivalValue: number
  /** value / rivalValue. */
  readonly ratio: number
  readonly note?: string
}
