import { helsinki } from '../../../cities/helsinki.ts'
import type { Dataset } from '../../dataset.ts'
import type { Effects } from '../../effects.ts'
import { buildBuildings } from './buildings.ts'
import { buildDistricts } from './districts.ts'
import { buildElectricityLoad } from './electricity.ts'
import { readLand } from './land.ts'
import { buildMapDatasets } from './map.ts'

/** Every data set of Helsinki. */
export async function buildDatasets(effects: Effects, sources: string): Promise<readonly Dataset[]> {
  const land = await readLand({ effects, sources, city: helsinki })
  const districts = await buildDistricts(effects, sources, land.polygons)
  const buildings = await buildBuildings(effects, sources, districts.features)
  const map = await buildMapDatasets(effects, sources, land)
  return [...buildings, districts, ...map, await buildElectricityLoad(effects, sources)]
}
