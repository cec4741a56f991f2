import { converterBetween } from '../../geo/crs.ts'
import type { DatasetName, Manifest } from '../../schema/datasets.ts'
import type { Provenance } from '../../schema/provenance.ts'
import { drawAreas, type AreaFigures } from './area-polygons.ts'
import { countCode } from '../buildings/building-table.ts'
import { districtValues } from './district-figures.ts'
import { DISTRICT_LEVELS, type DistrictLevel, type DistrictTable } from './district-table.ts'
import { defineLayer, type LayerSource, type ParamControl } from '../layer.ts'
import { makeLegend } from '../make-legend.ts'
import { DISTRICT_INDICATORS, type DistrictIndicator, type Note, type Unit } from '../message-keys.ts'
import { parseByControls } from '../params.ts'
import { modelledFrom, provenanceOf } from '../provenance-of.ts'
import { makeSequentialScale } from '../colour/scale.ts'

interface IndicatorFacts {
  /** Null: a ratio without a unit. */
  readonly unit: Unit | null
  /** The data set that the figure rests on. */
  readonly dataset: DatasetName
  /** What is done to that data set, where the figure is no plain sum of it. */
  readonly model: string | null
  readonly isBuilt: boolean
  readonly spacing: 'linear' | 'logarithmic'
}

const built = { dataset: 'buildings', isBuilt: true, spacing: 'linear' } as const
const transit = { dataset: 'transit_stops', isBuilt: false, spacing: 'logarithmic', model: null } as const
const FLOOR_MODEL = 'Footprint × storeys, storeys from height where unknown'

const INDICATOR_FACTS: Readonly<Record<DistrictIndicator, IndicatorFacts>> = {
  'population': { unit: 'residents', dataset: 'districts', model: null, isBuilt: false, spacing: 'logarithmic' },
  'population-density': {
    unit: 'residentsPerSquareKilometre', dataset: 'districts', model: null, isBuilt: false, spacing: 'logarithmic',
  },
  'buildings': { ...built, unit: 'buildings', model: null },
  'building-density': { ...built, unit: 'buildingsPerSquareKilometre', model: null },
  'building-height': { ...built, unit: 'metres', model: 'Mean height by footprint, some heights estimated' },
  'building-share': { ...built, unit: 'percent', model: null },
  'floor-ratio': { ...built, unit: null, model: FLOOR_MODEL },
  'green-share': {
    unit: 'percent', dataset: 'green', model: null, isBuilt: false, spacing: 'linear',
  },
  'stops': { ...transit, unit: 'stops', spacing: 'linear' },
  'stop-density': { ...transit, unit: 'stopsPerSquareKilometre', spacing: 'linear' },
  'departures': { ...transit, unit: 'departuresPerDay' },
  'departure-density': { ...transit, unit: 'departuresPerSquareKilometreDay' },
}

export const LEVEL_CONTROL: ParamControl = {
  kind: 'choice', key: 'level', labelKey: 'param.level',
  choices: DISTRICT_LEVELS.map((value) => ({ value, labelKey: `param.level.${value}` })),
}
const CONTROLS: readonly ParamControl[] = [
  {
    kind: 'choice', key: 'indicator', labelKey: 'param.indicator',
    choices: DISTRICT_INDICATORS.map((value) => ({ value, labelKey: `indicator.${value}` })),
  },
  LEVEL_CONTROL,
]

export type DistrictIndicatorParams = { readonly level: DistrictLevel; readonly indicator: DistrictIndicator }
const DEFAULTS: DistrictIndicatorParams = { level: 'fine', indicator: 'population-density' }

/** Districts by one of the indicators, at either level. */
export const districtIndicator = defineLayer<DistrictIndicatorParams, AreaFigures>({
  id: 'district-indicator',
  slot: 'areas',
  group: 'districts',
  labelKey: 'layer.district-indicator',
  defaults: DEFAULTS,
  controls: CONTROLS,
  parseParams: (raw) => parseByControls(CONTROLS, DEFAULTS, raw),
  load: async (source, params) => {
    const [districts, manifest] = await Promise.all([source.districts(params.level), source.manifest()])
    const { values, isPartial } = await districtValues(source, districts, params.indicator)
    return {
      ...districtShapes(source, districts),
      values,
      excluded: null,
      ...describe(params, districts, manifest, isPartial),
    }
  },
  scale: (data, params, theme) => makeSequentialScale(
    data.map((city) => city.values), 'viridis', theme, INDICATOR_FACTS[params.indicator].spacing,
  ),
  draw: (data, scale, _params, theme) => [drawAreas(data, scale, theme, true)],
  legend: (data, scale, params) => {
    const { unit } = INDICATOR_FACTS[params.indicator]
    return makeLegend(data, scale, {
      layerId: 'district-indicator',
      titleKey: `indicator.${params.indicator}`,
      unitKey: unit === null ? null : `unit.${unit}`,
    })
  },
})

/** The districts' outlines in the city's CRS and in degrees. */
export function districtShapes(
  source: LayerSource, districts: DistrictTable,
): Pick<AreaFigures, 'ids' | 'geometry' | 'positionsDegrees'> {
  return {
    ids: districts.ids,
    geometry: districts.geometry,
    positionsDegrees: converterBetween(source.city.epsg, 4326).batch(districts.geometry.positions),
  }
}

function describe(
  { indicator }: DistrictIndicatorParams, districts: DistrictTable, manifest: Manifest, isPartial: boolean,
): { estimatedCount: number; provenance: Provenance; notes: readonly Note[] } {
  const facts = INDICATOR_FACTS[indicator]
  const origin = provenanceOf(manifest, facts.dataset)
  const notes: Note[] = ['unevenDistricts']
  const isPopulation = facts.dataset === 'districts'
  const modelledCount = isPopulation ? countCode(districts.populationModelled, 1) : 0
  if (modelledCount > 0) notes.push('populationModelled')
  if (facts.isBuilt) notes.push('coverageRule')
  if (isPartial) notes.push('departuresPartial')
  return {
    estimatedCount: facts.model === null ? modelledCount : districts.count,
    provenance: isPopulation ? populationProvenance(districts, origin)
      : facts.model === null ? origin : modelledFrom(origin, facts.model),
    notes,
  }
}

/** The districts' provenance with the years and the kind of their population figures. */
export function populationProvenance(districts: DistrictTable, origin: Provenance): Provenance {
  const years = [...new Set(districts.populationYears)].filter((year) => year > 0).toSorted((a, b) => a - b)
  const first = years[0]
  const last = years.at(-1)
  return {
    ...origin,
    kind: districts.populationModelled.includes(1) ? 'modelled' : 'official',
    year: first === undefined ? null : first === last ? `${first}` : `${first}-${last}`,
  }
}
