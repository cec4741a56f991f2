import type { City, Language } from '../../cities/city.ts'
import { converterBetween } from '../../geo/crs.ts'
import { nameInLanguage } from '../../layers/districts/district-table.ts'
import type { HeatParams } from '../../layers/buildings/heat-params.ts'
import type { LayerSource } from '../../layers/layer.ts'
import { readRoofSun, SOLAR_MODEL_NAME, SOLAR_MODEL_UNCERTAINTY, type RoofSunTable } from '../../layers/buildings/model-solar.ts'
import { solarAssumptionsOf } from '../../layers/buildings/solar-params.ts'
import { fullSunYield, shadeFactor } from '../../analytics/solar/solar-yield.ts'
import {
  carbonModelName,
  electricityModelName,
  HEAT_MODEL_UNCERTAINTY,
  heatModelName,
  peakModelName,
} from '../../layers/buildings/energy-names.ts'
import { modelEnergyOfBuilding, modelHeatOfBuilding, storeysOfBuilding } from '../../layers/buildings/model-heat.ts'
import type { Range } from '../../analytics/energy/estimate-ranges.ts'
import { modelledFrom, originOf } from '../../layers/provenance-of.ts'
import { BUILDING_USES, HEIGHT_SOURCES, STOREYS_SOURCES, USE_SOURCES, type Manifest } from '../../schema/datasets.ts'
import type { Provenance } from '../../schema/provenance.ts'
import type { BuildingTable, BuildingTexts } from '../../layers/buildings/building-table.ts'
import { categoryFact, districtFact, numberFact, textFact } from './card-facts.ts'
import type { Card, CardFact } from '../data-service.ts'
import { findSorted } from '../find-sorted.ts'
import { placeOfFeature } from '../feature-places.ts'

/** The card of a building; null for an id that the city does not have. */
export async function makeBuildingCard(source: LayerSource, id: string, language: Language, heatParams: HeatParams): Promise<Card | null> {
  const texts = await source.buildingTexts()
  const index = findSorted(texts.ids, id)
  if (index === -1) return null
  const [buildings, manifest, geometry, coarse, fine] = await Promise.all([
    source.buildings(),
    source.manifest(),
    source.geometry('buildings'),
    source.districts('coarse'),
    source.districts('fine'),
  ])
  // A gap where the file cannot be had: the rest of the card stands without it.
  const roofSun = await readRoofSun(source).catch(() => null)
  const place = placeOfFeature(geometry, index)
  const nameOf = (districts: typeof fine, districtId: string | null | undefined) => {
    const row = districtId == null ? undefined : districts.rowOfId.get(districtId)
    return row === undefined ? null : nameInLanguage(districts.names, row, language, source.city.placeNameLanguages)
  }
  const coarseName = nameOf(coarse, buildings.coarseDistrictIds[index])
  const fineName = nameOf(fine, buildings.fineDistrictIds[index])
  const name = texts.names[index] ?? null
  const address = texts.addresses[index] ?? null
  return {
    cityId: source.city.id,
    kind: 'building',
    id,
    title: name ?? address,
    subtitle: [name === null ? null : address, fineName].filter((part) => part !== null).join(' · ') || null,
    facts: [
      ...listFacts(
        buildings,
        texts,
        source.city,
        index,
        manifest,
        heatParams,
        modelEnergyOfBuilding(buildings, geometry, source.city, index, heatParams),
      ),
      ...listSolarFacts(buildings, roofSun, index, manifest, heatParams),
      districtFact(source.city.levels.fine, fineName, originOf(manifest, 'districts')),
      districtFact(source.city.levels.coarse, coarseName, originOf(manifest, 'districts')),
      ...listSourceFacts(texts, index, manifest),
    ],
    positionDegrees:
      place === null
        ? [source.city.anchor.longitudeDegrees, source.city.anchor.latitudeDegrees]
        : converterBetween(source.city.epsg, 4326).point(place.x, place.y),
    heightMetres: buildings.heightsMetres[index] as number,
    buildingIndex: index,
    outlineDegrees: null,
  }
}

function listFacts(
  buildings: BuildingTable,
  texts: BuildingTexts,
  city: City,
  index: number,
  manifest: Manifest,
  heatParams: HeatParams,
  energy: ReturnType<typeof modelEnergyOfBuilding>,
): readonly CardFact[] {
  const stated = sourceOf(texts, index, manifest)
  const use = BUILDING_USES[buildings.useCodes[index] as number] ?? null
  const heightSource = HEIGHT_SOURCES[buildings.heightSourceCodes[index] as number] ?? null
  const isUseEstimated = USE_SOURCES[buildings.useSourceCodes[index] as number] === 'estimated'
  const year = known(buildings.years[index])
  const storeys = storeysOfBuilding(buildings, index, heatParams)
  const storeysSource = STOREYS_SOURCES[buildings.storeysSourceCodes[index] as number] ?? null
  const footprint = buildings.footprintsSquareMetres[index] as number
  const heightMetres = buildings.heightsMetres[index] as number
  const heat = modelHeatOfBuilding(buildings, city, index, heatParams)
  const modelled = (name: string) => modelledFrom(stated, name, HEAT_MODEL_UNCERTAINTY)
  const heatProvenance = modelled(heatModelName(city))
  const ranged = (name: string, range: Range | undefined, divisor: number, unit: string) =>
    modelledFrom(stated, name, range === undefined ? HEAT_MODEL_UNCERTAINTY : describeRange(range, divisor, unit))
  const floorProvenance = modelledFrom(stated, 'Footprint × storeys')
  return [
    categoryFact('use', 'use', use, isUseEstimated ? derivedBy('use', manifest, stated) : stated),
    numberFact('height', heightMetres, 'metres', 1, heightProvenance(heightSource, manifest, stated)),
    categoryFact('heightSource', 'heightSource', heightSource, heightProvenance(heightSource, manifest, stated)),
    numberFact('storeys', storeys, null, 0, storeysSource === 'mapped' ? stated : derivedBy('storeys', manifest, stated)),
    categoryFact('storeysSource', 'storeysSource', storeys === null ? null : storeysSource, stated),
    numberFact('year', year, null, 0, stated),
    numberFact('footprint', footprint, 'squareMetres', 0, stated),
    numberFact('grossFloorArea', heat?.grossFloorAreaSquareMetres ?? floorArea(footprint, storeys), 'squareMetres', 0, floorProvenance),
    // Only where a published total says how much of the floor area is heated.
    ...(heat === null || city.energyBound === undefined
      ? []
      : [numberFact('heatedFloorArea', heat.heatedFloorAreaSquareMetres, 'squareMetres', 0, heatProvenance)]),
    numberFact('heatIntensity', heat?.intensityKilowattHoursPerSquareMetre, 'kwhPerSquareMetreYear', 0, heatProvenance),
    numberFact(
      'heatDemand',
      heat === null ? null : heat.heatDemandKilowattHours / 1000,
      'mwhPerYear',
      0,
      ranged(heatModelName(city), energy?.heat, 1000, 'MWh a year'),
    ),
    numberFact(
      'electricityDemand',
      energy === null ? null : energy.electricity.value / 1000,
      'mwhPerYear',
      0,
      ranged(electricityModelName(city), energy?.electricity, 1000, 'MWh a year'),
    ),
    numberFact(
      'carbonDioxide',
      energy === null ? null : energy.carbonDioxide.value / 1000,
      'tonnesPerYear',
      1,
      ranged(carbonModelName(city), energy?.carbonDioxide, 1000, 't a year'),
    ),
    numberFact('peakHeat', energy?.peakHeat.value, 'kilowatts', 0, ranged(peakModelName(city), energy?.peakHeat, 1, 'kW')),
    textFact('address', texts.addresses[index], stated),
  ]
}

/** In words, to two digits: more would say more than is known. */
function describeRange({ low, high }: Range, divisor: number, unit: string): string {
  const rounded = (value: number) => String(Number((value / divisor).toPrecision(2)))
  return `${HEAT_MODEL_UNCERTAINTY}: ${rounded(low)} to ${rounded(high)} ${unit} over the ranges of the assumptions`
}

/** What panels on the roof may yield, and what of the light in the open the roof gets. */
function listSolarFacts(
  buildings: BuildingTable,
  roofSun: RoofSunTable | null,
  index: number,
  manifest: Manifest,
  params: HeatParams,
): readonly CardFact[] {
  const origin = originOf(manifest, 'roof_sun')
  const provenance = modelledFrom(origin, SOLAR_MODEL_NAME, SOLAR_MODEL_UNCERTAINTY)
  if (roofSun === null) {
    return [numberFact('solarYield', null, 'mwhPerYear', 1, provenance), numberFact('roofSunlight', null, 'percent', 0, origin)]
  }
  const light = shadeFactor(roofSun.directShares[index] as number, roofSun.skyShares[index] as number, solarAssumptionsOf(params))
  const kilowattHours = light * fullSunYield(solarAssumptionsOf(params)) * (buildings.footprintsSquareMetres[index] as number)
  return [
    numberFact('solarYield', kilowattHours / 1000, 'mwhPerYear', 1, provenance),
    numberFact('roofSunlight', light * 100, 'percent', 0, origin),
  ]
}

/** Which data set the building is from, and under which licence. */
function listSourceFacts(texts: BuildingTexts, index: number, manifest: Manifest): readonly CardFact[] {
  const stated = sourceOf(texts, index, manifest)
  const dataset = manifest.files.buildings?.sources.find((candidate) => candidate.key === texts.sources[index])
  return [
    textFact('dataset', dataset === undefined ? null : `${dataset.title} (${dataset.publisher})`, stated),
    numberFact('datasetYear', known(texts.sourceYears[index]), null, 0, stated),
    textFact('licence', dataset?.licence, stated),
  ]
}

/** Where the facts come from that the building's own source states. */
function sourceOf(texts: BuildingTexts, index: number, manifest: Manifest): Provenance {
  const file = manifest.files.buildings
  const dataset = file?.sources.find((candidate) => candidate.key === texts.sources[index])
  const year = known(texts.sourceYears[index])
  return {
    kind: file?.provenance.kind ?? 'measured',
    year: year === null ? (dataset?.year ?? null) : `${year}`,
    source: dataset === undefined ? (file?.provenance.source ?? manifest.city) : `${dataset.publisher}: ${dataset.title}`,
  }
}

/** Measured heights are the source's; the others are made by the manifest's rule, with its tested error. */
function heightProvenance(heightSource: string | null, manifest: Manifest, stated: Provenance): Provenance {
  if (heightSource === 'measured') return stated
  const error = manifest.quality['height_estimate_median_absolute_error_m']
  const derived = derivedBy('height_m', manifest, stated)
  if (heightSource !== 'estimated' || error === undefined) return derived
  return { ...derived, uncertainty: `half of the estimates are within ${error} m of known heights held back` }
}

function derivedBy(column: string, manifest: Manifest, stated: Provenance): Provenance {
  return modelledFrom(stated, manifest.files.buildings?.derived[column] ?? 'Estimated')
}

function floorArea(footprint: number, storeys: number | null): number | null {
  return storeys === null ? null : footprint * storeys
}

function known(value: number | undefined): number | null {
  return value === undefined || value <= 0 ? null : value
}
