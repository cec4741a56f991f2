import type { Dataset, Issue } from '../../dataset.ts'
import { createIssue } from '../../issues.ts'
import { textOf, type RawFeature } from '../../formats/read-geojson.ts'
import { buildRail, classifyRail, type RailWay } from '../../map/build-rail.ts'
import { buildStreets, dropRepeatedStreets, STREET_DERIVED, STREET_RULES, type StreetWay } from '../../map/build-streets.ts'
import { classifyStreet } from '../../map/classify-street.ts'
import { readClean, type SourceFolder } from '../../formats/read-clean.ts'
import { splitIssues } from '../../split-issues.ts'
import { MAP_SOURCES, OSM_PROVENANCE } from './map-sources.ts'

const CENTRE = 'helsinki/osm-helsinki-centre/helsinki_centre_roads.geojson'
const SERVED = 'helsinki/osm-transit-served-2022/streets_transit_served.geojson'
const NORTH = 'helsinki/osm-streets-north-2023/sumo_streets.geojson'
const CENTRE_RAIL = 'helsinki/osm-helsinki-centre/helsinki_centre_rail.geojson'
const SERVED_RAIL = 'helsinki/osm-transit-served-2022/rail_tram_metro.geojson'

type Tags = RawFeature['properties']

/** Corridors and footways within buildings, and crossings drawn over a street, are not for this map. */
function isInsideOrCrossing(tags: Tags): boolean {
  return textOf(tags['indoor']) === 'yes' || textOf(tags['footway']) === 'crossing' || textOf(tags['area']) === 'yes'
}

async function readStreets(folder: SourceFolder, file: string): Promise<{ readonly ways: StreetWay[]; readonly issues: Issue[] }> {
  const { features, issues: mended } = await readClean(folder, file, 'LineString')
  const ways: StreetWay[] = []
  const issues = [...mended]
  for (const { label, properties, geometry } of features) {
    if (geometry.type !== 'LineString') continue
    const highway = (textOf(properties['highway']) ?? textOf(properties['type']) ?? '').replace(/^highway\./, '')
    const street = classifyStreet(highway)
    if (street === null) {
      issues.push(createIssue('dropped', file, label, 'not-a-street-in-use', highway))
      continue
    }
    if (isInsideOrCrossing(properties)) {
      issues.push(createIssue('dropped', file, label, 'indoors-or-crossing'))
      continue
    }
    ways.push({
      label,
      file,
      line: geometry.coordinates,
      class: street,
      name: textOf(properties['name:fi']) ?? textOf(properties['name']),
      nameSwedish: textOf(properties['name:sv']),
      tunnel: isTagged(properties['tunnel']),
      bridge: isTagged(properties['bridge']),
    })
  }
  return { ways, issues }
}

function isTagged(value: unknown): boolean {
  const tag = textOf(value)
  return tag !== null && tag !== 'no'
}

/** Swedish names that one source has, given to the same Finnish name in another. */
function completeSwedishNames(ways: readonly StreetWay[]): StreetWay[] {
  const names = new Map<string, string>()
  for (const { name, nameSwedish } of ways) {
    if (name !== null && nameSwedish !== null && !names.has(name)) names.set(name, nameSwedish)
  }
  return ways.map((way) => ({ ...way, nameSwedish: way.nameSwedish ?? (way.name === null ? null : (names.get(way.name) ?? null)) }))
}

/** All streets of the centre, main streets of the whole city, car streets of the north. */
export async function buildStreetsDataset(folder: SourceFolder): Promise<Dataset> {
  const centre = await readStreets(folder, CENTRE)
  const served = await readStreets(folder, SERVED)
  const north = await readStreets(folder, NORTH)
  const freshServed = dropRepeatedStreets(centre.ways, served.ways)
  const withServed = [...centre.ways, ...freshServed.ways]
  const freshNorth = dropRepeatedStreets(withServed, north.ways)
  const built = buildStreets(completeSwedishNames([...withServed, ...freshNorth.ways]))
  return {
    name: 'streets',
    geometry: 'LineString',
    features: built.features,
    ...splitIssues([...centre.issues, ...served.issues, ...north.issues, ...freshServed.issues, ...freshNorth.issues, ...built.issues]),
    sources: [MAP_SOURCES.centre, MAP_SOURCES.transitServed, MAP_SOURCES.north],
    derived: {
      ...STREET_DERIVED,
      geometry: `${STREET_DERIVED['geometry'] ?? ''} Outside the centre a segment is left out where ${STREET_RULES.sameStreetShare * 100} % of it runs within ${STREET_RULES.sameStreetMetres} m of one already taken.`,
      name_sv: 'Where a source has no Swedish name, that of the same Finnish name elsewhere in the city.',
    },
    provenance: OSM_PROVENANCE,
  }
}

async function readRail(folder: SourceFolder, file: string): Promise<{ readonly ways: RailWay[]; readonly issues: Issue[] }> {
  const { features, issues: mended } = await readClean(folder, file, 'LineString')
  const ways: RailWay[] = []
  const issues = [...mended]
  for (const { label, properties, geometry } of features) {
    const track = classifyRail(textOf(properties['railway']) ?? '')
    if (geometry.type !== 'LineString') continue
    if (track === null) issues.push(createIssue('dropped', file, label, 'no-track-in-use'))
    else ways.push({ label, file, line: geometry.coordinates, class: track, tunnel: isTagged(properties['tunnel']) })
  }
  return { ways, issues }
}

export async function buildRailDataset(folder: SourceFolder): Promise<Dataset> {
  const centre = await readRail(folder, CENTRE_RAIL)
  const served = await readRail(folder, SERVED_RAIL)
  const built = buildRail([centre.ways, served.ways])
  return {
    name: 'rail',
    geometry: 'LineString',
    features: built.features,
    ...splitIssues([...centre.issues, ...served.issues, ...built.issues]),
    sources: [MAP_SOURCES.centre, MAP_SOURCES.transitServed],
    derived: { geometry: 'Tracks that meet end to end are one row; simplified within 0.4 m. Outside the centre as of January 2022.' },
    provenance: OSM_PROVENANCE,
  }
}
