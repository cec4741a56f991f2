/** What is wrong with a formula; the interface says it by the message `formula.error.<code>`. */
const FORMULA_ERROR_CODES = [
  'empty',
  'too-long',
  'too-deep',
  'character',
  'number',
  'name',
  'function',
  'arguments',
  'syntax',
  'sign-of-power',
  'unit-of-sum',
  'unit-of-function',
  'unit-of-power',
] as const
export type FormulaErrorCode = (typeof FORMULA_ERROR_CODES)[number]

/** An expected failure: the formula is the user's, and comes from addresses and files too. */
export interface FormulaError {
  readonly code: FormulaErrorCode
  /** Place of the first wrong character, from 0. */
  readonly position: number
  /** What stands there, or what the sentence is about: a name, a function, two units. */
  readonly detail: string
}

const SENTENCES: Readonly<Record<FormulaErrorCode, (detail: string) => string>> = {
  'empty': () => 'Expected a formula, found nothing',
  'too-long': (detail) => `Expected ${detail} characters at most`,
  'too-deep': () => 'Expected fewer brackets within brackets',
  'character': (detail) => `Expected a name, a number or one of + - * / ^ ( ) , < > <= >= == != ? :, found "${detail}"`,
  'number': (detail) => `Expected a number, found "${detail}"`,
  'name': (detail) => `No measure and no assumption has the name "${detail}"`,
  'function': (detail) => `No function has the name "${detail}"; there are min, max, abs, sqrt, log, exp and round`,
  'arguments': (detail) => `Expected another number of values in ${detail}`,
  'syntax': (detail) => `Expected the formula to go on otherwise${detail === '' ? '' : ` at "${detail}"`}`,
  'sign-of-power': () => 'Expected brackets: -(a ^ b), or (0 - a) ^ b',
  'unit-of-sum': (detail) => `Expected the same unit on both sides, found ${detail}`,
  'unit-of-function': (detail) => `Expected a plain number, found ${detail}`,
  'unit-of-power': () => 'Expected a written number as exponent, since its base has a unit',
}

/** The error in a sentence of English, with its place from 1. */
export function describeFormulaError({ code, position, detail }: FormulaError): string {
  return `${SENTENCES[code](detail)} (character ${position + 1})`
}

/** Thrown within this folder only; `parseFormula` and `compileFormula` turn it into a value. */
export class FormulaFault extends Error {
  readonly error: FormulaError
  constructor(code: FormulaErrorCode, position: number, detail = '') {
    super(code)
    this.error = { code, position, detail }
  }
}
