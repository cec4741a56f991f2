/**
 * A number that a model assumes: users may change it, and what rests on it can be tried over its range. The
 * interface writes it by the messages `assumption.<id>` and `unit.<unit>`.
 */
export interface Assumption<Id extends string = string> {
  readonly id: Id
  /** Key of a message `unit.<unit>`. */
  readonly unit: string
  readonly default: number
  /** The range within which it plausibly lies. */
  readonly low: number
  readonly high: number
  /** Publisher, work and year, or that it is assumed, in English. */
  readonly source: string
}

/** The numbers of a table of assumptions: their defaults, but for those that a scenario changes. */
export function valuesOf<Id extends string>(
  assumptions: readonly Assumption<Id>[],
  changes: Readonly<Record<string, number>> = {},
): Readonly<Record<Id, number>> {
  return Object.fromEntries(
    assumptions.map(({ id, default: standard }) => [id, Object.hasOwn(changes, id) ? (changes[id] as number) : standard]),
  ) as Record<Id, number>
}
