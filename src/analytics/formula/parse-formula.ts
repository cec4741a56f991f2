import jsep from 'jsep'
import { FormulaFault } from './formula-error.ts'
import { isFunctionName, readTokens, type FunctionName, type Token } from './read-tokens.ts'

const ARITHMETIC_OPERATORS = ['+', '-', '*', '/', '^'] as const
type ArithmeticOperator = (typeof ARITHMETIC_OPERATORS)[number]
const COMPARISON_OPERATORS = ['<', '>', '<=', '>=', '==', '!='] as const
type ComparisonOperator = (typeof COMPARISON_OPERATORS)[number]

/** A formula as a tree of the few things that it may hold. `position` is where it is said to be wrong. */
export type FormulaNode = { readonly position: number } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negative'; readonly of: FormulaNode }
  | { readonly kind: 'arithmetic'; readonly operator: ArithmeticOperator; readonly left: FormulaNode; readonly right: FormulaNode }
  | { readonly kind: 'comparison'; readonly operator: ComparisonOperator; readonly left: FormulaNode; readonly right: FormulaNode }
  | { readonly kind: 'choice'; readonly test: FormulaNode; readonly yes: FormulaNode; readonly no: FormulaNode }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly values: readonly FormulaNode[] }
)

const MOST_DEPTH = 60
/** Binds closer than a product; a ^ b ^ c is a ^ (b ^ c). */
jsep.addBinaryOp('^', 11, true)

/**
 * Parses a formula over known names. The text that the parser gets is made of the tokens let through, with `_`
 * for the hyphens of names, so that every place stays the same.
 *
 * @throws FormulaFault
 */
export function parseFormula(formula: string, names: ReadonlySet<string>): FormulaNode {
  const tokens = readTokens(formula, names)
  let text = ''
  for (const token of tokens) text = text.padEnd(token.position) + token.text.replaceAll('-', token.kind === 'operator' ? '-' : '_')
  return new Reader(tokens).read(parseText(text), 0)
}

function parseText(text: string): jsep.Expression {
  try {
    return jsep(text)
  } catch (error) {
    const index = (error as { readonly index?: unknown }).index
    const position = typeof index === 'number' ? Math.min(index, text.length) : text.length
    throw new FormulaFault('syntax', position, text.slice(position, position + 1))
  }
}

/** Turns the parser's tree into ours; leaves come in the order of the text, so their tokens say where they stand. */
class Reader {
  private readonly leaves: readonly Token[]
  private next = 0

  constructor(tokens: readonly Token[]) {
    this.leaves = tokens.filter(({ kind }) => kind !== 'operator')
  }

  /** Place of the next number, name or function. */
  private place(): number {
    return this.leaves[Math.min(this.next, this.leaves.length - 1)]?.position ?? 0
  }

  read(expression: unknown, depth: number): FormulaNode {
    const position = this.place()
    if (depth > MOST_DEPTH) throw new FormulaFault('too-deep', position)
    const node = expression as jsep.CoreExpression | null | undefined
    const readPart = (part: unknown) => this.read(part, depth + 1)
    switch (node?.type) {
      case 'Literal':
        if (typeof node.value !== 'number') break
        this.next++
        return { kind: 'number', value: node.value, position }
      case 'Identifier':
        this.next++
        return { kind: 'name', name: node.name.replaceAll('_', '-'), position }
      case 'UnaryExpression': {
        const of = readPart(node.argument)
        if (node.operator === '+') return of
        if (node.operator === '-') return { kind: 'negative', of, position }
        break
      }
      case 'BinaryExpression':
        return this.readBinary(node, position, readPart)
      case 'ConditionalExpression': {
        const test = readPart(node.test)
        const yes = readPart(node.consequent)
        return { kind: 'choice', test, yes, no: readPart(node.alternate), position }
      }
      case 'CallExpression':
        return this.readCall(node, position, readPart)
    }
    throw new FormulaFault('syntax', position)
  }

  private readBinary(node: jsep.BinaryExpression, position: number, readPart: (part: unknown) => FormulaNode): FormulaNode {
    const left = readPart(node.left)
    const right = readPart(node.right)
    const arithmetic = ARITHMETIC_OPERATORS.find((operator) => operator === node.operator)
    // The parser takes -a ^ b for (-a) ^ b, readers take it for -(a ^ b): it must be said.
    if (arithmetic === '^' && left.kind === 'negative') throw new FormulaFault('sign-of-power', position)
    if (arithmetic !== undefined) return { kind: 'arithmetic', operator: arithmetic, left, right, position }
    const comparison = COMPARISON_OPERATORS.find((operator) => operator === node.operator)
    if (comparison !== undefined) return { kind: 'comparison', operator: comparison, left, right, position }
    throw new FormulaFault('syntax', position, node.operator)
  }

  private readCall(node: jsep.CallExpression, position: number, readPart: (part: unknown) => FormulaNode): FormulaNode {
    const callee = node.callee as Partial<jsep.Identifier>
    if (callee.type !== 'Identifier' || callee.name === undefined || !isFunctionName(callee.name))
      throw new FormulaFault('syntax', position)
    this.next++
    const values = node.arguments.map(readPart)
    const fits = callee.name === 'min' || callee.name === 'max' ? values.length >= 1 : values.length === 1
    if (!fits) throw new FormulaFault('arguments', position, callee.name)
    return { kind: 'call', name: callee.name, values, position }
  }
}
