import { sumShares, type ZoneShares } from '../zones/zone-shares.ts'

export const NAME = 'district-form'

/** Buildings' columns, and which of them lie in each district, with the share of their area. */
export interface DistrictFormInput {
  readonly shares: ZoneShares
  readonly footprintsSquareMetres: ArrayLike<number>
  readonly heightsMetres: ArrayLike<number>
  /** NaN where unknown. */
  readonly grossFloorAreasSquareMetres: ArrayLike<number>
  readonly landAreasSquareMetres: ArrayLike<number>
  /** Share of each district's land on which footprints are known, 0-1. */
  readonly coverageShares: ArrayLike<number>
}

/** One figure a district; NaN where it cannot be known. The base area is the land, water excluded. */
export interface DistrictForm {
  readonly buildingCounts: Float64Array
  readonly buildingsPerSquareKilometre: Float64Array
  /** Mean height, each building counted by its footprint. */
  readonly meanHeightMetres: Float64Array
  /** Ground space index in per cent: footprints / land. */
  readonly buildingSharePercent: Float64Array
  /** Floor space index: gross floor area / land. */
  readonly floorSpaceIndex: Float64Array
}

/** A district whose footprints are known on less than this share of its land has no building figures. */
export const MINIMUM_COVERAGE_SHARE = 0.95

/**
 * Built form by district (Berghauser Pont and Haupt, Spacematrix: GSI = footprints / area,
 * FSI = gross floor area / area). A building on a border counts by its share in each district. Where footprints are known on less than 95 % of the land the
 * figures are NaN: what is not mapped is not empty.
 */
export function measureDistrictForm(input: DistrictFormInput): DistrictForm {
  const sum = (valueOf: (building: number) => number) => sumShares(input.shares, valueOf)
  const footprint = (building: number) => input.footprintsSquareMetres[building] as number
  const counts = sum(() => 1)
  const footprints = sum(footprint)
  const floors = sum((building) => input.grossFloorAreasSquareMetres[building] as number)
  const heights = sum((building) => (input.heightsMetres[building] as number) * footprint(building))
  const known = (figure: (row: number) => number) => counts.map((_, row) =>
    (input.coverageShares[row] as number) >= MINIMUM_COVERAGE_SHARE ? figure(row) : NaN)
  const land = (row: number) => {
    const area = input.landAreasSquareMetres[row] as number
    return area > 0 ? area : NaN
  }
  return {
    buildingCounts: known((row) => counts[row] as number),
    buildingsPerSquareKilometre: known((row) => ((counts[row] as number) * 1e6) / land(row)),
    meanHeightMetres: known((row) => (heights[row] as number) / positive(footprints[row] as number)),
    buildingSharePercent: known((row) => ((footprints[row] as number) * 100) / land(row)),
    floorSpaceIndex: known((row) => (floors[row] as number) / land(row)),
  }
}

/** NaN for zero, so that a mean over nothing is unknown. */
function positive(value: number): number {
  return value > 0 ? value : NaN
}
