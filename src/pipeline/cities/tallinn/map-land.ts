import type { Dataset, Geometry } from '../../dataset.ts'
import { SourceError } from '../../effects.ts'
import type { MultiPolygonRings } from '../../geometry/planar.ts'
import { readClean, type SourceFolder } from '../../formats/read-clean.ts'
import { simplifyPolygons } from '../../geometry/simplify.ts'
import { unionPolygons } from '../../geometry/union-polygons.ts'
import { measureCoverage } from '../../map/measure-coverage.ts'
import { seaRing } from './map-extent.ts'
import { MAP_SOURCES } from './map-sources.ts'

const FILE = 'tallinn/osm-city-2021/land_boundary_coastline.geojson'
const PROVENANCE = { kind: 'measured', year: '2021-2026', source: 'OpenStreetMap contributors, city boundary along the coast' } as const

/** The city's land in EPSG:3301. */
export async function readLand(
  folder: SourceFolder,
): Promise<{ readonly polygons: MultiPolygonRings; readonly issues: Dataset['issues'] }> {
  const { features, issues } = await readClean(folder, FILE, 'MultiPolygon')
  const parts = features.flatMap(({ geometry }) => (geometry.type === 'MultiPolygon' ? [geometry.coordinates] : []))
  if (parts.length === 0) throw new SourceError(FILE, `${FILE} holds no usable polygon of the city's land.`)
  return { polygons: simplifyPolygons(unionPolygons(parts), 0.3), issues }
}

/** `land`, `coverage` (footprints are known in the whole city) and `extent` (land and the sea beside it). */
export function buildLandDatasets(polygons: MultiPolygonRings, issues: Dataset['issues']): readonly Dataset[] {
  const sources = [MAP_SOURCES.coastline]
  const one = (id: string, coordinates: MultiPolygonRings): Dataset['features'] => {
    const geometry: Geometry = { type: 'MultiPolygon', coordinates }
    return [{ geometry, properties: { id } }]
  }
  return [
    {
      name: 'land',
      geometry: 'MultiPolygon',
      features: one('land', polygons),
      issues,
      sources,
      quality: measureCoverage(polygons, 'whole-city'),
      derived: { geometry: 'Simplified within 0.3 m. Lakes and rivers are part of the land; see water.' },
      provenance: PROVENANCE,
    },
    {
      name: 'coverage',
      geometry: 'MultiPolygon',
      features: one('coverage', polygons),
      issues: [],
      sources,
      derived: { geometry: "The city's land: building footprints are mapped throughout." },
      provenance: PROVENANCE,
    },
    {
      name: 'extent',
      geometry: 'MultiPolygon',
      features: one('extent', unionPolygons([polygons, [[seaRing()]]])),
      issues: [],
      sources,
      derived: {
        geometry:
          "The city's land and a hand-kept area of sea beside its coast, at least 500 m off the shores of neighbouring municipalities, whose land is beyond the data.",
      },
      provenance: { ...PROVENANCE, kind: 'default', uncertainty: 'the outer edge at sea is a choice, not a boundary' },
    },
  ]
}
