/** Id of a measure that a user made: `own:` and the name in small letters, digits and hyphens. */
export type OwnMeasureId = `own:${string}`

/** A measure that a user made: a name and a formula over measures and assumptions, which may yet be wrong. */
export interface OwnMeasure {
  readonly name: string
  readonly formula: string
}

export const OWN_MEASURE_LIMITS = { most: 20, nameCharacters: 60, formulaCharacters: 500 } as const

/** Letters, digits and what stands in a plain name: no `=` and no `;`, by which names are told from formulas. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} .,'()/%²³·_+-]*$/u

/** `Homes per stop` → `own:homes-per-stop`; null for what cannot be a name. */
export function makeOwnMeasureId(name: string): OwnMeasureId | null {
  if (name.length > OWN_MEASURE_LIMITS.nameCharacters || !NAME.test(name)) return null
  const slug = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
  return slug === '' ? null : `own:${slug}`
}

/** `name = formula`, as it is written in an address or on a command line; null where there is no `=` after a name. */
export function splitOwnMeasure(text: string): OwnMeasure | null {
  const [, name, formula] = /^([^=]+?)\s*=(?!=)\s*(.*)$/s.exec(text.trim()) ?? []
  return name === undefined || formula === undefined ? null : { name: name.normalize('NFC'), formula: formula.trim() }
}

export function writeOwnMeasures(own: readonly OwnMeasure[], between = ';'): string {
  return own.map(({ name, formula }) => `${name} = ${formula}`).join(between)
}

/** What is wrong with one part of a list. */
export interface OwnListProblem {
  readonly kind: 'form' | 'name' | 'twice' | 'too-many'
  readonly part: string
}

/** Reads `name = formula; name = formula`: names must be fit and each its own; formulas are not looked into. */
export function readOwnMeasures(text: string): { readonly measures: readonly OwnMeasure[]; readonly problems: readonly OwnListProblem[] } {
  const measures: OwnMeasure[] = []
  const problems: OwnListProblem[] = []
  const ids = new Set<string>()
  for (const part of text === '' ? [] : text.split(';', OWN_MEASURE_LIMITS.most + 1)) {
    const own = splitOwnMeasure(part)
    const id = own === null ? null : makeOwnMeasureId(own.name)
    const problem =
      measures.length === OWN_MEASURE_LIMITS.most
        ? 'too-many'
        : own === null || own.formula.length > OWN_MEASURE_LIMITS.formulaCharacters
          ? 'form'
          : id === null
            ? 'name'
            : ids.has(id)
              ? 'twice'
              : null
    if (problem !== null) problems.push({ kind: problem, part: own?.name ?? part.trim() })
    else if (own !== null && id !== null) {
      ids.add(id)
      measures.push(own)
    }
  }
  return { measures, problems }
}
