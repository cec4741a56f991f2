import type { Dataset } from '../../dataset.ts'
import type { Effects } from '../../effects.ts'
import { buildBuildings } from './buildings.ts'
import { buildDistricts } from './districts.ts'
import { buildMapDatasets } from './map.ts'

/** Every data set of Helsinki. */
export async function buildDatasets(effects: Effects, sources: string): Promise<readonly Dataset[]> {
  const districts = await buildDistricts(effects, sources)
  const buildings = await buildBuildings(effects, sources, districts.features)
  const map = await buildMapDatasets(effects, sources)
  return [...buildings, districts, ...map]
}
