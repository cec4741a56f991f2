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

function roundTo(decimals: number, value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value * 10 ** decimals) / 10 ** decimals
}
