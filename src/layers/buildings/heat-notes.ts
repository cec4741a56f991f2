import { boundGigawattHours } from '../../analytics/energy/heat-bounds.ts'
import type { EnergyCheck } from '../../analytics/energy/heated-shares.ts'
import type { City } from '../../cities/city.ts'
import type { ModelledHeat } from './model-heat.ts'
import { isCalibrated, type HeatParams } from './heat-params.ts'
import type { Note } from '../message-keys.ts'

/**
 * Remarks on a city's modelled heat: that it is a model, what is assumed, and how it stands against published energy:
 * scaled to it, above it, or with none to hold it against.
 */
export function listHeatNotes(city: City, { assumedCount, check }: ModelledHeat, params: HeatParams): readonly Note[] {
  return ['heatModelled', ...(assumedCount > 0 ? ['heatAssumed' as const] : []), ...listChecks(city, check, params)]
}

function listChecks({ energyBound }: City, check: EnergyCheck | null, params: HeatParams): readonly Note[] {
  if (check === null || energyBound === undefined) return ['heatUnchecked']
  if (isCalibrated(params)) return ['heatCalibrated']
  return sumModelled(check) > boundGigawattHours(energyBound) ? ['heatAboveBound'] : []
}

/** Numbers that the remarks speak of; empty where nothing is published to hold the model against. */
export function heatNoteValues({ check }: Pick<ModelledHeat, 'check'>): Readonly<Record<string, number>> {
  if (check === null) return {}
  return { modelledGigawattHours: sumModelled(check), homesShare: check.heatedShares.homes, servicesShare: check.heatedShares.services }
}

/** Heat and electricity of homes and services before calibration, GWh a year. */
function sumModelled({ sectors }: EnergyCheck): number {
  return Object.values(sectors).reduce((sum, sector) => sum + sector.modelledHeatGigawattHours + sector.modelledElectricityGigawattHours, 0)
}
