import { FACT_GROUPS, groupsOf, type FactGroup } from '../../analytics/measures/fact-groups.ts'
import { MEASURES } from '../../analytics/measures/index.ts'
import type { MeasureId, ZoneFacts } from '../../analytics/measures/types.ts'
import { LANGUAGES, type Language } from '../../cities/city.ts'
import { converterBetween } from '../../geo/crs.ts'
import { DISTRICT_LEVELS, nameInLanguage, type DistrictLevel, type DistrictTable } from '../../layers/districts/district-table.ts'
import type { HeatParams } from '../../layers/buildings/heat-params.ts'
import type { LayerSource } from '../../layers/layer.ts'
import { factOrigins, measureProvenance } from '../../layers/measures/fact-origins.ts'
import { gatherDistrictFacts, placeGroups, zonesOfDistricts } from '../../layers/measures/place-groups.ts'
import { originOf } from '../../layers/provenance-of.ts'
import type { Manifest } from '../../schema/datasets.ts'
import { measureFact, numberFact, textFact } from './card-facts.ts'
import type { Card, CardFact } from '../data-service.ts'
import { largestRing } from '../feature-places.ts'

/** Measures on the card, in its order; the comparison has the others too. How far buildings are known stands in between. */
const MEASURES_OF_LAND: readonly MeasureId[] = ['population', 'population-density', 'land-area']
const MEASURES_OF_THE_REST: readonly MeasureId[] = [
  'buildings',
  'building-density',
  'mean-height',
  'gsi',
  'fsi',
  'heat-demand',
  'green-share',
  'stops',
  'departures',
]

/** What is known of every district of one level, made once and kept by the caller. */
export interface DistrictFigures {
  readonly districts: DistrictTable
  readonly facts: ZoneFacts
}

/** Gathers the facts of a level. Those that cannot be had, for want of their file, are NaN: the card has a gap. */
export async function measureDistricts(source: LayerSource, level: DistrictLevel, heatParams: HeatParams): Promise<DistrictFigures> {
  const districts = await source.districts(level)
  const needed = groupsOf([...MEASURES_OF_LAND, ...MEASURES_OF_THE_REST])
  const found = await Promise.all(
    FACT_GROUPS.map(async (group): Promise<readonly FactGroup[]> => {
      if (!needed.includes(group)) return []
      return placeGroups(source, zonesOfDistricts(districts), [group]).then(
        () => [group],
        () => [],
      )
    }),
  )
  return { districts, facts: await gatherDistrictFacts(source, districts, found.flat(), heatParams) }
}

/** The card of a district of either level; null for an id that the city does not have. */
export async function makeDistrictCard(
  source: LayerSource,
  figuresOf: (level: DistrictLevel) => Promise<DistrictFigures>,
  id: string,
  language: Language,
): Promise<Card | null> {
  for (const level of DISTRICT_LEVELS) {
    const districts = await source.districts(level)
    const row = districts.rowOfId.get(id)
    if (row === undefined) continue
    const [figures, manifest, coarse] = await Promise.all([figuresOf(level), source.manifest(), source.districts('coarse')])
    const toDegrees = converterBetween(source.city.epsg, 4326)
    const parentRow = level === 'coarse' ? undefined : coarse.rowOfId.get(districts.parentIds[row] ?? '')
    const ring = largestRing(districts.geometry, districts.geometry.positions, row)
    return {
      cityId: source.city.id,
      kind: 'district',
      id,
      title: nameInLanguage(districts.names, row, language, source.city.placeNameLanguages),
      subtitle: parentRow === undefined ? null : nameInLanguage(coarse.names, parentRow, language, source.city.placeNameLanguages),
      facts: listFacts(figures, row, manifest),
      positionDegrees: toDegrees.point(districts.labelPositions[row * 2] as number, districts.labelPositions[row * 2 + 1] as number),
      heightMetres: 0,
      buildingIndex: null,
      outlineDegrees: ring === null ? null : toDegrees.batch(ring),
    }
  }
  return null
}

function listFacts({ districts, facts }: DistrictFigures, row: number, manifest: Manifest): readonly CardFact[] {
  const provenance = measureProvenance(factOrigins(manifest, districts, row))
  const measured = (id: MeasureId) => measureFact(id, MEASURES[id].of(facts, row), provenance[id])
  const names = new Set(LANGUAGES.map((language) => districts.names[language][row]).filter((name) => name != null))
  return [
    ...MEASURES_OF_LAND.map(measured),
    numberFact('buildingCoverage', (facts.coverageShares[row] as number) * 100, 'percent', 0, originOf(manifest, 'buildings')),
    ...MEASURES_OF_THE_REST.map(measured),
    ...(names.size > 1 ? [textFact('names', [...names].join(' · '), originOf(manifest, 'districts'))] : []),
  ]
}
