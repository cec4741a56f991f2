import { tallinn } from '../../../cities/tallinn.ts'
import { cleanFeatures } from '../../geometry/clean.ts'
import type { Dataset, Issue } from '../../dataset.ts'
import { countLevels, createDistrictFeatures, type DistrictDraft } from '../../districts/districts.ts'
import type { Effects } from '../../effects.ts'
import { SourceError } from '../../effects.ts'
import { createIssue, keepFirstOfId } from '../../issues.ts'
import type { MultiPolygonRings } from '../../geometry/planar.ts'
import { numberOf, readGeoJson, textOf } from '../../formats/read-geojson.ts'
import { unionPolygons } from '../../geometry/union-polygons.ts'
import { TALLINN_DISTRICTS, TALLINN_POPULATION } from './sources.ts'

const BOUNDARIES = 'tallinn/asumid-2025/tallinn_districts_polygon.geojson'
const POPULATION = 'tallinn/asumid-population/tallinn_districts.geojson'
const LAND = 'tallinn/osm-city-2021/land_boundary_coastline.geojson'

/** The layer was fetched in 2026; the service does not state the year of its figures. */
const POPULATION_YEAR = 2026

/** The city's land in EPSG:3301, sea excluded. */
async function readLand(effects: Effects, sources: string): Promise<MultiPolygonRings> {
  const { features } = cleanFeatures(await readGeoJson(effects, sources, LAND), cleaning(LAND))
  return features.flatMap((feature) => feature.geometry.coordinates as MultiPolygonRings)
}

/** Both levels of Tallinn's districts: 84 asumid and, dissolved from them, 8 linnaosad. */
export async function buildDistricts(effects: Effects, sources: string): Promise<Dataset> {
  const land = await readLand(effects, sources)
  const raw = await readGeoJson(effects, sources, BOUNDARIES)
  const cleaned = cleanFeatures(raw, cleaning(BOUNDARIES))
  const issues: Issue[] = [...cleaned.issues]
  const population = await readPopulation(effects, sources)

  const fine: DistrictDraft[] = []
  const members = new Map<string, DistrictDraft[]>()
  const distinct = keepFirstOfId(
    cleaned.features,
    (feature) => ({
      id: textOf(feature.properties['asumi_kood_tekst']) ?? feature.label,
      file: BOUNDARIES,
      label: feature.label,
    }),
    issues,
  )
  for (const feature of distinct) {
    const name = textOf(feature.properties['asumi_nimi'])
    const code = textOf(feature.properties['asumi_kood_tekst'])
    const parent = textOf(feature.properties['linnaosa_lyhinimi'])
    if (name === null || code === null || parent === null) {
      issues.push(createIssue('dropped', BOUNDARIES, feature.label, 'no-name'))
      continue
    }
    const draft: DistrictDraft = {
      id: `asum-${code}`,
      level: 'fine',
      parentId: coarseId(parent),
      names: { et: name },
      geometry: feature.geometry.coordinates as MultiPolygonRings,
      population: population.get(code) ?? null,
      populationYear: POPULATION_YEAR,
      populationKind: 'official',
    }
    fine.push(draft)
    members.set(parent, [...(members.get(parent) ?? []), draft])
  }
  if (fine.length === 0) throw new SourceError(BOUNDARIES, `${BOUNDARIES} holds no usable district.`)

  const coarse = [...members].map(([name, parts]): DistrictDraft => ({
    id: coarseId(name),
    level: 'coarse',
    parentId: null,
    names: { et: name },
    geometry: unionPolygons(parts.map((part) => part.geometry)),
    population: sumKnown(parts.map((part) => part.population)),
    populationYear: POPULATION_YEAR,
    populationKind: 'official',
  }))
  const features = createDistrictFeatures([...coarse, ...fine], land, 'whole-city')
  const total = sumKnown(coarse.map((district) => district.population)) ?? 0
  effects.log(`Tallinn: ${coarse.length} linnaosad, ${fine.length} asumid, ${total} residents`)
  return {
    name: 'districts',
    geometry: 'MultiPolygon',
    features,
    issues,
    quality: countLevels(features),
    sources: [TALLINN_DISTRICTS, TALLINN_POPULATION],
    derived: {
      geometry: 'linnaosad are dissolved from their asumid',
      population:
        'asumid as published (fetched in April 2026, the service states no year; one asum has no figure and stays empty); a linnaosa is the sum of its asumid with a figure',
      land_area_m2: 'area shared with the land inside the coastline, measured along lines 5 m apart',
      building_coverage_share: 'footprints are known in the whole city',
      label_x: 'middle of the widest stretch of land near the middle of the district',
    },
    provenance: { kind: 'official', year: '2020', source: 'City of Tallinn, boundaries of linnaosad and asumid' },
  }
}

async function readPopulation(effects: Effects, sources: string): Promise<ReadonlyMap<string, number>> {
  const figures = new Map<string, number>()
  for (const feature of await readGeoJson(effects, sources, POPULATION)) {
    const code = textOf(feature.properties['district_id'])
    const residents = numberOf(feature.properties['population'])
    if (code !== null && residents !== null) figures.set(code, residents)
  }
  return figures
}

function coarseId(name: string): string {
  // Letters of the name without marks, as the source gives linnaosad no code.
  return `linnaosa-${name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z-]/g, '')}`
}

function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}

function cleaning(file: string) {
  return { file, from: 4326, to: tallinn.epsg, extentDegrees: tallinn.extentDegrees, geometry: 'MultiPolygon' } as const
}
