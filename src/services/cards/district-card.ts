import { LANGUAGES, type Language } from '../../cities/city.ts'
import { converterBetween } from '../../geo/crs.ts'
import {
  districtForm, districtGreenPercent, districtTransit, landSquareKilometres,
} from '../../layers/districts/district-figures.ts'
import { sumDistrictHeat } from '../../layers/districts/district-heat.ts'
import { DISTRICT_LEVELS, nameInLanguage, type DistrictTable } from '../../layers/districts/district-table.ts'
import type { HeatParams } from '../../layers/buildings/heat-params.ts'
import type { LayerSource } from '../../layers/layer.ts'
import { HEAT_MODEL_NAME, HEAT_MODEL_UNCERTAINTY } from '../../layers/buildings/model-heat.ts'
import { modelledFrom } from '../../layers/provenance-of.ts'
import type { DatasetName, Manifest } from '../../schema/datasets.ts'
import type { Provenance } from '../../schema/provenance.ts'
import { numberFact, textFact } from './card-facts.ts'
import type { Card, CardFact } from '../data-service.ts'
import { largestRing } from '../feature-places.ts'

/** Figures of every district of one level, made once and kept by the caller. */
export interface DistrictFigures {
  readonly districts: DistrictTable
  readonly form: Awaited<ReturnType<typeof districtForm>> | null
  readonly heatGigawattHours: Float64Array | null
  readonly transit: Awaited<ReturnType<typeof districtTransit>> | null
  readonly greenPercent: Float64Array | null
}

/** Computes the figures of a level. One that cannot be had, for want of its file, is null: the card has a gap. */
export async function measureDistricts(
  source: LayerSource, level: 'coarse' | 'fine', heatParams: HeatParams,
): Promise<DistrictFigures> {
  const districts = await source.districts(level)
  const orNull = <Value>(promise: Promise<Value>) => promise.catch(() => null)
  const [form, heatGigawattHours, transit, greenPercent] = await Promise.all([
    orNull(districtForm(source, districts)),
    orNull(sumDistrictHeat(source, districts, heatParams)),
    orNull(districtTransit(source, districts)),
    orNull(districtGreenPercent(source, districts)),
  ])
  return { districts, form, heatGigawattHours, transit, greenPercent }
}

/** The card of a district of either level; null for an id that the city does not have. */
export async function makeDistrictCard(
  source: LayerSource, figuresOf: (level: 'coarse' | 'fine') => Promise<DistrictFigures>, id: string, language: Language,
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
      subtitle: parentRow === undefined ? null
        : nameInLanguage(coarse.names, parentRow, language, source.city.placeNameLanguages),
      facts: listFacts(figures, row, manifest),
      positionDegrees: toDegrees.point(
        districts.labelPositions[row * 2] as number, districts.labelPositions[row * 2 + 1] as number,
      ),
      heightMetres: 0,
      buildingIndex: null,
      outlineDegrees: ring === null ? null : toDegrees.batch(ring),
    }
  }
  return null
}

function listFacts(
  { districts, form, heatGigawattHours, transit, greenPercent }: DistrictFigures, row: number, manifest: Manifest,
): readonly CardFact[] {
  const origin = originOf(manifest, 'districts')
  const built = originOf(manifest, 'buildings')
  const stops = originOf(manifest, 'transit_stops')
  const population = districts.populations[row] as number
  const land = landSquareKilometres(districts)[row] as number
  const year = districts.populationYears[row] as number
  const populationOrigin: Provenance = {
    ...origin,
    kind: districts.populationModelled[row] === 1 ? 'modelled' : 'official',
    year: year > 0 ? `${year}` : origin.year,
  }
  const names = new Set(LANGUAGES.map((language) => districts.names[language][row]).filter((name) => name != null))
  const stopCount = transit?.stops[row]
  return [
    numberFact('population', population, 'residents', 0, populationOrigin),
    numberFact('populationDensity', population / land, 'residentsPerSquareKilometre', 0, populationOrigin),
    numberFact('landArea', land, 'squareKilometres', 2, origin),
    numberFact('buildingCoverage', (districts.coverageShares[row] as number) * 100, 'percent', 0, built),
    numberFact('buildings', form?.buildingCounts[row], null, 0, built),
    numberFact('buildingDensity', form?.buildingsPerSquareKilometre[row], 'buildingsPerSquareKilometre', 0, built),
    numberFact('meanHeight', form?.meanHeightMetres[row], 'metres', 1,
      modelledFrom(built, 'Mean height by footprint, some heights estimated')),
    numberFact('buildingShare', form?.buildingSharePercent[row], 'percent', 1, built),
    numberFact('floorRatio', form?.floorSpaceIndex[row], null, 2,
      modelledFrom(built, 'Footprint × storeys, storeys from height where unknown')),
    numberFact('districtHeat', heatGigawattHours?.[row], 'gwhPerYear', 1,
      modelledFrom(built, HEAT_MODEL_NAME, HEAT_MODEL_UNCERTAINTY)),
    numberFact('greenShare', greenPercent?.[row], 'percent', 0, originOf(manifest, 'green')),
    numberFact('stops', stopCount, null, 0, stops),
    numberFact('departures', transit?.departures[row], 'departuresPerDay', 0, stops),
    ...(names.size > 1 ? [textFact('names', [...names].join(' · '), origin)] : []),
  ]
}

/** A card with a gap still says whose gap it is, so a data set that is not listed is no error here. */
export function originOf(manifest: Manifest, name: DatasetName): Provenance {
  return manifest.files[name]?.provenance ?? { kind: 'default', year: null, source: `${manifest.city}: no data set "${name}"` }
}
