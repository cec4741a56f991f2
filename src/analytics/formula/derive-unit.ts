import { FormulaFault } from './formula-error.ts'
import type { FormulaNode } from './parse-formula.ts'
import { areSameUnits, haveSamePowers, multiplyUnits, PLAIN, raiseUnit, writeUnit, type Unit } from './units.ts'

/**
 * The unit of a formula's value; null where one of its names has a unit that is not known. Written numbers take the
 * unit of what they are added to or held against. As factors they leave it as it is, but for 100 and longer powers
 * of ten, which change from one unit to another: GWh × 1,000 are MWh, and the figure stands for as much as before.
 *
 * @throws FormulaFault where units do not fit
 */
export function deriveUnit(node: FormulaNode, unitOf: (name: string) => Unit | null): Unit | null {
  const derive = (part: FormulaNode) => deriveUnit(part, unitOf)
  switch (node.kind) {
    case 'number':
      return PLAIN
    case 'name':
      return unitOf(node.name)
    case 'negative':
      return derive(node.of)
    case 'comparison':
      joinUnits([node.left, node.right], derive)
      return PLAIN
    case 'choice':
      derive(node.test)
      return joinUnits([node.yes, node.no], derive)
    case 'call':
      return deriveCall(node, derive)
    case 'arithmetic':
      return deriveArithmetic(node, derive)
  }
}

type Derive = (node: FormulaNode) => Unit | null

/** Units of things that are added, compared or chosen from; all that are known must be the same. */
function joinUnits(nodes: readonly FormulaNode[], derive: Derive): Unit | null {
  const units = nodes.flatMap((node) => {
    const unit = derive(node)
    return isWritten(node) ? [] : [{ unit, node }]
  })
  const known = units.flatMap(({ unit, node }) => (unit === null ? [] : [{ unit, node }]))
  const [first] = known
  const odd = known.find(({ unit }) => first !== undefined && !areSameUnits(unit, first.unit))
  if (first !== undefined && odd !== undefined) {
    throw new FormulaFault('unit-of-sum', odd.node.position, `${nameUnit(first.unit)} ≠ ${nameUnit(odd.unit)}`)
  }
  return units.length === 0 ? PLAIN : units.length === known.length ? (first?.unit ?? null) : null
}

function nameUnit(unit: Unit): string {
  const written = writeUnit(unit)
  return written === '' ? '1' : written
}

/** Made of numbers only. */
function isWritten(node: FormulaNode): boolean {
  return evaluateWritten(node) !== null
}

/** The value of a part that is made of numbers only; null of any other. */
function evaluateWritten(node: FormulaNode): number | null {
  if (node.kind === 'number') return node.value
  if (node.kind === 'negative') {
    const value = evaluateWritten(node.of)
    return value === null ? null : -value
  }
  if (node.kind !== 'arithmetic') return null
  const [left, right] = [evaluateWritten(node.left), evaluateWritten(node.right)]
  if (left === null || right === null) return null
  return { '+': left + right, '-': left - right, '*': left * right, '/': left / right, '^': left ** right }[node.operator]
}

function deriveArithmetic(node: FormulaNode & { readonly kind: 'arithmetic' }, derive: Derive): Unit | null {
  const { operator, left, right } = node
  if (isWritten(node)) return PLAIN
  if (operator === '+' || operator === '-') return joinUnits([left, right], derive)
  const [over, under] = [derive(left), derive(right)]
  if (operator === '^') {
    const exponent = evaluateWritten(right)
    if (over === null) return null
    if (under !== null && !haveSamePowers(under, PLAIN)) throw new FormulaFault('unit-of-function', right.position, nameUnit(under))
    if (haveSamePowers(over, PLAIN) && areSameUnits(over, PLAIN)) return PLAIN
    if (exponent === null) throw new FormulaFault('unit-of-power', right.position)
    return raiseUnit(over, exponent)
  }
  if (over === null || under === null) return null
  const exponent = operator === '/' ? -1 : 1
  const product = multiplyUnits(over, raiseUnit(under, exponent))
  const conversion = (conversionOf(right) ?? 1) ** exponent * (conversionOf(left) ?? 1)
  return { ...product, scale: product.scale / conversion }
}

/** A written factor of 100 or a longer power of ten, or one over it; null of any other. */
function conversionOf(node: FormulaNode): number | null {
  const value = evaluateWritten(node)
  if (value === null || !(value > 0)) return null
  const exponent = Math.log10(value)
  return Math.abs(exponent) >= 2 && Math.abs(exponent - Math.round(exponent)) < 1e-9 ? value : null
}

function deriveCall(node: FormulaNode & { readonly kind: 'call' }, derive: Derive): Unit | null {
  const [first] = node.values
  switch (node.name) {
    case 'min':
    case 'max':
      return joinUnits(node.values, derive)
    case 'abs':
    case 'round':
      return first === undefined ? null : derive(first)
    case 'sqrt': {
      const unit = first === undefined ? null : derive(first)
      return unit === null ? null : raiseUnit(unit, 0.5)
    }
    case 'log':
    case 'exp': {
      const unit = first === undefined ? null : derive(first)
      if (unit !== null && !haveSamePowers(unit, PLAIN)) throw new FormulaFault('unit-of-function', node.position, nameUnit(unit))
      return PLAIN
    }
  }
}
