import { tallinn } from '../../../cities/tallinn.ts'
import type { BuildingDraft, KnownHeight, PartDraft } from '../../buildings/building-draft.ts'
import { createGridIds } from '../../buildings/building-ids.ts'
import { createBuildingDatasets } from '../../buildings/buildings.ts'
import { cleanFeatures, type CleanFeature } from '../../geometry/clean.ts'
import type { Dataset, Feature, Issue } from '../../dataset.ts'
import type { Effects } from '../../effects.ts'
import { estimateUse, USE_RULE } from '../../estimates/estimate-use.ts'
import { createIssue } from '../../issues.ts'
import { applyLandmarks } from '../../estimates/landmarks.ts'
import { multiPolygonArea, representativePoint, type MultiPolygonRings } from '../../geometry/planar.ts'
import { numberOf, readGeoJson } from '../../formats/read-geojson.ts'
import { heightFromStoreysMetres } from '../../../analytics/form/storeys.ts'
import { readAddresses } from './buildings-addresses.ts'
import { LANDMARK_TABLE } from './buildings-landmarks.ts'
import { readSurroundings } from './buildings-uses.ts'
import { LANDMARKS, TALLINN_OSM_2021 } from './sources.ts'

const FILE = 'tallinn/osm-city-2021/building_poly.geojson'

/** Height tags outside this range are slips of the keyboard; nothing but towers of the table is higher. */
const PLAUSIBLE_HEIGHT_METRES = { least: 1.5, most: 130 } as const

/** All footprints of Tallinn with what their surroundings say of them. */
export async function buildBuildings(effects: Effects, sources: string, districts: readonly Feature[]): Promise<readonly Dataset[]> {
  const raw = await readGeoJson(effects, sources, FILE)
  const cleaned = cleanFeatures(raw, {
    file: FILE,
    from: 4326,
    to: tallinn.epsg,
    extentDegrees: tallinn.extentDegrees,
    geometry: 'MultiPolygon',
  })
  const issues: Issue[] = [...cleaned.issues]
  const shapes = dropRepeated(cleaned.features.map(toShape), issues)
  const ids = createGridIds(shapes)
  const findAddress = await readAddresses(effects, sources)
  const findSurroundings = await readSurroundings(effects, sources)
  const drafts = shapes.map((shape, index): BuildingDraft => {
    const id = `tln-${ids[index] as string}`
    const { height, storeys } = readHeight(shape, issues)
    const minHeight = numberOf(shape.feature.properties['render_min_height']) ?? 0
    const address = findAddress(shape.geometry, shape.point)
    const { name, ...around } = findSurroundings(shape.geometry, shape.point)
    const evidence = { ...around, footprintSquareMetres: shape.footprintSquareMetres, hasAddress: address !== null }
    const use = estimateUse({ ...evidence, heightMetres: height?.metres ?? null })
    const hanging = createHangingPart(id, shape.geometry, minHeight, height)
    return {
      id,
      geometry: shape.geometry,
      footprintSquareMetres: shape.footprintSquareMetres,
      point: shape.point,
      height,
      storeys: storeys === null ? null : { count: storeys, source: 'mapped' },
      storeysClass: null,
      use: use === null ? null : { class: use, source: 'estimated' },
      useWithoutHeight: estimateUse({ ...evidence, heightMetres: null }),
      year: null,
      name,
      address,
      groundHeightMetres: null,
      source: TALLINN_OSM_2021.key,
      sourceYear: 2021,
      parts: hanging,
      bodyHeightMetres: hanging.length > 0 ? 0 : null,
      storeysHeightMetres: null,
    }
  })
  const marked = applyLandmarks(drafts, LANDMARK_TABLE, tallinn.epsg)
  for (const name of marked.unplaced) effects.log(`  landmark without a footprint: ${name}`)
  return createBuildingDatasets(marked.drafts, districts, {
    issues,
    sources: [TALLINN_OSM_2021, LANDMARKS],
    derived: {
      id: 'decimetre grid cell of a point inside the footprint: the source has no ids',
      name: 'name of a church, museum, school, hotel or the like whose point lies inside the footprint',
      address: 'house numbers inside the footprint with the nearest named street within 80 m: may name the wrong street at corners',
      use: USE_RULE,
      year: 'not in the source',
    },
    provenance: {
      kind: 'measured',
      year: '2021',
      source: 'OpenStreetMap contributors, August 2021',
      uncertainty: 'footprints on a grid of 0.3 m; heights as tagged, or estimated and flagged',
    },
  })
}

interface Shape {
  readonly feature: CleanFeature
  readonly geometry: MultiPolygonRings
  readonly footprintSquareMetres: number
  readonly point: readonly [number, number]
}

function toShape(feature: CleanFeature): Shape {
  const geometry = feature.geometry.coordinates as MultiPolygonRings
  return { feature, geometry, footprintSquareMetres: multiPolygonArea(geometry), point: representativePoint(geometry) }
}

/** Leaves out footprints that repeat an earlier one point by point. */
function dropRepeated(shapes: readonly Shape[], issues: Issue[]): readonly Shape[] {
  const seen = new Set<string>()
  return shapes.filter((shape) => {
    const key = JSON.stringify(shape.geometry)
    if (!seen.has(key)) {
      seen.add(key)
      return true
    }
    issues.push(createIssue('dropped', FILE, shape.feature.label, 'duplicate-geometry'))
    return false
  })
}

function readHeight(shape: Shape, issues: Issue[]): { height: KnownHeight | null; storeys: number | null } {
  const { properties, label } = shape.feature
  const metres = numberOf(properties['render_height'])
  const levels = numberOf(properties['levels'])
  if (properties['height_source'] === 'levels' && levels !== null && levels >= 1) {
    const storeys = Math.round(levels)
    return { height: { metres: heightFromStoreysMetres(storeys), source: 'from_storeys' }, storeys }
  }
  if (properties['height_source'] !== 'height_tag' || metres === null) return { height: null, storeys: null }
  if (metres < PLAUSIBLE_HEIGHT_METRES.least || metres > PLAUSIBLE_HEIGHT_METRES.most) {
    issues.push(createIssue('mended', FILE, label, 'implausible-height', `${metres} m taken as unknown`))
    return { height: null, storeys: null }
  }
  return { height: { metres, source: 'measured' }, storeys: null }
}

/** A footprint that starts above the ground (a passage, a bridge between houses) hangs as a part. */
function createHangingPart(id: string, geometry: MultiPolygonRings, minHeight: number, height: KnownHeight | null): readonly PartDraft[] {
  if (minHeight <= 0 || height === null || height.metres <= minHeight + 1) return []
  return [{ id: `${id}-p1`, geometry, minHeightMetres: minHeight, heightMetres: height.metres, heightSource: height.source }]
}
