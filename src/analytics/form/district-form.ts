import { sumShares, type ZoneShares } from '../zones/zone-shares.ts'
import { knownFrom, LEAST_COVERAGE_OF_RATIOS, LEAST_COVERAGE_OF_SUMS } from './coverage-limits.ts'

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

/** One figure a district; NaN where it cannot be known. The base area is the land on which footprints are known. */
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

/**
 * Built form by district (Berghauser Pont and Haupt, Spacematrix: GSI = footprints / area,
 * FSI = gross floor area / area). A building on a border counts by its share in each district. What is
 * not mapped is not empty: ratios are those of the land on which footprints are known, see coverage-limits.ts.
 */
export function measureDistrictForm(input: DistrictFormInput): DistrictForm {
  const sum = (valueOf: (building: number) => number) => sumShares(input.shares, valueOf)
  const footprint = (building: number) => input.footprintsSquareMetres[building] as number
  const counts = sum(() => 1)
  const footprints = sum(footprint)
  const floors = sum((building) => input.grossFloorAreasSquareMetres[building] as number)
  const heights = sum((building) => (input.heightsMetres[building] as number) * footprint(building))
  const ratio = (figure: (row: number) => number) => knownFrom(LEAST_COVERAGE_OF_RATIOS, input.coverageShares, figure)
  const land = (row: number) => positive((input.landAreasSquareMetres[row] as number) * (input.coverageShares[row] as number))
  return {
    buildingCounts: knownFrom(LEAST_COVERAGE_OF_SUMS, input.coverageShares, (row) => counts[row] as number),
    buildingsPerSquareKilometre: ratio((row) => ((counts[row] as number) * 1e6) / land(row)),
    meanHeightMetres: ratio((row) => (heights[row] as number) / positive(footprints[row] as number)),
    buildingSharePercent: ratio((row) => ((footprints[row] as number) * 100) / land(row)),
    floorSpaceIndex: ratio((row) => (floors[row] as number) / land(row)),
  }
}

/** NaN for zero, so that a mean over nothing, or a share of it, is unknown. */
function positive(value: number): number {
  return value > 0 ? value : NaN
}
