import { join } from 'node:path'
import type { Dataset, Feature, Issue } from '../../dataset.ts'
import { SourceError } from '../../effects.ts'
import { keepFirstOfId } from '../../issues.ts'
import type { MultiPolygonRings } from '../../geometry/planar.ts'
import { numberOf } from '../../formats/read-geojson.ts'
import { createAreaTester } from '../../geometry/area-tester.ts'
import type { SourceFolder } from '../../formats/read-clean.ts'
import { readGeoPackageBox } from '../../formats/read-geopackage.ts'
import { MAP_SOURCES } from './map-sources.ts'

const FILE = 'helsinki/population-grid/Population_grid_2021_HSY.gpkg'
const CELL_METRES = 250
/** One cell at sea holds the 30,427 residents of the region whose place is not known. */
const MOST_RESIDENTS = 10_000

/** Residents at the end of 2021 on a 250 m grid; cells of fewer than five residents are not published. */
export async function buildPopulation(folder: SourceFolder, cityArea: MultiPolygonRings): Promise<Dataset> {
  const path = join(folder.sources, FILE)
  const rows = await folder.effects.querySqlite(path, 'select geom, inhabitants from Population_grid_2021_HSY')
  const features: Feature[] = []
  const leftOut = { 'outside-the-city-area': 0, 'residents-without-a-place': 0, 'wrong-cell-size': 0 }
  const isInCity = createAreaTester(cityArea)
  for (const row of rows) {
    const box = readGeoPackageBox(row['geom'])
    if (box === null) throw new SourceError(path, `${path} holds a cell without a geometry box.`)
    // The source is some millimetres off its own grid.
    const [west, south, east, north] = box.map(Math.round) as [number, number, number, number]
    const residents = numberOf(row['inhabitants'])
    if (residents !== null && residents > MOST_RESIDENTS) {
      leftOut['residents-without-a-place']++
      continue
    }
    if (!isInCity((west + east) / 2, (south + north) / 2)) {
      leftOut['outside-the-city-area']++
      continue
    }
    if (east - west !== CELL_METRES || north - south !== CELL_METRES) {
      leftOut['wrong-cell-size']++
      continue
    }
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ] as const
    features.push({
      geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
      properties: {
        id: `cell-${west}-${south}`,
        cell_size_m: CELL_METRES,
        population: residents,
        population_year: 2021,
        population_kind: 'official',
      },
    })
  }
  const issues: Issue[] = []
  const distinct = keepFirstOfId(
    features,
    ({ properties }) => {
      const id = String(properties['id'])
      return { id, file: FILE, label: id }
    },
    issues,
  )
  return {
    name: 'population_grid',
    geometry: 'MultiPolygon',
    features: distinct,
    issues,
    leftOut,
    sources: [MAP_SOURCES.population],
    derived: {
      rows: 'Cells with their middle in the city. A cell that is not here has fewer than five residents: its number is not published.',
    },
    provenance: {
      kind: 'official',
      year: '2021',
      source: 'HSY, population grid 2021',
      uncertainty: 'cells of fewer than five residents are not published',
    },
  }
}
