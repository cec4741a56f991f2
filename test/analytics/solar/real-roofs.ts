import { makeCompass } from '../../../src/analytics/solar/horizon.ts'
import { sampleRoofs, type RoofSamples } from '../../../src/analytics/solar/roof-samples.ts'
import type { Scene } from '../../../src/analytics/solar/scene.ts'
import type { Solids } from '../../../src/analytics/solar/wall-grid.ts'
import { sumYearOfSun, type YearOfSun } from '../../../src/analytics/solar/year-of-sun.ts'
import type { CityId } from '../../../src/cities/index.ts'
import { openCityTables } from '../../../src/services/city-tables.ts'
import { readBuiltScene } from '../../../src/services/view/built-scene.ts'
import { REAL_FILES } from '../../services/real-files.ts'

export const AZIMUTHS = makeCompass(72)

/** A city of the committed data with points on all of its roofs. */
export interface RealRoofs {
  readonly scene: Scene
  readonly solids: Solids
  readonly samples: RoofSamples
  readonly year: YearOfSun
}

export async function readRealRoofs(cityId: CityId): Promise<RealRoofs> {
  const source = openCityTables(cityId, REAL_FILES)
  const [{ scene, buildingCount, partBuildings }, { footprintsSquareMetres }] = await Promise.all([
    readBuiltScene(source),
    source.buildings(),
  ])
  const [layer] = scene.layers
  if (layer === undefined) throw new Error(`${cityId} has no solids`)
  const { geometry, topsMetres } = layer.solids
  const tops = Float64Array.from(topsMetres)
  const part = (from: number, to: number): Solids => ({
    geometry: { ...geometry, featureStarts: geometry.featureStarts.subarray(from, to + 1) },
    topsMetres: tops.subarray(from, to),
  })
  const samples = sampleRoofs(
    { outlines: part(0, buildingCount), parts: part(buildingCount, tops.length), partBuildings },
    footprintsSquareMetres,
  )
  const { longitudeDegrees, latitudeDegrees } = source.city.anchor
  return { scene, solids: layer.solids, samples, year: sumYearOfSun(longitudeDegrees, latitudeDegrees, AZIMUTHS.count) }
}

/** Every so many-th point, so that so many are taken, evenly through the data. */
export function pickSamples({ areasSquareMetres }: RoofSamples, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => Math.floor(((index + 0.5) * areasSquareMetres.length) / count))
}

export function placeOf({ points }: RoofSamples, sample: number): readonly [number, number, number] {
  return [points[sample * 3] as number, points[sample * 3 + 1] as number, points[sample * 3 + 2] as number]
}
