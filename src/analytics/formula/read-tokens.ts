import { FormulaFault } from './formula-error.ts'

export const FUNCTION_NAMES = ['min', 'max', 'abs', 'sqrt', 'log', 'exp', 'round'] as const
export type FunctionName = (typeof FUNCTION_NAMES)[number]

export function isFunctionName(name: string): name is FunctionName {
  return FUNCTION_NAMES.some((known) => known === name)
}

export interface Token {
  readonly kind: 'number' | 'name' | 'function' | 'operator'
  readonly text: string
  readonly position: number
}

const MOST_CHARACTERS = 500
const MOST_BRACKETS = 30

const SPACE = /\s+/y
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y
const WORDS = /[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*/y
const OPERATOR = /<=|>=|==|!=|[-+*/^(),<>?:]/y

/**
 * Cuts a formula into tokens, and lets nothing through that is not a number, a known name, a known function or
 * one of a few operators: what parses it afterwards never sees anything else. A name may have hyphens, so the
 * longest known name is taken, and a minus between two names wants spaces around it where it could be read as one.
 *
 * @throws FormulaFault
 */
export function readTokens(formula: string, names: ReadonlySet<string>): readonly Token[] {
  if (formula.length > MOST_CHARACTERS) throw new FormulaFault('too-long', MOST_CHARACTERS, String(MOST_CHARACTERS))
  const tokens: Token[] = []
  /** Of each open bracket: whether a function's values stand in it. */
  const brackets: boolean[] = []
  for (let position = 0; position < formula.length;) {
    const space = match(SPACE, formula, position)
    if (space !== null) {
      position += space.length
      continue
    }
    const token = readToken(formula, position, names)
    checkNeighbours(tokens.at(-1), token)
    if (token.text === '(') brackets.push(tokens.at(-1)?.kind === 'function')
    if (brackets.length > MOST_BRACKETS) throw new FormulaFault('too-deep', position)
    if (token.text === ',' && brackets.at(-1) !== true) throw new FormulaFault('syntax', position, ',')
    if (token.text === ')' && brackets.pop() === undefined) throw new FormulaFault('syntax', position, ')')
    tokens.push(token)
    position += token.text.length
  }
  if (tokens.length === 0) throw new FormulaFault('empty', 0)
  if (brackets.length > 0) throw new FormulaFault('syntax', formula.length)
  return tokens
}

function readToken(formula: string, position: number, names: ReadonlySet<string>): Token {
  const number = match(NUMBER, formula, position)
  if (number !== null) {
    const next = formula[position + number.length] ?? ''
    if (!Number.isFinite(Number(number)) || /[\w.]/.test(next)) throw new FormulaFault('number', position, number + next)
    return { kind: 'number', text: number, position }
  }
  const words = match(WORDS, formula, position)
  if (words !== null) return readName(formula, words, position, names)
  const operator = match(OPERATOR, formula, position)
  if (operator === null) throw new FormulaFault('character', position, String.fromCodePoint(formula.codePointAt(position) as number))
  return { kind: 'operator', text: operator, position }
}

function readName(formula: string, words: string, position: number, names: ReadonlySet<string>): Token {
  const parts = words.split('-')
  for (let count = parts.length; count > 0; count--) {
    const text = parts.slice(0, count).join('-')
    if (names.has(text)) return { kind: 'name', text, position }
  }
  const [first = ''] = parts
  const isCalled = /^\s*\(/.test(formula.slice(position + first.length))
  if (isFunctionName(first) && isCalled) return { kind: 'function', text: first, position }
  if (isCalled) throw new FormulaFault('function', position, first)
  throw new FormulaFault('name', position, words)
}

/** Two values side by side, which the parser would take for a list. */
function checkNeighbours(before: Token | undefined, token: Token): void {
  const endsValue = before !== undefined && (before.kind === 'number' || before.kind === 'name' || before.text === ')')
  const startsValue = token.kind !== 'operator' || token.text === '('
  if (endsValue && startsValue) throw new FormulaFault('syntax', token.position, token.text)
}

function match(pattern: RegExp, text: string, position: number): string | null {
  pattern.lastIndex = position
  return pattern.exec(text)?.[0] ?? null
}
