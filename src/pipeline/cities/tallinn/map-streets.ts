import type { StreetClass } from '../../../schema/datasets.ts'
import { cleanFeatures } from '../../geometry/clean.ts'
import type { Dataset, Issue } from '../../dataset.ts'
import { createIssue } from '../../issues.ts'
import { readGeoJson, textOf, type RawFeature } from '../../formats/read-geojson.ts'
import { buildRail, classifyRail, type RailWay } from '../../map/build-rail.ts'
import { buildStreets, STREET_DERIVED, type StreetWay } from '../../map/build-streets.ts'
import { classifyStreet } from '../../map/classify-street.ts'
import { dropRepeated } from '../../drop-repeated.ts'
import type { SourceFolder } from '../../formats/read-clean.ts'
import { createStreetNetwork, type NetworkWay } from '../../map/street-network.ts'
import { splitIssues } from '../../split-issues.ts'
import type { TransitNetworks } from './transit.ts'
import { MAP_SOURCES, OSM_2021_PROVENANCE } from './map-sources.ts'

/** Buses keep to the larger streets. */
const COST_FACTORS: Readonly<Record<StreetClass, number>> = { motorway: 1, main: 1, secondary: 1, minor: 1.2, service: 2, path: 5 }

const FILE = 'tallinn/osm-city-2021/streets_rail_joined.geojson'

export interface Ways {
  readonly streets: StreetWay[]
  readonly rail: readonly RailWay[]
  readonly streetIssues: readonly Issue[]
  readonly railIssues: readonly Issue[]
}

/** Streets and tracks of the city, before anything is joined or simplified. */
export async function readWays(folder: SourceFolder): Promise<Ways> {
  const raw = await readGeoJson(folder.effects, folder.sources, FILE)
  const isTrack = (feature: RawFeature): boolean => classifyRail(classOf(feature)) !== null
  const tracks = cleanWays(folder, raw.filter(isTrack))
  const roads = cleanWays(
    folder,
    raw.filter((feature) => !isTrack(feature)),
  )
  const rail = tracks.ways.flatMap(({ feature, ...common }): RailWay[] => {
    const track = classifyRail(classOf(feature))
    return track === null ? [] : [{ ...common, class: track }]
  })
  const streets: StreetWay[] = []
  const [streetIssues, railIssues]: [Issue[], Issue[]] = [[...roads.issues], [...tracks.issues]]
  for (const { feature, ...common } of roads.ways) {
    const { label } = common
    const { properties } = feature
    const kind = classOf(feature)
    const street = classifyStreet(kind)
    if (street === null) streetIssues.push(createIssue('dropped', FILE, label, 'not-a-street-in-use', kind))
    else {
      streets.push({
        ...common,
        class: street,
        isOneWay: textOf(properties['oneway']) === '1',
        name: textOf(properties['name']),
        nameSwedish: null,
        bridge: properties['brunnel'] === 'bridge',
      })
    }
  }
  return { streets, rail: dropRepeated(rail, (way) => [way.class, way.tunnel, way.line], railIssues), streetIssues, railIssues }
}

function classOf({ properties }: Pick<RawFeature, 'properties'>): string {
  return textOf(properties['class']) ?? ''
}

function cleanWays({ city }: SourceFolder, raw: readonly RawFeature[]) {
  const { features, issues } = cleanFeatures(raw, {
    file: FILE,
    from: 4326,
    to: city.epsg,
    extentDegrees: city.extentDegrees,
    geometry: 'LineString',
  })
  const ways = features.flatMap((feature) =>
    feature.geometry.type === 'LineString'
      ? [
          {
            feature,
            label: feature.label,
            file: FILE,
            line: feature.geometry.coordinates,
            tunnel: feature.properties['brunnel'] === 'tunnel',
          },
        ]
      : [],
  )
  return { ways, issues }
}

export function buildStreetsDataset({ streets, streetIssues }: Ways): Dataset {
  const built = buildStreets(streets)
  return {
    name: 'streets',
    geometry: 'LineString',
    features: built.features,
    ...splitIssues([...streetIssues, ...built.issues]),
    sources: [MAP_SOURCES.openStreetMap2021],
    derived: STREET_DERIVED,
    provenance: OSM_2021_PROVENANCE,
  }
}

export function buildRailDataset({ rail, railIssues }: Ways): Dataset {
  const built = buildRail([rail])
  return {
    name: 'rail',
    geometry: 'LineString',
    features: built.features,
    ...splitIssues([...railIssues, ...built.issues]),
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
    way.class === 'path' ? [] : [{ line: way.line, isOneWay: way.isOneWay === true, costFactor: COST_FACTORS[way.class] }],
  )
  return {
    streets: createStreetNetwork(roads, 60),
    tram: createStreetNetwork(tracks('tram'), 60),
    // Platforms lie up to some tracks away from the main line.
    rail: createStreetNetwork(tracks('rail'), 90),
  }
}
