import { describeFound } from '../issues.ts'
import { refuse, type Reader } from './reader.ts'

/** A finite number between two bounds, both included; or above the lower one. */
export function readNumber(least: number, most: number, bounds: 'included' | 'above least' = 'included'): Reader<number> {
  const isAbove = bounds === 'above least'
  return {
    schema: { type: 'number', [isAbove ? 'exclusiveMinimum' : 'minimum']: least, maximum: most },
    read: (value, path, context) => {
      if (typeof value !== 'number' || !Number.isFinite(value))
        return refuse(context, 'expected-number', path, { found: describeFound(value) })
      if (value > most || value < least || (isAbove && value === least))
        return refuse(context, 'number-out-of-range', path, { found: value, least, most })
      // What is -0 in memory is 0 in a file.
      return value + 0
    },
  }
}

export function readWhole(least: number, most: number): Reader<number> {
  const reader = readNumber(least, most)
  return {
    schema: { ...reader.schema, type: 'integer' },
    read: (value, path, context) => {
      const number = reader.read(value, path, context)
      if (number === undefined || Number.isInteger(number)) return number
      return refuse(context, 'expected-whole-number', path, { found: number })
    },
  }
}

export const readBoolean: Reader<boolean> = {
  schema: { type: 'boolean' },
  read: (value, path, context) =>
    typeof value === 'boolean' ? value : refuse(context, 'expected-boolean', path, { found: describeFound(value) }),
}

/** Text of so many characters (code points), which may have to follow a pattern. It stays text, whatever it holds. */
export function readText(least: number, most: number, pattern?: RegExp): Reader<string> {
  return {
    schema: { type: 'string', minLength: least, maxLength: most, ...(pattern === undefined ? {} : { pattern: pattern.source }) },
    read: (value, path, context) => {
      if (typeof value !== 'string') return refuse(context, 'expected-text', path, { found: describeFound(value) })
      const length = value.length <= most ? value.length : value.length > 2 * most ? value.length : Array.from(value).length
      if (length < least || length > most) return refuse(context, 'text-length', path, { found: length, least, most })
      if (pattern !== undefined && !pattern.test(value))
        return refuse(context, 'text-form', path, { found: describeFound(value), expected: pattern.source })
      return value
    },
  }
}

export function readOneOf<const Option extends string | number>(options: readonly Option[]): Reader<Option> {
  return {
    schema: options.length === 1 ? { const: options[0] } : { enum: options },
    read: (value, path, context) =>
      options.find((option) => option === value) ??
      refuse(context, 'expected-one-of', path, { found: describeFound(value), options: options.join(', ') }),
  }
}

/** A list, refused as a whole when one of its items is. */
export function readList<Item>(item: Reader<Item>, least: number, most: number, items: 'any' | 'unique' = 'any'): Reader<readonly Item[]> {
  return {
    schema: {
      type: 'array',
      items: item.schema,
      minItems: least,
      maxItems: most,
      ...(items === 'unique' ? { uniqueItems: true } : {}),
    },
    read: (value, path, context) => {
      if (!Array.isArray(value)) return refuse(context, 'expected-list', path, { found: describeFound(value) })
      if (value.length < least || value.length > most) return refuse(context, 'list-length', path, { found: value.length, least, most })
      const list: Item[] = []
      for (let index = 0; index < value.length; index++) {
        const read = item.read(value[index], `${path}[${index}]`, context)
        if (read === undefined) return undefined
        if (items === 'unique' && list.includes(read)) {
          return refuse(context, 'not-unique', `${path}[${index}]`, { found: describeFound(value[index]) })
        }
        list.push(read)
      }
      return list
    },
  }
}
