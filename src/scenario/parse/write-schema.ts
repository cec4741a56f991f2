import { SCENARIO_LIMITS } from '../limits.ts'
import { SCENARIO_FORMAT, SCENARIO_VERSION, type Scenario } from '../types.ts'
import { readEdit } from './edits.ts'
import { readId } from './fields.ts'
import { isRecord, readRecord } from './objects.ts'
import type { JsonSchema } from './reader.ts'
import { readRemark } from './remarks.ts'
import { readAssumptionName, readAssumptionValue, readChangedAt, readName } from './scenario-fields.ts'
import { readList } from './values.ts'

/**
 * The JSON Schema (draft 2020-12) of a scenario, from the same readers that parse it. What a schema cannot say stands
 * in its description: the parser refuses more.
 */
export function writeScenarioSchema(): JsonSchema {
  const properties: Readonly<Record<keyof Scenario, JsonSchema>> = {
    format: { const: SCENARIO_FORMAT },
    version: { const: SCENARIO_VERSION, description: 'Version of the format. Older ones are migrated, newer ones refused.' },
    id: { ...readId.schema, description: 'Unique and stable.' },
    name: readName.schema,
    changedAt: { ...readChangedAt.schema, description: 'When it was last changed: ISO 8601 in UTC.' },
    edits: {
      ...readList(readEdit, 0, SCENARIO_LIMITS.edits).schema,
      description: 'Applied in this order. Their ids are unique. Each is anchored in one city, or is a rule for several.',
    },
    assumptions: {
      ...readRecord(readAssumptionName, readAssumptionValue, SCENARIO_LIMITS.assumptions).schema,
      description: 'Assumptions that differ from their defaults, by the name that the models give them.',
    },
    remarks: {
      ...readList(readRemark, 0, SCENARIO_LIMITS.remarks).schema,
      description: 'Notes, each pinned to a place or to an edit. Their ids are unique.',
    },
  }
  const definitions = new Map<string, unknown>()
  const schema = hoist(
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Scenario of Kaksik',
      description:
        'What a planner would change in the cities, as data. Coordinates are WGS84 longitude and latitude in degrees. ' +
        'A reader refuses more than a schema can say: areas that cross themselves or are smaller than a square metre, holes outside ' +
        'of their area, places far from the city, cities and districts that it does not know, ids that repeat, shares of uses whose ' +
        'sum is not 1, bounds in the wrong order, dates that do not exist, more corners in all than it can take.',
      type: 'object',
      properties: { $schema: { type: 'string' }, ...properties },
      required: Object.keys(properties),
      additionalProperties: false,
    },
    definitions,
  ) as JsonSchema
  return { ...schema, $defs: Object.fromEntries(definitions) }
}

/** Moves what readers define under a name to where the names are kept. */
function hoist(schema: unknown, definitions: Map<string, unknown>): unknown {
  if (Array.isArray(schema)) return schema.map((each) => hoist(each, definitions))
  if (!isRecord(schema)) return schema
  const { definition, ...rest } = schema
  const reference = schema['$ref']
  if (definition !== undefined && typeof reference === 'string') {
    const name = reference.slice('#/$defs/'.length)
    if (!definitions.has(name)) {
      definitions.set(name, null)
      definitions.set(name, hoist(definition, definitions))
    }
  }
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, hoist(value, definitions)]))
}
