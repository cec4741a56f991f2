import type { City } from '../../cities/city.ts'
import type { EpsgCode } from '../../geo/crs.ts'
import { cleanFeatures, type Cleaned } from '../geometry/clean.ts'
import type { Geometry } from '../dataset.ts'
import type { Effects } from '../effects.ts'
import { readGeoJson } from './read-geojson.ts'

/** Where a step reads from, and for which city. */
export interface SourceFolder {
  readonly effects: Effects
  /** The sources folder. */
  readonly sources: string
  readonly city: Pick<City, 'epsg' | 'extentDegrees' | 'names'>
}

/** Features of a GeoJSON file in the city's CRS, sound, with issues for what was mended or left out. */
export async function readClean(folder: SourceFolder, file: string, geometry: Geometry['type'], from: EpsgCode = 4326): Promise<Cleaned> {
  const raw = await readGeoJson(folder.effects, folder.sources, file)
  return cleanFeatures(raw, { file, from, to: folder.city.epsg, extentDegrees: folder.city.extentDegrees, geometry })
}
