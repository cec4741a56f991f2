import { MEASURE_IDS, type MeasureId } from '../analytics/measures/types.ts'
import type { MeasureTable } from '../services/analysis/analysis-service.ts'
import { pickShapes } from './flat-table.ts'

/**
 * Tables of one area each as one table, in their order. Areas that were measured apart all have the
 * same id; in one table they are numbered.
 */
export function joinMeasureTables(tables: readonly MeasureTable[]): MeasureTable {
  const [first] = tables
  if (first === undefined) throw new Error('Expected a table or more, found none')
  if (tables.length === 1) return first
  const rings: number[] = [0]
  const features: number[] = [0]
  for (const { shapes } of tables) {
    const [point, ring] = [rings.at(-1) as number, features.at(-1) as number]
    for (const start of shapes.ringStarts.subarray(1)) rings.push(point + start)
    for (const start of shapes.featureStarts.subarray(1)) features.push(ring + start)
  }
  return {
    zones: first.zones,
    rows: tables.flatMap(({ rows }, index) => rows.map((row) => ({ ...row, id: `${row.id}-${index + 1}` }))),
    values: joinColumns(tables.map(({ values }) => values)),
    estimatedShares: joinColumns(tables.map(({ estimatedShares }) => estimatedShares)),
    coverageShares: joinArrays(tables.map(({ coverageShares }) => coverageShares)),
    provenance: Object.assign({}, ...tables.map(({ provenance }) => provenance)),
    shapes: {
      positionsDegrees: joinArrays(tables.map(({ shapes }) => shapes.positionsDegrees)),
      ringStarts: Uint32Array.from(rings),
      featureStarts: Uint32Array.from(features),
    },
  }
}

/** Some rows of a table, in that order. */
export function pickZones(table: MeasureTable, rows: readonly number[]): MeasureTable {
  const pick = (values: Float64Array) => Float64Array.from(rows, (row) => values[row] as number)
  const pickAll = (columns: MeasureTable['values']) =>
    Object.fromEntries(MEASURE_IDS.map((id) => [id, pick(columns[id])])) as Record<MeasureId, Float64Array>
  return {
    ...table,
    rows: rows.flatMap((row) => table.rows[row] ?? []),
    values: pickAll(table.values),
    estimatedShares: pickAll(table.estimatedShares),
    coverageShares: pick(table.coverageShares),
    shapes: pickShapes(table.shapes, rows),
  }
}

function joinColumns(parts: readonly MeasureTable['values'][]): Record<MeasureId, Float64Array> {
  return Object.fromEntries(MEASURE_IDS.map((id) => [id, joinArrays(parts.map((part) => part[id]))])) as Record<MeasureId, Float64Array>
}

function joinArrays(parts: readonly Float64Array[]): Float64Array {
  return Float64Array.from(parts.flatMap((part) => [...part]))
}
