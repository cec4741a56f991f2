import { MEASURES } from '../../analytics/measures/index.ts'
import { MEASURE_IDS, type FactName, type MeasureId } from '../../analytics/measures/types.ts'
import { populationProvenance } from '../../layers/districts/district-indicator.ts'
import type { DistrictTable } from '../../layers/districts/district-table.ts'
import { HEAT_MODEL_NAME, HEAT_MODEL_UNCERTAINTY } from '../../layers/buildings/model-heat.ts'
import { modelledFrom } from '../../layers/provenance-of.ts'
import type { DatasetName, Manifest } from '../../schema/datasets.ts'
import type { Provenance } from '../../schema/provenance.ts'
import { originOf } from '../cards/district-card.ts'

/** All that each fact comes from. */
export type FactOrigins = Readonly<Record<FactName, readonly Provenance[]>>

const FLOOR_MODEL = 'Footprint × storeys, storeys from height where unknown'
const RESIDENT_MODEL = 'Residents spread evenly over the land of their grid cell'

/** What each fact of a zone comes from. `districts`: where the zones are districts, with facts of their own. */
export function factOrigins(manifest: Manifest, districts: DistrictTable | null): FactOrigins {
  const of = (name: DatasetName) => originOf(manifest, name)
  const buildings = [of('buildings')]
  const grid = [modelledFrom(of('population_grid'), RESIDENT_MODEL)]
  const nearStops = [...grid, of('transit_stops')]
  const heights = manifest.quality['height_estimate_mean_absolute_error_m']
  const land = [of(districts === null ? 'land' : 'districts')]
  return {
    landSquareMetres: land,
    coverageShares: [of(districts === null ? 'coverage' : 'districts')],
    coveredLandSquareMetres: [...land, ...(districts === null ? [of('coverage')] : [])],
    populations: districts === null ? grid : [populationProvenance(districts, of('districts'))],
    buildingCounts: buildings,
    footprintSquareMetres: buildings,
    grossFloorAreaSquareMetres: [modelledFrom(of('buildings'), FLOOR_MODEL,
      heights === undefined ? undefined : `estimated heights err by ${heights} m in the mean`)],
    heatKilowattHoursPerYear: [modelledFrom(of('buildings'), HEAT_MODEL_NAME, HEAT_MODEL_UNCERTAINTY)],
    estimatedHeightShares: buildings,
    estimatedStoreysShares: buildings,
    assumedHeatShares: buildings,
    gridResidents: grid,
    residentsNearStop: nearStops,
    departuresNearResident: nearStops,
    greenSquareMetres: [of('green')],
  }
}

/** Where each measure comes from: all that its inputs come from. */
export function measureProvenance(origins: FactOrigins): Readonly<Record<MeasureId, Provenance>> {
  return Object.fromEntries(MEASURE_IDS.map((id) =>
    [id, joinProvenances(MEASURES[id].inputs.flatMap((name) => origins[name]))])) as Record<MeasureId, Provenance>
}

/** Kinds from the surest to the least sure. */
const KINDS = ['measured', 'official', 'default', 'modelled'] as const

/** The provenance of a figure made of several: the least sure kind, the years and sources of all. */
export function joinProvenances(all: readonly Provenance[]): Provenance {
  const kinds = all.map(({ kind }) => KINDS.indexOf(kind))
  const years = unique(all.map(({ year }) => year))
  const uncertainties = unique(all.map(({ uncertainty }) => uncertainty))
  const sources = unique(all.map(({ source }) => source))
  return {
    kind: KINDS[Math.max(...kinds)] ?? 'default',
    year: years.length === 0 ? null : years.join(', '),
    // What a model is made from is named with the model.
    source: sources.filter((source) => !sources.some((other) => other.endsWith(`, from ${source}`))).join('; '),
    ...(uncertainties.length === 0 ? {} : { uncertainty: uncertainties.join('; ') }),
  }
}

function unique(texts: readonly (string | null | undefined)[]): string[] {
  return [...new Set(texts.filter((text) => typeof text === 'string'))]
}
