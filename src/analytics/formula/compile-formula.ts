import { deriveUnit } from './derive-unit.ts'
import { FormulaFault, type FormulaError } from './formula-error.ts'
import { parseFormula, type FormulaNode } from './parse-formula.ts'
import type { FunctionName } from './read-tokens.ts'
import type { Unit } from './units.ts'

/** A formula that can be reckoned. */
export interface CompiledFormula {
  /** Names that it uses, in the order in which they first stand in it. */
  readonly names: readonly string[]
  /** Of its value; null where a name has a unit that is not known. */
  readonly unit: Unit | null
  /** @param values of the names, in their order; @returns NaN where one is NaN that counts, and where nothing finite comes out */
  readonly evaluate: (values: ArrayLike<number>) => number
}

export type CompileOutcome = { readonly ok: true; readonly value: CompiledFormula } | { readonly ok: false; readonly error: FormulaError }

/**
 * Compiles a formula over known names: numbers, names, + - * / ^, comparisons, `test ? a : b` and the functions min,
 * max, abs, sqrt, log (natural), exp and round. It becomes functions within functions; no text is ever run as code.
 *
 * @param names what it may use, with their units; null where a unit is not known
 */
export function compileFormula(formula: string, names: ReadonlyMap<string, Unit | null>): CompileOutcome {
  try {
    const tree = parseFormula(formula, new Set(names.keys()))
    const unit = deriveUnit(tree, (name) => names.get(name) ?? null)
    const used: string[] = []
    const evaluate = compileNode(tree, used)
    return { ok: true, value: { names: used, unit, evaluate } }
  } catch (fault) {
    if (fault instanceof FormulaFault) return { ok: false, error: fault.error }
    throw fault
  }
}

type Evaluate = (values: ArrayLike<number>) => number

/** A gap stays a gap, and what is not finite is one. */
const finite = (value: number) => (Number.isFinite(value) ? value : NaN)

const FUNCTIONS: Readonly<Record<FunctionName, (...values: number[]) => number>> = {
  min: Math.min,
  max: Math.max,
  abs: Math.abs,
  sqrt: Math.sqrt,
  log: Math.log,
  exp: Math.exp,
  round: Math.round,
}

function compileNode(node: FormulaNode, used: string[]): Evaluate {
  switch (node.kind) {
    case 'number': {
      const { value } = node
      return () => value
    }
    case 'name': {
      const known = used.indexOf(node.name)
      const place = known === -1 ? used.push(node.name) - 1 : known
      return (values) => finite(values[place] as number)
    }
    case 'negative': {
      const of = compileNode(node.of, used)
      return (values) => -of(values)
    }
    case 'arithmetic':
      return compilePair(node.left, node.right, used, ARITHMETIC[node.operator])
    case 'comparison':
      return compilePair(node.left, node.right, used, COMPARISONS[node.operator])
    case 'choice': {
      const test = compileNode(node.test, used)
      const yes = compileNode(node.yes, used)
      const no = compileNode(node.no, used)
      return (values) => {
        const held = test(values)
        return Number.isNaN(held) ? NaN : held === 0 ? no(values) : yes(values)
      }
    }
    case 'call': {
      const call = FUNCTIONS[node.name]
      const parts = node.values.map((value) => compileNode(value, used))
      return (values) => finite(call(...parts.map((part) => part(values))))
    }
  }
}

type Operate = (left: number, right: number) => number

const ARITHMETIC: Readonly<Record<(FormulaNode & { kind: 'arithmetic' })['operator'], Operate>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '^': (left, right) => left ** right,
}

/** 1 where it holds, 0 where not. */
const COMPARISONS: Readonly<Record<(FormulaNode & { kind: 'comparison' })['operator'], Operate>> = {
  '<': (left, right) => Number(left < right),
  '>': (left, right) => Number(left > right),
  '<=': (left, right) => Number(left <= right),
  '>=': (left, right) => Number(left >= right),
  '==': (left, right) => Number(left === right),
  '!=': (left, right) => Number(left !== right),
}

function compilePair(left: FormulaNode, right: FormulaNode, used: string[], operate: Operate): Evaluate {
  const [first, second] = [compileNode(left, used), compileNode(right, used)]
  return (values) => {
    const [one, other] = [first(values), second(values)]
    return Number.isNaN(one) || Number.isNaN(other) ? NaN : finite(operate(one, other))
  }
}
