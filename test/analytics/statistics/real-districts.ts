import { readFileSync } from 'node:fs'
import type { CityId } from '../../../src/cities/index.ts'
import { openCityTables } from '../../../src/services/city-tables.ts'
import type { DistrictLevel, DistrictTable } from '../../../src/layers/districts/district-table.ts'

/** Districts of the committed data. */
export function readRealDistricts(cityId: CityId, level: DistrictLevel): Promise<DistrictTable> {
  return openCityTables(cityId, {
    dataUrl: new URL('../../../data/', import.meta.url).href,
    fetchBytes: async (url) => {
      const bytes = readFileSync(new URL(url))
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
    },
  }).districts(level)
}
