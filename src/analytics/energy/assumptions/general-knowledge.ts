import type { EnergyAssumption } from './assumption.ts'

/** Where a default comes from that no source at hand gives. */
const GENERAL_KNOWLEDGE = 'General knowledge of building practice, not from a source: put the local figure in its place'

type Named = Pick<EnergyAssumption, 'id' | 'name' | 'unit' | 'code'>

/** A default that rests on no source, and says so. */
export function assume(named: Named, standard: number, low: number, high: number): EnergyAssumption {
  return { ...named, default: standard, low, high, kind: 'default', year: null, source: GENERAL_KNOWLEDGE }
}
