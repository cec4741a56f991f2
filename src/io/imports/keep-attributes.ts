import type { OwnAttributes } from '../../layers/own/own-layer.ts'
import { growingIndices } from './growing-array.ts'
import { quoteFound } from './issue-log.ts'
import type { ImportLimits } from './limits.ts'
import type { Remark } from './readers/read-geometry.ts'

export interface AttributeKeeper {
  /** Keeps one row of attributes, empty where it is no object. */
  readonly add: (properties: unknown, remark: Remark) => void
  readonly finish: () => OwnAttributes
}

/** A value that a spreadsheet would run. A sign before a digit is a number or a telephone. */
const FORMULA = /^[=@]|^[+-](?=[A-Za-z(])/
const MARKUP = /<[a-z!/]/i

/**
 * Attributes as JSON, a row a feature, in one array that can be moved between threads. They are hostile:
 * nothing here becomes a name of an object of ours, and what looks like code is reported but stays text.
 */
export function createAttributeKeeper(limits: ImportLimits): AttributeKeeper {
  const encoder = new TextEncoder()
  const starts = growingIndices()
  starts.push(0)
  let bytes = new Uint8Array(64 * 1024)
  let length = 0
  return {
    add: (properties, remark) => {
      const text = describe(properties, limits, remark)
      // A character is at most three bytes in UTF-8.
      if (length + text.length * 3 > limits.attributeBytes) {
        if (text !== '') remark('imports.issue.attributesMany', { most: Math.round(limits.attributeBytes / 1e6) })
      } else {
        if (length + text.length * 3 > bytes.length) {
          const larger = new Uint8Array(Math.max(bytes.length * 2, length + text.length * 3))
          larger.set(bytes.subarray(0, length))
          bytes = larger
        }
        length += encoder.encodeInto(text, bytes.subarray(length)).written
      }
      starts.push(length)
    },
    finish: () => ({ bytes: bytes.slice(0, length), starts: starts.view().slice() }),
  }
}

function describe(properties: unknown, limits: ImportLimits, remark: Remark): string {
  if (properties === null || properties === undefined) return ''
  if (typeof properties !== 'object' || Array.isArray(properties)) {
    remark('imports.issue.properties', { found: quoteFound(properties) })
    return ''
  }
  let changed: [string, unknown][] | null = null
  const entries = Object.entries(properties)
  for (const [index, [name, value]] of entries.entries()) {
    if (name === '__proto__') {
      remark('imports.issue.oddName', { name })
      changed ??= [...entries]
      changed[index] = ['', undefined]
      continue
    }
    const kept = checkValue(name, value, limits, remark)
    if (kept === value) continue
    changed ??= [...entries]
    changed[index] = [name, kept]
  }
  if (entries.length === 0) return ''
  // From entries, not by assignment: a name such as __proto__ must not be taken for a setter.
  return JSON.stringify(changed === null ? properties : Object.fromEntries(changed.filter(([, value]) => value !== undefined)))
}

function checkValue(name: string, value: unknown, { valueCharacters }: ImportLimits, remark: Remark): unknown {
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value
  // Columns of some files hold whole numbers that JSON has no form for.
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'object') {
    const text = JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? String(each) : each))
    return text.length <= valueCharacters ? value : cut(text, name, valueCharacters, remark)
  }
  if (typeof value !== 'string') return undefined
  if (value.includes('<') && MARKUP.test(value)) remark('imports.issue.markup', { name: quoteFound(name) })
  else if (FORMULA.test(value)) remark('imports.issue.formula', { name: quoteFound(name) })
  return value.length <= valueCharacters ? value : cut(value, name, valueCharacters, remark)
}

function cut(text: string, name: string, most: number, remark: Remark): string {
  remark('imports.issue.valueLong', { name: quoteFound(name), found: text.length, most })
  return `${text.slice(0, most - 1)}…`
}
