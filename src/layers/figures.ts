import type { Provenance } from '../schema/provenance.ts'
import type { Note } from './message-keys.ts'

/** One number a feature, before any colour. */
export interface Figures {
  /** NaN where nothing is known. */
  readonly values: Float32Array | Float64Array
  /** 1 where the figure does not apply (an unheated shed): drawn plain, counted nowhere. Null: applies to all. */
  readonly excluded: Uint8Array | null
  /** How many of the known values are estimated or modelled. */
  readonly estimatedCount: number
  readonly provenance: Provenance
  readonly notes: readonly Note[]
  /** Numbers that the notes speak of, by name; none where it is left out. */
  readonly noteValues?: Readonly<Record<string, number>>
}

/** One category a feature. */
export interface Categories {
  /** Index into the scale's categories; 255 where nothing is known. */
  readonly codes: Uint8Array
  readonly estimatedCount: number
  readonly provenance: Provenance
  readonly notes: readonly Note[]
}

export const UNKNOWN_CODE = 255
