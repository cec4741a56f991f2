/** How a figure came to be known. Every figure on screen carries one. */
type ProvenanceKind = 'measured' | 'official' | 'modelled' | 'default'

/** Where a figure comes from, in words a reader can check. */
export interface Provenance {
  readonly kind: ProvenanceKind
  /** Year or span of the facts, e.g. `2021` or `2019-2026`; `null` where the source does not say. */
  readonly year: string | null
  /** Publisher and data set, e.g. `OpenStreetMap contributors, August 2021`. */
  readonly source: string
  /** What is known of the error, in plain English, e.g. `±5 cm`. */
  readonly uncertainty?: string
}
