import type { BuildingUse } from '../../schema/datasets.ts'

/** Those of whose buildings energy statistics speak. */
export type Sector = 'homes' | 'services'

/** Sector that a use belongs to. Industry and outbuildings are in neither sum, but their floor area is modelled alike. */
export const SECTOR_OF_USE: Readonly<Record<BuildingUse, Sector>> = {
  apartments: 'homes',
  house: 'homes',
  office: 'services',
  retail: 'services',
  public: 'services',
  other: 'services',
  industrial: 'services',
  outbuilding: 'services',
}

/**
 * Share of the modelled floor area that counts as heated and used, by sector. Energy is intensity × floor area × this
 * share; 1 where there is no published total to hold the model against.
 */
export type HeatedShares = Readonly<Record<Sector, number>>
export const ALL_HEATED: HeatedShares = { homes: 1, services: 1 }
