import type { Edit, Scenario } from '../../scenario/types.ts'
import { makeRandom } from '../random/seeded-random.ts'
import { shuffle } from '../random/shuffle.ts'

/** A number of a scenario that may be swept: a property of one of its edits, or an assumption. */
type SweepTarget =
  | { readonly kind: 'edit'; readonly editId: string; readonly property: SweepProperty }
  | { readonly kind: 'assumption'; readonly id: string }

/** Numbers of edits, and whether they are whole ones. */
const SWEEP_PROPERTIES = {
  storeys: { isWhole: true },
  heightMetres: { isWhole: false },
  coverageShare: { isWhole: false },
  setbackMetres: { isWhole: false },
  share: { isWhole: false },
  departuresPerDay: { isWhole: false },
  headwayMinutes: { isWhole: false },
  serviceHours: { isWhole: false },
} as const
export type SweepProperty = keyof typeof SWEEP_PROPERTIES

export interface SweepParameter {
  readonly target: SweepTarget
  readonly from: number
  readonly to: number
  /** How many values, both ends included. */
  readonly steps: number
}

/** Variants of one scenario: every combination of the parameters' values, or a sample of what lies between. */
export interface ScenarioSweep {
  readonly parameters: readonly SweepParameter[]
  readonly plan: { readonly kind: 'all' } | { readonly kind: 'sample'; readonly count: number; readonly seed: number }
}

const SWEEP_LIMITS = { leastParameters: 1, mostParameters: 5, mostVariants: 500 } as const

/** Properties of an edit that may be swept: those of its numbers that stand in it. */
export function listSweepProperties(edit: Edit): readonly SweepProperty[] {
  return (Object.keys(SWEEP_PROPERTIES) as SweepProperty[]).filter(
    (property) => typeof (edit as Partial<Record<SweepProperty, unknown>>)[property] === 'number',
  )
}

/**
 * The parameters' values of each variant, one row a variant. All combinations vary the last parameter fastest; a sample is a
 * Latin hypercube: of each parameter, one value in each of as many equal parts of its range as there are variants.
 *
 * @throws a sentence, where there are too many, or a range that is none
 */
export function listVariants({ parameters, plan }: ScenarioSweep): readonly (readonly number[])[] {
  const { leastParameters, mostParameters, mostVariants } = SWEEP_LIMITS
  if (parameters.length < leastParameters || parameters.length > mostParameters) {
    throw new Error(`Expected ${leastParameters} to ${mostParameters} parameters, found ${parameters.length}`)
  }
  for (const { from, to } of parameters) {
    if (!(Number.isFinite(from) && Number.isFinite(to)))
      throw new Error(`Expected a range from a number to a number, found ${from} and ${to}`)
  }
  if (plan.kind === 'sample') return sampleVariants(parameters, plan.count, plan.seed)
  const values = parameters.map(listValues)
  const count = values.reduce((product, { length }) => product * length, 1)
  if (count > mostVariants) throw new Error(`Expected ${mostVariants} variants at most, found ${count}; take fewer steps or a sample`)
  return values.reduce<readonly (readonly number[])[]>(
    (rows, column) => rows.flatMap((row) => column.map((value) => [...row, value])),
    [[]],
  )
}

/** The scenario with the parameters at these values. @throws a sentence, where an edit or its number is not there */
export function makeVariant(scenario: Scenario, parameters: readonly SweepParameter[], values: readonly number[]): Scenario {
  return parameters.reduce((made, { target }, index) => setNumber(made, target, values[index] as number), scenario)
}

/** Named figures of a scenario. */
export type Outcome = Readonly<Record<string, number>>

export interface SweepResult {
  /** The parameters' values, a row a variant. */
  readonly variants: readonly (readonly number[])[]
  /** What each comes to. */
  readonly outcomes: readonly Outcome[]
}

/**
 * Evaluates every variant, one after the other.
 *
 * @param onProgress told the share done, 0-1, after each; false cancels
 * @throws Error "Cancelled"
 */
export async function runSweep(
  scenario: Scenario,
  sweep: ScenarioSweep,
  evaluate: (variant: Scenario) => Outcome | Promise<Outcome>,
  onProgress?: (share: number) => boolean | Promise<boolean>,
): Promise<SweepResult> {
  const variants = listVariants(sweep)
  const outcomes: Outcome[] = []
  for (const values of variants) {
    outcomes.push(await evaluate(makeVariant(scenario, sweep.parameters, values)))
    if (onProgress !== undefined && !(await onProgress(outcomes.length / variants.length))) throw new Error('Cancelled')
  }
  return { variants, outcomes }
}

function isWhole({ target }: SweepParameter): boolean {
  return target.kind === 'edit' && SWEEP_PROPERTIES[target.property].isWhole
}

/** Even steps from end to end; whole numbers where only those can be, each once. */
function listValues(parameter: SweepParameter): readonly number[] {
  const { from, to, steps } = parameter
  if (!(Number.isInteger(steps) && steps >= 1)) throw new Error(`Expected one step or more, found ${steps}`)
  const even = Array.from({ length: steps }, (_, step) => (steps === 1 ? from : from + ((to - from) * step) / (steps - 1)))
  return isWhole(parameter) ? [...new Set(even.map((value) => Math.round(value)))] : even
}

function sampleVariants(parameters: readonly SweepParameter[], count: number, seed: number): number[][] {
  if (!(Number.isInteger(count) && count >= 1 && count <= SWEEP_LIMITS.mostVariants)) {
    throw new Error(`Expected 1 to ${SWEEP_LIMITS.mostVariants} variants, found ${count}`)
  }
  const random = makeRandom(seed)
  const columns = parameters.map((parameter) => {
    const parts = shuffle(
      Array.from({ length: count }, (_, part) => part),
      random,
    )
    return parts.map((part) => {
      const value = parameter.from + ((parameter.to - parameter.from) * (part + random.uniform())) / count
      return isWhole(parameter) ? Math.round(value) : value
    })
  })
  return Array.from({ length: count }, (_, variant) => columns.map((column) => column[variant] as number))
}

function setNumber(scenario: Scenario, target: SweepTarget, value: number): Scenario {
  if (target.kind === 'assumption') return { ...scenario, assumptions: { ...scenario.assumptions, [target.id]: value } }
  const { editId, property } = target
  const edit = scenario.edits.find(({ id }) => id === editId)
  if (edit === undefined) throw new Error(`No edit has the id "${editId}"`)
  if (!listSweepProperties(edit).includes(property)) throw new Error(`The edit "${editId}" has no number "${property}"`)
  return { ...scenario, edits: scenario.edits.map((other) => (other === edit ? { ...edit, [property]: value } : other)) }
}
