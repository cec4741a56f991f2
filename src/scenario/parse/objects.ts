import { describeFound } from '../issues.ts'
import { refuse, type JsonSchema, type ReadContext, type Reader } from './reader.ts'

/** A reader for each field of a type; those that may be missing are marked so. */
export type FieldsOf<Value> = {
  readonly [Key in keyof Value]-?: undefined extends Value[Key]
    ? Reader<Exclude<Value[Key], undefined>> & { readonly isOptional: true }
    : Reader<Value[Key]>
}

/** A JSON object, not a list and not `null`. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Path of a field. */
function fieldPath(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

/** An object of just these fields. One that is missing or unknown refuses the whole: what it would mean is not guessed. */
export function readObject<Value extends object>(fields: FieldsOf<Value>, schema: JsonSchema = {}): Reader<Value> {
  const entries = Object.entries<Reader<unknown>>(fields)
  const names = entries.map(([name]) => name)
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(entries.map(([name, reader]) => [name, reader.schema])),
      required: entries.filter(([, { isOptional }]) => isOptional !== true).map(([name]) => name),
      additionalProperties: false,
      ...schema,
    },
    read: (value, path, context) => {
      if (!isRecord(value)) return refuse(context, 'expected-object', path, { found: describeFound(value) })
      let isWhole = refuseUnknownFields(value, names, path, context)
      const read: [string, unknown][] = []
      for (const [name, reader] of entries) {
        if (!Object.hasOwn(value, name)) {
          if (reader.isOptional === true) continue
          refuse(context, 'missing-field', path, { field: name })
          isWhole = false
          continue
        }
        const field = reader.read(value[name], fieldPath(path, name), context)
        if (field === undefined) isWhole = false
        else read.push([name, field])
      }
      return isWhole ? (Object.fromEntries(read) as Value) : undefined
    },
  }
}

/** Whether all fields are known; each that is not is named. */
function refuseUnknownFields(value: object, names: readonly string[], path: string, context: ReadContext): boolean {
  const unknown = Object.keys(value).filter((name) => !names.includes(name))
  for (const name of unknown) refuse(context, 'unknown-field', path, { field: describeFound(name), fields: names.join(', ') })
  return unknown.length === 0
}

/** An object whose names are of one kind and whose values are of another; refused as a whole. */
export function readRecord<Name extends string, Value>(
  name: Reader<Name>,
  value: Reader<Value>,
  most: number,
): Reader<Readonly<Partial<Record<Name, Value>>>> {
  return {
    schema: { type: 'object', propertyNames: name.schema, additionalProperties: value.schema, maxProperties: most },
    read: (found, path, context) => {
      if (!isRecord(found)) return refuse(context, 'expected-object', path, { found: describeFound(found) })
      const keys = Object.keys(found)
      if (keys.length > most) return refuse(context, 'list-length', path, { found: keys.length, least: 0, most })
      const entries: [Name, Value][] = []
      for (const key of keys) {
        const readName = name.read(key, path, context)
        const readValue = readName === undefined ? undefined : value.read(found[key], fieldPath(path, key), context)
        if (readName === undefined || readValue === undefined) return undefined
        entries.push([readName, readValue])
      }
      return Object.fromEntries(entries) as Partial<Record<Name, Value>>
    },
  }
}

/** One of several objects, told apart by a field with a fixed text. */
export function readUnion<Value extends object>(
  tag: keyof Value & string,
  members: Readonly<Record<string, Reader<Value>>>,
): Reader<Value> {
  const tags = Object.keys(members)
  return {
    schema: { oneOf: Object.values(members).map(({ schema }) => schema) },
    read: (value, path, context) => {
      if (!isRecord(value)) return refuse(context, 'expected-object', path, { found: describeFound(value) })
      const found = Object.hasOwn(value, tag) ? value[tag] : undefined
      if (found === undefined) return refuse(context, 'missing-field', path, { field: tag })
      const member = tags.find((each) => each === found)
      if (member === undefined) {
        return refuse(context, 'expected-one-of', fieldPath(path, tag), { found: describeFound(found), options: tags.join(', ') })
      }
      return (members[member] as Reader<Value>).read(value, path, context)
    },
  }
}
