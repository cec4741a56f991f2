import { createBuildingDatasets } from '../../src/pipeline/buildings/buildings.ts'
import type { BuildingDraft } from '../../src/pipeline/buildings/building-draft.ts'
import type { Dataset, Feature, Geometry, Value } from '../../src/pipeline/dataset.ts'
import { createDistrictFeatures, type DistrictDraft } from '../../src/pipeline/districts/districts.ts'
import type { Effects } from '../../src/pipeline/effects.ts'
import { readClean } from '../../src/pipeline/formats/read-clean.ts'
import { numberOf, textOf } from '../../src/pipeline/formats/read-geojson.ts'
import { multiPolygonArea, representativePoint, type MultiPolygonRings } from '../../src/pipeline/geometry/planar.ts'
import { DATASETS, type BuildingUse, type DatasetName } from '../../src/schema/datasets.ts'
import { vineta } from './vineta.ts'

const FRAME = {
  issues: [],
  derived: {},
  sources: [{ key: 'plato', title: 'Survey of Vineta', publisher: 'Nobody', licence: 'CC0 1.0', credit: 'Nobody', year: '2020' }],
  provenance: { kind: 'measured', year: '2020', source: 'Survey of Vineta' },
} as const

/** Every data set of Vineta, as a city's `build.ts` makes them; one for which there is no source is empty. */
export async function buildDatasets(effects: Effects, sources: string): Promise<readonly Dataset[]> {
  const read = async (file: string, geometry: Geometry['type']) =>
    (await readClean({ effects, sources, city: vineta }, `vineta/${file}.geojson`, geometry)).features
  const rings = (geometry: Geometry) => geometry.coordinates as MultiPolygonRings
  const dataset = (name: DatasetName, features: readonly Feature[] = []): Dataset => ({
    name,
    geometry: DATASETS[name].geometry,
    features,
    ...FRAME,
  })

  const land = (await read('land', 'MultiPolygon')).map(({ geometry }) => ({ properties: { id: 'land' }, geometry }))
  const landRings = land.flatMap(({ geometry }) => rings(geometry))
  const districts = createDistrictFeatures(
    (await read('districts', 'MultiPolygon')).map(({ properties, geometry }): DistrictDraft => ({
      id: textOf(properties['id']) ?? '',
      level: properties['parent'] === null ? 'coarse' : 'fine',
      parentId: textOf(properties['parent']),
      names: { en: textOf(properties['name']) ?? '' },
      geometry: rings(geometry),
      population: numberOf(properties['residents']),
      populationYear: 2020,
      populationKind: 'official',
    })),
    landRings,
    'whole-city',
  )
  const buildings = createBuildingDatasets(
    (await read('buildings', 'MultiPolygon')).map(({ properties, geometry }): BuildingDraft => ({
      id: textOf(properties['id']) ?? '',
      geometry: rings(geometry),
      footprintSquareMetres: multiPolygonArea(rings(geometry)),
      point: representativePoint(rings(geometry)),
      height: { metres: numberOf(properties['height']) ?? 0, source: 'measured' },
      storeys: { count: numberOf(properties['storeys']) ?? 0, source: 'mapped' },
      storeysClass: null,
      use: { class: properties['use'] as BuildingUse, source: 'mapped' },
      useWithoutHeight: properties['use'] as BuildingUse,
      year: numberOf(properties['year']),
      name: textOf(properties['name']),
      address: null,
      groundHeightMetres: null,
      source: 'plato',
      sourceYear: 2020,
      parts: [],
      bodyHeightMetres: null,
      storeysHeightMetres: null,
    })),
    districts,
    FRAME,
  )
  const rows = async (name: 'green' | 'water') =>
    (await read(name, 'MultiPolygon')).map(({ properties, geometry }): Feature => ({
      geometry,
      properties: { ...(properties as Record<string, Value>), ...(name === 'green' ? { area_m2: multiPolygonArea(rings(geometry)) } : {}) },
    }))
  const streets = (await read('streets', 'LineString')).map(({ properties, geometry }): Feature => ({
    geometry,
    properties: properties as Record<string, Value>,
  }))
  return [
    ...buildings,
    dataset('districts', districts),
    dataset('land', land),
    dataset('coverage', land),
    dataset('extent', land),
    dataset('green', await rows('green')),
    dataset('water', await rows('water')),
    dataset('streets', streets),
    dataset('rail'),
    dataset('transit_stops'),
    dataset('transit_lines'),
    dataset('population_grid'),
    dataset('places'),
  ]
}
