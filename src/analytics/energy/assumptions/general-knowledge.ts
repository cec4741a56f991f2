import type { Assumption } from './assumption.ts'

/** Where a default comes from that no source at hand gives. */
const GENERAL_KNOWLEDGE = 'General knowledge of building practice, not from a source: put the local figure in its place'

type Named = Pick<Assumption, 'key' | 'name' | 'unit' | 'code'>

/** A default that rests on no source, and says so. */
export function assume(named: Named, defaultValue: number, low: number, high: number): Assumption {
  return { ...named, defaultValue, low, high, kind: 'default', year: null, source: GENERAL_KNOWLEDGE }
}
