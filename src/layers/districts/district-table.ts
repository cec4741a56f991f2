import type { Language } from '../../cities/city.ts'
import type { GeoTable, PackedGeometry } from '../../geo/packed-geometry.ts'
import { selectFeatures } from '../../geo/select-features.ts'
import { idColumn, numberColumn, requireColumn, textColumn, wholeColumn } from '../columns.ts'

export const DISTRICT_LEVELS = ['coarse', 'fine'] as const
export type DistrictLevel = (typeof DISTRICT_LEVELS)[number]

/** Districts of one level. NaN and -1 where unknown. */
export interface DistrictTable {
  readonly count: number
  readonly level: DistrictLevel
  readonly ids: readonly string[]
  readonly rowOfId: ReadonlyMap<string, number>
  readonly parentIds: readonly (string | null)[]
  readonly names: Readonly<Record<Language, readonly (string | null)[]>>
  readonly populations: Float64Array
  readonly populationYears: Int16Array
  /** 1 where the population is modelled, not counted. */
  readonly populationModelled: Uint8Array
  readonly areasSquareMetres: Float64Array
  readonly landAreasSquareMetres: Float64Array
  /** Share of the land on which building footprints are known, 0-1. */
  readonly coverageShares: Float64Array
  /** East, north of the label in the city's CRS, interleaved. */
  readonly labelPositions: Float64Array
  readonly geometry: PackedGeometry
}

/** Typed columns of the rows of `districts.parquet` that are of the level. */
export function readDistrictTable(table: GeoTable, level: DistrictLevel): DistrictTable {
  if (table.geometry === null) throw new Error('Expected districts with geometry, found none')
  const rows = Array.from(requireColumn(table, 'level')).flatMap((value, row) => (value === level ? [row] : []))
  const take = <Value>(values: ArrayLike<Value>) => rows.map((row) => values[row] as Value)
  const ids = take(idColumn(table))
  const x = numberColumn(table, 'label_x')
  const y = numberColumn(table, 'label_y')
  return {
    count: rows.length,
    level,
    ids,
    rowOfId: new Map(ids.map((id, row) => [id, row])),
    parentIds: take(textColumn(table, 'parent_id')),
    names: {
      fi: take(textColumn(table, 'name_fi')),
      sv: take(textColumn(table, 'name_sv')),
      et: take(textColumn(table, 'name_et')),
      en: take(textColumn(table, 'name_en')),
    },
    populations: Float64Array.from(take(numberColumn(table, 'population'))),
    populationYears: Int16Array.from(take(wholeColumn(table, 'population_year'))),
    populationModelled: Uint8Array.from(take(textColumn(table, 'population_kind')), (kind) => (kind === 'modelled' ? 1 : 0)),
    areasSquareMetres: Float64Array.from(take(numberColumn(table, 'area_m2'))),
    landAreasSquareMetres: Float64Array.from(take(numberColumn(table, 'land_area_m2'))),
    coverageShares: Float64Array.from(take(numberColumn(table, 'building_coverage_share'))),
    labelPositions: Float64Array.from(rows.flatMap((row) => [x[row] as number, y[row] as number])),
    geometry: selectFeatures(table.geometry, rows),
  }
}

/** The name in the language, or else the first name that there is. */
export function nameInLanguage(
  names: Readonly<Record<Language, readonly (string | null)[]>>,
  row: number,
  language: Language,
  placeNameLanguages: readonly Language[],
): string | null {
  for (const candidate of [language, ...placeNameLanguages, 'en', 'fi', 'et', 'sv'] as const) {
    const name = names[candidate][row]
    if (name !== null && name !== undefined) return name
  }
  return null
}
