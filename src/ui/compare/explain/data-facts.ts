import { boundGigawattHours } from '../../../analytics/energy/heat-bounds.ts'
import type { City } from '../../../cities/city.ts'
import type { Manifest } from '../../../schema/datasets.ts'
import type { MessageValues } from '../../messages/format.ts'

/**
 * Figures of a city's data for the placeholders of `methods.map.*`: what stands in the manifest and nothing
 * else, so that no text says of the data what they no longer are. One that the manifest lacks is left out.
 */
export function listDataFacts({ quality }: Manifest): MessageValues {
  const measured = quality['buildings_height_measured_count']
  const fromStoreys = quality['buildings_height_from_storeys_count']
  const estimated = quality['buildings_height_estimated_count']
  const heights =
    measured === undefined || fromStoreys === undefined || estimated === undefined ? undefined : measured + fromStoreys + estimated
  const facts = {
    heights,
    measured,
    fromStoreys,
    estimated,
    error: roundTo(1, quality['height_estimate_mean_absolute_error_m']),
    coarse: quality['districts_coarse_count'],
    fine: quality['districts_fine_count'],
    land: roundTo(0, quality['land_km2']),
    known: roundTo(0, quality['land_with_known_buildings_km2']),
  }
  return Object.fromEntries(Object.entries(facts).filter((fact): fact is [string, number] => fact[1] !== undefined))
}

/** Figures of a city's energy for the same placeholders: what its file states with a source. */
export function listEnergyFacts({ energyBound, energyFigures }: City): MessageValues {
  const districtHeat = energyFigures.filter(({ id, kind }) => id.startsWith('district-heat-carbon-') && kind !== 'default')
  return {
    ...(energyBound === undefined ? {} : { limit: Math.round(boundGigawattHours(energyBound)), boundYear: String(energyBound.year) }),
    districtHeat: districtHeat.map((figure) => `${figure.default} (${figure.year})`).join(', '),
  }
}

function roundTo(decimals: number, value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value * 10 ** decimals) / 10 ** decimals
}
