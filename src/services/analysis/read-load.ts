import { loadShape } from '../../analytics/energy/load-shape.ts'
import { idColumn, numberColumn } from '../../layers/columns.ts'
import type { LayerSource } from '../../layers/layer.ts'
import { originOf } from '../../layers/provenance-of.ts'
import type { Explanation } from './analysis-service.ts'

/** Shape of the electricity that is metered in a city; null where the data have no such series. */
export async function readLoad(source: LayerSource): Promise<Explanation['load']> {
  const manifest = await source.manifest()
  if (manifest.files.electricity_load === undefined) return null
  const table = await source.table('electricity_load')
  const shape = loadShape(idColumn(table), numberColumn(table, 'consumption_kwh'))
  return shape === null ? null : { shape, provenance: originOf(manifest, 'electricity_load') }
}
