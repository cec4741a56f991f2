import { listEnergyAssumptions } from '../../../analytics/energy/assumptions/list-assumptions.ts'
import type { Assumption } from '../../../analytics/scenario/assumptions.ts'
import { FLOOR_USE_ASSUMPTIONS } from '../../../analytics/scenario/floor-use.ts'
import { SOLAR_ASSUMPTIONS } from '../../../analytics/solar/solar-assumptions.ts'
import { CITIES } from '../../../cities/index.ts'
import type { Messages } from '../../context.tsx'

/** An assumption as the interface lists it. */
export interface ListedAssumption extends Pick<Assumption, 'id' | 'unit' | 'default' | 'low' | 'high' | 'source'> {
  /** What it is called, by the message `assumption.<name>`; those of one name stand together. */
  readonly name: string
  /** What no language changes, after the name: an archetype, a year. */
  readonly code?: string
  /** City that it is of; all where it is left out. */
  readonly cityId?: string
}

/** Every number that the models take for granted and a scenario may state otherwise. */
export const SCENARIO_ASSUMPTIONS: readonly ListedAssumption[] = [
  ...[...FLOOR_USE_ASSUMPTIONS, ...SOLAR_ASSUMPTIONS].map((assumption) => ({ ...assumption, name: assumption.id })),
  ...listEnergyAssumptions(CITIES),
]

/** Assumptions of one name, in the order of the list. */
export function groupAssumptions(
  all: readonly ListedAssumption[],
): readonly (readonly [name: string, rows: readonly ListedAssumption[]])[] {
  const groups = new Map<string, ListedAssumption[]>()
  for (const assumption of all) groups.set(assumption.name, [...(groups.get(assumption.name) ?? []), assumption])
  return [...groups]
}

/** A step of which about twenty span the range, of the form 1, 2 or 5 times a power of ten. */
export function stepOf({ low, high, default: usual }: Pick<ListedAssumption, 'low' | 'high' | 'default'>): number {
  const wanted = (high > low ? high - low : Math.abs(usual) || 1) / 20
  const power = 10 ** Math.floor(Math.log10(wanted))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= wanted * 0.999) ?? power
  return Number(step.toPrecision(6))
}

/** The assumption with what tells it from others of its name. */
export function nameAssumption({ name, code, cityId }: ListedAssumption, { dataText, language }: Messages): string {
  const city = CITIES.find(({ id }) => id === cityId)
  return [dataText(`assumption.${name}`), code, city?.names[language]].filter((part) => part !== undefined).join(', ')
}
