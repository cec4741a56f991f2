import type { ScenarioIssueCode, ScenarioIssueList, ScenarioIssueValues } from '../issues.ts'

/** A city as far as a scenario must know it. */
export interface ScenarioCity {
  readonly id: string
  /** West, south, east, north in degrees. */
  readonly extentDegrees: readonly [number, number, number, number]
}

/** What reading one scenario carries along. */
export interface ReadContext {
  readonly issues: ScenarioIssueList
  readonly cities: readonly ScenarioCity[]
  /** Corners of shapes met so far. */
  corners: number
}

export type JsonSchema = Readonly<Record<string, unknown>>

/**
 * One kind of value: how it is read, and how a JSON Schema says the same. What is refused is `undefined`, and the
 * context's issues say why.
 */
export interface Reader<Value> {
  readonly schema: JsonSchema
  readonly read: (value: unknown, path: string, context: ReadContext) => Value | undefined
  readonly isOptional?: true
}

/** Says why a value is refused. */
export function refuse(context: ReadContext, code: ScenarioIssueCode, path: string, values?: ScenarioIssueValues): undefined {
  context.issues.add('left-out', code, path, values)
  return undefined
}

/** The same reader with words for the schema. */
export function describe<Value>(reader: Reader<Value>, description: string): Reader<Value> {
  return { ...reader, schema: { ...reader.schema, description } }
}

/** The same reader, whose schema is written once, under a name, and referred to. */
export function define<Value>(reader: Reader<Value>, name: string): Reader<Value> {
  return { ...reader, schema: { $ref: `#/$defs/${name}`, definition: reader.schema } }
}

export function optional<Value>(reader: Reader<Value>): Reader<Value> & { readonly isOptional: true } {
  return { ...reader, isOptional: true }
}

/** A reader whose value must also hold what a JSON Schema cannot say, or says in `schema`. */
export function check<Value>(
  reader: Reader<Value>,
  holds: (value: Value, path: string, context: ReadContext) => boolean,
  schema: JsonSchema = {},
): Reader<Value> {
  return {
    ...reader,
    schema: { ...reader.schema, ...schema },
    read: (value, path, context) => {
      const read = reader.read(value, path, context)
      return read !== undefined && holds(read, path, context) ? read : undefined
    },
  }
}
