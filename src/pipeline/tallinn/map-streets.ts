import type { Dataset, Issue } from '../dataset.ts'
import { createIssue } from '../issues.ts'
import { textOf } from '../read-geojson.ts'
import { buildRail, classifyRail, type RailWay } from '../steps/build-rail.ts'
import { buildStreets, STREET_DERIVED, type StreetWay } from '../steps/build-streets.ts'
import { classifyStreet } from '../steps/classify-street.ts'
import { readClean, type SourceFolder } from '../steps/read-clean.ts'
import { MAP_SOURCES, OSM_2021_PROVENANCE } from './map-sources.ts'

const FILE = 'tallinn/osm-city-2021/streets_rail_joined.geojson'

/** Streets and tracks of the city, before anything is joined or simplified. */
export async function readWays(
  folder: SourceFolder,
): Promise<{ readonly streets: StreetWay[]; readonly rail: RailWay[]; readonly issues: Issue[] }> {
  const { features, issues: mended } = await readClean(folder, FILE, 'LineString')
  const streets: StreetWay[] = []
  const rail: RailWay[] = []
  const issues = [...mended]
  for (const { label, properties, geometry } of features) {
    if (geometry.type !== 'LineString') continue
    const kind = textOf(properties['class']) ?? ''
    const common = { label, file: FILE, line: geometry.coordinates, tunnel: properties['brunnel'] === 'tunnel' }
    const track = classifyRail(kind)
    const street = classifyStreet(kind)
    if (track !== null) rail.push({ ...common, class: track })
    else if (street === null) issues.push(createIssue('dropped', FILE, label, 'not-a-street-in-use', kind))
    else {
      streets.push({
        ...common, class: street, name: textOf(properties['name']), nameSwedish: null, bridge: properties['brunnel'] === 'bridge',
      })
    }
  }
  return { streets, rail, issues }
}

export async function buildStreetsDataset(folder: SourceFolder): Promise<Dataset> {
  const { streets, issues } = await readWays(folder)
  const built = buildStreets(streets)
  return {
    name: 'streets', geometry: 'LineString', features: built.features, issues: [...issues, ...built.issues],
    sources: [MAP_SOURCES.openStreetMap2021], derived: STREET_DERIVED, provenance: OSM_2021_PROVENANCE,
  }
}

export async function buildRailDataset(folder: SourceFolder): Promise<Dataset> {
  const { rail } = await readWays(folder)
  const built = buildRail([rail])
  return {
    name: 'rail', geometry: 'LineString', features: built.features, issues: built.issues,
    sources: [MAP_SOURCES.openStreetMap2021],
    derived: { geometry: 'Tracks that meet end to end are one row; simplified within 0.4 m.' },
    provenance: OSM_2021_PROVENANCE,
  }
}
