import { BUILDING_USES, HEIGHT_SOURCES } from '../../schema/datasets.ts'
import { BUILDING_PROPERTY_TABLE, ENUM_UNKNOWN, PROPERTY_ENUMS, PROPERTY_NO_DATA } from '../../schema/tileset.ts'

export type PropertyName = keyof typeof BUILDING_PROPERTY_TABLE.properties

export const PROPERTY_NAMES = Object.keys(BUILDING_PROPERTY_TABLE.properties) as readonly PropertyName[]

/** Units and provenance in words; only in `tileset.json`, to keep the contents small. */
const DESCRIPTIONS: Readonly<Record<PropertyName, string>> = {
  id: 'Stable id of the building',
  index: 'Building index: row of the buildings data set',
  height_m: 'Height of the tallest part above ground, metres',
  height_source: 'How the height is known',
  storeys: 'Storeys above ground',
  use: 'Use class',
  year: 'Year of construction',
  district_coarse_id: 'Id of the district',
  district_fine_id: 'Id of the neighbourhood',
  footprint_m2: 'Footprint area, m²',
  heat_demand_kwh: 'Modelled heat demand, kWh a year: intensity by archetype × gross floor area that counts as heated. Not measured',
}

/** The schema of 3D Metadata that `tileset.json` and every content carry. */
export function createMetadataSchema(described: boolean): object {
  const properties: Record<string, object> = {}
  for (const name of PROPERTY_NAMES) {
    properties[name] = { ...(described ? { description: DESCRIPTIONS[name] } : {}), ...describeType(name) }
  }
  return {
    id: 'buildings',
    classes: { [BUILDING_PROPERTY_TABLE.className]: { properties } },
    enums: {
      [PROPERTY_ENUMS.height_source]: describeEnum(HEIGHT_SOURCES),
      [PROPERTY_ENUMS.use]: describeEnum(BUILDING_USES),
    },
  }
}

function describeType(name: PropertyName): object {
  const type = BUILDING_PROPERTY_TABLE.properties[name]
  const noData = (PROPERTY_NO_DATA as Partial<Record<PropertyName, number>>)[name]
  if (type === 'STRING') return name === 'id' ? { type, required: true } : { type, noData: '' }
  if (type === 'ENUM') {
    return { type, enumType: PROPERTY_ENUMS[name as keyof typeof PROPERTY_ENUMS], noData: ENUM_UNKNOWN.name }
  }
  return { type: 'SCALAR', componentType: type, ...(noData === undefined ? { required: true } : { noData }) }
}

function describeEnum(names: readonly string[]): object {
  return {
    valueType: 'UINT8',
    values: [...names.map((name, value) => ({ name, value })), ENUM_UNKNOWN],
  }
}
