/** Rings in degrees, even-odd, one feature a row: what `MeasureTable` has. */
export interface RowShapes {
  readonly positionsDegrees: Float64Array
  readonly ringStarts: Uint32Array
  readonly featureStarts: Uint32Array
}

/** One column of a table as it is written: null is a gap. Numbers are never rounded. */
export type FlatColumn = {
  /** Lower case with underscores, and the unit at its end: `land_area_km2`. */
  readonly name: string
  /** Symbol for readers, e.g. `km²`; null for text and for pure numbers. */
  readonly unit: string | null
  /** What the column holds, in one plain sentence. */
  readonly meaning: string
} & (
  | { readonly type: 'text'; readonly values: readonly (string | null)[] }
  | { readonly type: 'number'; readonly values: readonly (number | null)[] }
)

/** What an answer of the analysis comes to on paper: the same columns in every format. */
export interface FlatTable {
  readonly columns: readonly FlatColumn[]
  readonly rowCount: number
  /** Null where the rows are no places. */
  readonly shapes: RowShapes | null
  /** Figures of the whole table, e.g. Moran's I. */
  readonly summary: Readonly<Record<string, string | number | null>>
}

/** A column of numbers; NaN and infinities are gaps. */
export function numbersColumn(name: string, unit: string | null, meaning: string, values: Iterable<number>): FlatColumn {
  return { name, unit, meaning, type: 'number', values: Array.from(values, (value) => (Number.isFinite(value) ? value : null)) }
}

export function textColumnOf(name: string, meaning: string, values: readonly (string | null)[]): FlatColumn {
  return { name, unit: null, meaning, type: 'text', values }
}

/** The shapes of some rows, in that order. */
export function pickShapes({ positionsDegrees, ringStarts, featureStarts }: RowShapes, rows: readonly number[]): RowShapes {
  const positions: number[] = []
  const rings = [0]
  const features = [0]
  for (const row of rows) {
    for (let ring = featureStarts[row] as number; ring < (featureStarts[row + 1] as number); ring += 1) {
      for (let index = 2 * (ringStarts[ring] as number); index < 2 * (ringStarts[ring + 1] as number); index += 1) {
        positions.push(positionsDegrees[index] as number)
      }
      rings.push(positions.length / 2)
    }
    features.push(rings.length - 1)
  }
  return { positionsDegrees: Float64Array.from(positions), ringStarts: Uint32Array.from(rings), featureStarts: Uint32Array.from(features) }
}
