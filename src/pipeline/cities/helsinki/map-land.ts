import type { Dataset } from '../../dataset.ts'
import { SourceError } from '../../effects.ts'
import type { MultiPolygonRings } from '../../geometry/planar.ts'
import { readClean, type SourceFolder } from '../../formats/read-clean.ts'
import { simplifyPolygons } from '../../geometry/simplify.ts'
import { unionPolygons } from '../../geometry/union-polygons.ts'
import { measureCoverage } from '../../map/measure-coverage.ts'
import type { CityLand } from './land.ts'
import { MAP_SOURCES } from './map-sources.ts'

const COVERAGE = 'helsinki/buildings-merged/coverage.geojson'
const DISTRICTS = 'helsinki/districts/suurpiirit_wfs_2026.geojson'

/** The city's waters reach much farther south than its land; degrees. */
const TERRITORY_DEGREES = [24.7, 59.8, 25.4, 60.4] as const

/** The city's area with its sea, in EPSG:3879: the union of its major districts. */
export async function readCityArea(folder: SourceFolder): Promise<MultiPolygonRings> {
  const { features } = await readClean(
    { ...folder, city: { ...folder.city, extentDegrees: TERRITORY_DEGREES } },
    DISTRICTS,
    'MultiPolygon',
    3879,
  )
  const parts = features.flatMap(({ geometry }) => (geometry.type === 'MultiPolygon' ? [geometry.coordinates] : []))
  if (parts.length === 0) throw new SourceError(DISTRICTS, `${DISTRICTS} holds no usable polygon.`)
  return unionPolygons(parts)
}

async function readArea(
  folder: SourceFolder,
  file: string,
): Promise<{ readonly polygons: MultiPolygonRings; readonly issues: Dataset['issues'] }> {
  const { features, issues } = await readClean(folder, file, 'MultiPolygon')
  const geometry = features[0]?.geometry
  if (geometry?.type !== 'MultiPolygon') throw new SourceError(file, `${file} holds no usable polygon.`)
  return { polygons: geometry.coordinates, issues }
}

/** `land`, `coverage` and `extent`. */
export async function buildLandDatasets(folder: SourceFolder, cityArea: MultiPolygonRings, land: CityLand): Promise<readonly Dataset[]> {
  const coverage = await readArea(folder, COVERAGE)
  const one = (id: string, coordinates: MultiPolygonRings): Dataset['features'] => [
    { geometry: { type: 'MultiPolygon', coordinates }, properties: { id } },
  ]
  return [
    {
      name: 'land',
      geometry: 'MultiPolygon',
      features: one('land', simplifyPolygons(land.polygons, 0.4)),
      issues: land.issues,
      sources: [MAP_SOURCES.land, MAP_SOURCES.centre, MAP_SOURCES.postalAreas],
      quality: { ...land.quality, ...measureCoverage(land.polygons, coverage.polygons) },
      derived: {
        geometry:
          "Union of the postal areas without sea; islands beside it in the centre from OpenStreetMap's coastline, outer islands from the coarser postal areas where they lie south of 60.127 N or have vegetation; simplified within 0.4 m.",
      },
      provenance: { kind: 'official', year: '2023', source: 'HSY, postal areas 2023; small islands by OpenStreetMap contributors' },
    },
    {
      name: 'coverage',
      geometry: 'MultiPolygon',
      features: one('coverage', coverage.polygons),
      issues: coverage.issues,
      sources: [MAP_SOURCES.coverage],
      derived: { geometry: 'Where building footprints are known; outside it, no building means no data.' },
      provenance: { kind: 'default', year: '2019-2026', source: 'Extent of the building sources' },
    },
    {
      name: 'extent',
      geometry: 'MultiPolygon',
      features: one('extent', cityArea),
      issues: [],
      sources: [MAP_SOURCES.districts],
      derived: { geometry: 'Union of the major districts, sea included.' },
      provenance: { kind: 'official', year: '2026', source: 'City of Helsinki, suurpiirit' },
    },
  ]
}
