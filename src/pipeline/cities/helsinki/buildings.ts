import type { BuildingDraft, KnownHeight } from '../../buildings/building-draft.ts'
import { createGridIds } from '../../buildings/building-ids.ts'
import { createBuildingDatasets } from '../../buildings/buildings.ts'
import { helsinki } from '../../../cities/helsinki.ts'
import type { Dataset, Feature, Issue } from '../../dataset.ts'
import type { Effects } from '../../effects.ts'
import { estimateUse, USE_RULE } from '../../estimates/estimate-use.ts'
import { createIssue } from '../../issues.ts'
import { applyLandmarks } from '../../estimates/landmarks.ts'
import { numberOf, textOf } from '../../formats/read-geojson.ts'
import { heightFromStoreysMetres } from '../../../analytics/form/storeys.ts'
import { LANDMARK_TABLE } from './buildings-landmarks.ts'
import { attachParts, readParts } from './buildings-parts.ts'
import { createMatcher, formatOsmId, readLandUse, readShapes, type LandUseFinder, type Shape } from './buildings-sources.ts'
import { useFromOsm, useFromRegister, useFromTopographicClass, type FoundUse } from './buildings-uses.ts'
import * as SOURCES from './sources.ts'

const MERGED = 'helsinki/buildings-merged/helsinki_known_footprints.geojson'
const OSM = 'helsinki/osm-helsinki-centre/helsinki_centre_buildings.geojson'
const CITYGML = 'helsinki/citygml-lod2/citygml_lod2_buildings_footprints.geojson'
const CITY_MODEL = 'helsinki/citygml-lod2/citymodel_3dtiles_footprints.geojson'

/** Heights outside this range are slips, or no height of a building. */
const PLAUSIBLE_HEIGHT_METRES = { least: 1.5, most: 160 } as const

/** All known footprints of Helsinki with the attributes of the sources that they came from. */
export async function buildBuildings(effects: Effects, sources: string, districts: readonly Feature[]): Promise<readonly Dataset[]> {
  const merged = await readShapes(effects, sources, MERGED)
  const matchers = {
    osm: createMatcher((await readShapes(effects, sources, OSM)).shapes),
    citygml: createMatcher((await readShapes(effects, sources, CITYGML)).shapes),
    cityModel: createMatcher((await readShapes(effects, sources, CITY_MODEL)).shapes),
  }
  const findLandUse = await readLandUse(effects, sources)
  const issues: Issue[] = [...merged.issues]
  const gridIds = createGridIds(merged.shapes)
  const taken = new Set<string>()
  const drafts = merged.shapes.map((shape, index): BuildingDraft => {
    const source = textOf(shape.properties['source']) ?? 'unknown'
    const osm = source === 'osm' ? matchers.osm(shape) : null
    const gml = source === 'city_citygml_lod2' ? matchers.citygml(shape) : null
    const model = source === 'city_3dtiles' ? matchers.cityModel(shape) : null
    const own = createId(shape, osm, gml, model)
    if (own !== null && taken.has(own)) issues.push(createIssue('mended', MERGED, shape.label, 'duplicate-id', `${own}, now by its place`))
    const id = claimId(own, `hel-${gridIds[index] as string}`, taken)
    return createDraft({ shape, source, osm, gml, model, id }, findLandUse, issues)
  })
  const marked = applyLandmarks(attachParts(drafts, await readParts(effects, sources, issues), issues), LANDMARK_TABLE, helsinki.epsg)
  for (const name of marked.unplaced) effects.log(`  landmark without a footprint: ${name}`)
  return createBuildingDatasets(marked.drafts, districts, {
    issues,
    sources: [
      SOURCES.HELSINKI_OSM,
      SOURCES.HELSINKI_NLS,
      SOURCES.HELSINKI_REGISTER,
      SOURCES.HELSINKI_CITY_MODEL,
      SOURCES.HELSINKI_CITYGML,
      SOURCES.LANDMARKS,
    ],
    derived: {
      geometry:
        'union of all footprints found; one of a later source is left out where 30 % of it is covered already (order: OSM, CityGML, register, topographic database, 3D Tiles)',
      use: `as tagged or classed; "commercial or public" of the topographic database is other; allotment cottages are outbuildings; where neither is stated, ${USE_RULE}`,
      height_source: 'heights of buildings that the city model holds as planned or under construction are flagged estimated',
      year: 'year of completion where stated; open dates (before, after, decades) are left out, a span of up to 5 years counts as its end',
      body_height_m:
        "outline of a building with parts: the lowest part that stands on the ground, where that is lower than the outline itself; what no part covers becomes a part of the outline's own height",
    },
    provenance: {
      kind: 'measured',
      year: '2019-2026',
      source: 'OpenStreetMap contributors; National Land Survey of Finland Topographic Database; City of Helsinki',
      uncertainty: 'footprints of the inner city and some of the east; heights measured, from storeys or estimated, and flagged',
    },
  })
}

interface Found {
  readonly shape: Shape
  readonly source: string
  readonly osm: Shape | null
  readonly gml: Shape | null
  readonly model: Shape | null
  readonly id: string
}

function createDraft(found: Found, findLandUse: LandUseFinder, issues: Issue[]): BuildingDraft {
  const { shape, source, osm, gml, model, id } = found
  const storeys = readStoreys(found)
  const height = readHeight(found, storeys, issues)
  const address = textOf(osm?.properties['addr']) ?? textOf(gml?.properties['Katuosoite'])
  const evidence = {
    footprintSquareMetres: shape.footprintSquareMetres,
    hasAddress: address !== null,
    pointKinds: [],
    landUse: findLandUse(...shape.point),
  }
  const mapped = readUse(found)
  const estimated = mapped === null ? estimateUse({ ...evidence, heightMetres: height?.metres ?? null }) : null
  const use = mapped ?? (estimated === null ? null : { class: estimated, source: 'estimated' as const })
  const storeysClass = textOf(shape.properties['storeys_class'])
  const ground =
    numberOf(shape.properties['base_elev_n2000_m']) ?? numberOf(gml?.properties['GroundLevel']) ?? numberOf(model?.properties['z_min'])
  return {
    id,
    geometry: shape.geometry,
    footprintSquareMetres: shape.footprintSquareMetres,
    point: shape.point,
    height,
    storeys: storeys === null ? null : { count: Math.max(1, Math.round(storeys)), source: 'mapped' },
    storeysClass: storeysClass === '1-2' ? { least: 1, most: 2 } : storeysClass === '3+' ? { least: 3, most: null } : null,
    use,
    useWithoutHeight: use?.source === 'mapped' ? use.class : estimateUse({ ...evidence, heightMetres: null }),
    year: parseYear(textOf(osm?.properties['start_date'])) ?? parseYear(textOf(gml?.properties['Valmistunut'])),
    name: textOf(osm?.properties['name']),
    address,
    groundHeightMetres: ground === null ? null : Math.round(ground * 100) / 100,
    source,
    sourceYear: readSourceYear(found),
    parts: [],
    bodyHeightMetres: null,
    storeysHeightMetres: null,
  }
}

/**
 * Year of completion of OSM's `start_date` or an ISO date; null for open dates and long spans.
 * `1911`, `~1906`, `1955-12-31`, `1923-1924` → a year; `after 1961`, `1890s`, `1976..1988` → null.
 */
export function parseYear(text: string | null): number | null {
  const match = text?.match(/^~?(\d{4})(?:-\d{2}-\d{2}|-\d{2})?(?:\s*(?:-|\.{2,3})\s*(\d{4}))?$/)
  if (match === null || match === undefined) return null
  const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])]
  return last >= first && last - first <= 5 && first >= 1200 && last <= 2030 ? last : null
}

function readHeight({ shape, osm, gml }: Found, storeys: number | null, issues: Issue[]): KnownHeight | null {
  const source = textOf(shape.properties['height_source'])
  const metres = numberOf(shape.properties['height_m'])
  if (source === 'levels' && storeys !== null) {
    return { metres: heightFromStoreysMetres(storeys, numberOf(osm?.properties['roof_levels']) ?? 0), source: 'from_storeys' }
  }
  // The highest part says nothing of the outline; parts are attached later.
  if (metres === null || source === null || source.startsWith('max of')) return null
  if (metres < PLAUSIBLE_HEIGHT_METRES.least || metres > PLAUSIBLE_HEIGHT_METRES.most) {
    issues.push(createIssue('mended', MERGED, shape.label, 'implausible-height', `${metres} m taken as unknown`))
    return null
  }
  return { metres, source: gml !== null && isPlanned(gml) ? 'estimated' : 'measured' }
}

/** The city model holds plans and sites beside what stood when it was made. */
function isPlanned(gml: Shape): boolean {
  return textOf(gml.properties['Rakennuksen_tila']) === 'suunnitelma' || textOf(gml.properties['Rakennuksen_tila']) === 'rakenteilla'
}

function readStoreys({ shape, gml }: Found): number | null {
  const candidates = [
    shape.properties['levels'],
    gml?.properties['Kerroksia'],
    gml?.properties['I_KERRLKM'],
    gml?.properties['storeysAboveGround'],
  ]
  return candidates.map(numberOf).find((count) => count !== null && count > 0) ?? null
}

function readUse({ shape, osm, gml }: Found): FoundUse | null {
  const topographic = numberOf(shape.properties['nls_class'])
  if (topographic !== null) return useFromTopographicClass(topographic, shape.footprintSquareMetres)
  const purpose = textOf(gml?.properties['C_KAYTTARK']) ?? textOf(gml?.properties['function'])
  if (purpose !== null) return useFromRegister(purpose)
  return useFromOsm(textOf(shape.properties['building']), textOf(osm?.properties['amenity']))
}

function readSourceYear({ shape, source, osm }: Found): number {
  const date = textOf(osm?.properties['snapshot']) ?? textOf(shape.properties['since'])
  const year = date === null ? null : Number.parseInt(date.slice(0, 4), 10)
  if (year !== null && !Number.isNaN(year)) return year
  return source === 'osm' || source === 'city_register' ? 2024 : 2019
}

/** Ids of the sources themselves where they have any: OSM's way or relation, the database's and the model's own. */
function createId(shape: Shape, osm: Shape | null, gml: Shape | null, model: Shape | null): string | null {
  const osmId = textOf(osm?.properties['osm_id'])
  if (osmId !== null) return `hel-osm-${formatOsmId(osmId)}`
  const topographic = textOf(shape.properties['mtk_id'])
  if (topographic !== null) return `hel-nls-${topographic}`
  const modelId = textOf(gml?.properties['gml_id']) ?? textOf(model?.properties['gml_id'])
  return modelId === null ? null : `hel-3d-${modelId.replace(/^BID_/, '')}`
}

/** The source's id, or the grid's where the source has none or gives it twice. */
function claimId(own: string | null, fallback: string, taken: Set<string>): string {
  const id = own === null || taken.has(own) ? fallback : own
  taken.add(id)
  return id
}
