import { helsinki } from '../../../cities/helsinki.ts'
import { cleanFeatures } from '../../geometry/clean.ts'
import type { Dataset, Issue } from '../../dataset.ts'
import { countLevels, createDistrictFeatures, type DistrictDraft } from '../../districts/districts.ts'
import type { Effects } from '../../effects.ts'
import { createIssue, keepFirstOfId } from '../../issues.ts'
import { multiPolygonContains, representativePoint, type MultiPolygonRings } from '../../geometry/planar.ts'
import { readGeoJson, textOf } from '../../formats/read-geojson.ts'
import { interpolatePopulation } from '../../estimates/interpolate-population.ts'
import { readPopulationCells } from './districts-population.ts'
import { HELSINKI_DISTRICTS, HELSINKI_LAND, HELSINKI_OSM, HELSINKI_POPULATION } from './sources.ts'

const FINE = 'helsinki/districts/kaupunginosat_wfs_2026.geojson'
const COARSE = 'helsinki/districts/suurpiirit_wfs_2026.geojson'
const COVERAGE = 'helsinki/buildings-merged/coverage.geojson'
const POPULATION_YEAR = 2021

/** English names of the major districts as the city's own statistics use them. */
const ENGLISH_COARSE: Readonly<Record<string, string>> = {
  1: 'Southern',
  2: 'Western',
  3: 'Central',
  4: 'Northern',
  5: 'Northeastern',
  6: 'Southeastern',
  7: 'Eastern',
  8: 'Östersundom',
}

/** Both levels of Helsinki's districts: 60 kaupunginosat and 8 suurpiirit. */
export async function buildDistricts(effects: Effects, sources: string, land: MultiPolygonRings): Promise<Dataset> {
  const coverage = await readPolygons(effects, sources, COVERAGE, 4326)
  const issues: Issue[] = []
  const coarse = await readDrafts(effects, sources, COARSE, 'coarse', issues)
  const fine = await readDrafts(effects, sources, FINE, 'fine', issues)
  const cells = await readPopulationCells(effects, sources)
  const drafts = [...coarse, ...withParents(fine, coarse)]
  const residents = interpolatePopulation(
    cells,
    land,
    [coarse, fine].map((level) => level.map((draft) => draft.geometry)),
  )
  const populated = drafts.map((draft, index): DistrictDraft => ({
    ...draft,
    population: Math.round(residents.flat()[index] ?? 0),
    populationYear: POPULATION_YEAR,
    populationKind: 'modelled',
  }))
  const total = populated.filter((draft) => draft.level === 'coarse').reduce((sum, draft) => sum + (draft.population ?? 0), 0)
  effects.log(`Helsinki: ${coarse.length} suurpiirit, ${fine.length} kaupunginosat, ${total} residents from the grid`)
  const features = createDistrictFeatures(populated, land, coverage)
  return {
    name: 'districts',
    geometry: 'MultiPolygon',
    features,
    issues,
    quality: countLevels(features),
    sources: [HELSINKI_DISTRICTS, HELSINKI_LAND, HELSINKI_OSM, HELSINKI_POPULATION],
    derived: {
      parent_id: 'suurpiiri that holds a point inside the kaupunginosa: the two divisions do not nest exactly',
      population:
        'areal interpolation of the 250 m grid of 2021 over land: each cell is shared out by the land that it has in each district; cells with fewer than 5 residents are not published, so the sum is some too low',
      name_fi: 'capitals of the source turned to proper case',
      name_en: 'suurpiirit only',
      land_area_m2: "area shared with land, islands of OpenStreetMap's coastline included, measured along lines 5 m apart",
      building_coverage_share: 'share of the land within 150 m of a known footprint',
      label_x: 'middle of the widest stretch of land near the middle of the district',
    },
    provenance: { kind: 'official', year: '2026', source: 'City of Helsinki, kaupunginosat and suurpiirit' },
  }
}

/** `ETU-TÖÖLÖ` → `Etu-Töölö`: first letters of words and of parts after a hyphen. */
export function toProperCase(name: string): string {
  return (
    name
      .toLocaleLowerCase('fi')
      .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('fi'))
      // Common nouns inside a Swedish name stay small.
      .replace(/ Hamnen\b/, ' hamnen')
  )
}

async function readDrafts(
  effects: Effects,
  sources: string,
  file: string,
  level: 'coarse' | 'fine',
  issues: Issue[],
): Promise<readonly DistrictDraft[]> {
  const cleaned = cleanFeatures(await readGeoJson(effects, sources, file), cleaning(file, 3879))
  issues.push(...cleaned.issues)
  const kind = level === 'coarse' ? 'suurpiiri' : 'kaupunginosa'
  const distinct = keepFirstOfId(
    cleaned.features,
    (feature) => ({
      id: textOf(feature.properties['hel:tunnus']) ?? feature.label,
      file,
      label: feature.label,
    }),
    issues,
  )
  return distinct.flatMap((feature): DistrictDraft[] => {
    const code = textOf(feature.properties['hel:tunnus'])
    const finnish = textOf(feature.properties['hel:nimi_fi'])
    const swedish = textOf(feature.properties['hel:nimi_se'])
    if (code === null || finnish === null) {
      issues.push(createIssue('dropped', file, feature.label, 'no-name'))
      return []
    }
    return [
      {
        id: `${kind}-${code.toLowerCase()}`,
        level,
        parentId: null,
        names: {
          fi: toProperCase(finnish),
          ...(swedish === null ? {} : { sv: toProperCase(swedish) }),
          ...(level === 'coarse' && ENGLISH_COARSE[code] !== undefined ? { en: ENGLISH_COARSE[code] } : {}),
        },
        geometry: feature.geometry.coordinates as MultiPolygonRings,
        population: null,
        populationYear: null,
        populationKind: null,
      },
    ]
  })
}

function withParents(fine: readonly DistrictDraft[], coarse: readonly DistrictDraft[]): readonly DistrictDraft[] {
  return fine.map((draft) => {
    const [x, y] = representativePoint(draft.geometry)
    return { ...draft, parentId: coarse.find((parent) => multiPolygonContains(parent.geometry, x, y))?.id ?? null }
  })
}

async function readPolygons(effects: Effects, sources: string, file: string, from: 4326 | 3879): Promise<MultiPolygonRings> {
  const { features } = cleanFeatures(await readGeoJson(effects, sources, file), cleaning(file, from))
  return features.flatMap((feature) => feature.geometry.coordinates as MultiPolygonRings)
}

function cleaning(file: string, from: 4326 | 3879) {
  return { file, from, to: helsinki.epsg, extentDegrees: helsinki.extentDegrees, geometry: 'MultiPolygon' } as const
}
