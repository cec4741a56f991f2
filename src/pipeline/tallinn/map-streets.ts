import type { StreetClass } from '../../schema/datasets.ts'
import type { Dataset, Issue } from '../dataset.ts'
import { createIssue } from '../issues.ts'
import { textOf } from '../read-geojson.ts'
import { buildRail, classifyRail, type RailWay } from '../steps/build-rail.ts'
import { buildStreets, STREET_DERIVED, type StreetWay } from '../steps/build-streets.ts'
import { classifyStreet } from '../steps/classify-street.ts'
import { readClean, type SourceFolder } from '../steps/read-clean.ts'
import { createStreetNetwork, type NetworkWay } from '../steps/street-network.ts'
import { splitIssues } from '../steps/split-issues.ts'
import type { TransitNetworks } from './transit.ts'
import { MAP_SOURCES, OSM_2021_PROVENANCE } from './map-sources.ts'

/** Buses keep to the larger streets. */
const COST_FACTORS: Readonly<Record<StreetClass, number>> = { motorway: 1, main: 1, secondary: 1, minor: 1.2, service: 2, path: 5 }

const FILE = 'tallinn/osm-city-2021/streets_rail_joined.geojson'

export interface Ways {
  readonly streets: StreetWay[]
  readonly rail: RailWay[]
  readonly issues: Issue[]
}

/** Streets and tracks of the city, before anything is joined or simplified. */
export async function readWays(folder: SourceFolder): Promise<Ways> {
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
        ...common, class: street, isOneWay: textOf(properties['oneway']) === '1', name: textOf(properties['name']), nameSwedish: null, bridge: properties['brunnel'] === 'bridge',
      })
    }
  }
  return { streets, rail, issues }
}

export function buildStreetsDataset({ streets, issues }: Ways): Dataset {
  const built = buildStreets(streets)
  return {
    name: 'streets', geometry: 'LineString', features: built.features, ...splitIssues([...issues, ...built.issues]),
    sources: [MAP_SOURCES.openStreetMap2021], derived: STREET_DERIVED, provenance: OSM_2021_PROVENANCE,
  }
}

export function buildRailDataset({ rail }: Ways): Dataset {
  const built = buildRail([rail])
  return {
    name: 'rail', geometry: 'LineString', features: built.features, ...splitIssues(built.issues),
    sources: [MAP_SOURCES.openStreetMap2021],
    derived: { geometry: 'Tracks that meet end to end are one row; simplified within 0.4 m.' },
    provenance: OSM_2021_PROVENANCE,
  }
}

/** Ways by which transit lines find their course from stop to stop. */
export function createTransitNetworks({ streets, rail }: Ways): TransitNetworks {
  const tracks = (kind: RailWay['class']): NetworkWay[] =>
    rail.flatMap((way) => (way.class === kind ? [{ line: way.line, isOneWay: false, costFactor: 1 }] : []))
  const roads = streets.flatMap((way): NetworkWay[] =>
    way.class === 'path' ? [] : [{ line: way.line, isOneWay: way.isOneWay === true, costFactor: COST_FACTORS[way.class] }])
  return {
    streets: createStreetNetwork(roads, 60),
    tram: createStreetNetwork(tracks('tram'), 60),
    // Platforms lie up to some tracks away from the main line.
    rail: createStreetNetwork(tracks('rail'), 90),
  }
}
