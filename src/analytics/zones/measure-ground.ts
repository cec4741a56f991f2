import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import type { CityFacts, Zones } from '../measures/types.ts'
import { measureCoverShares } from '../statistics/cover-shares.ts'
import { measureCommonAreas } from './common-areas.ts'
import { featureArea } from './planar-rings.ts'
import { shareFeatures } from './share-features.ts'

/** Cells of the grid that shares of land are counted on: 10 m, finer for small zones, never below half a metre. */
const CELL_METRES = 10
const LEAST_CELL_METRES = 0.5

/** One value a zone. */
export interface LandOfZones {
  readonly landSquareMetres: Float64Array
  /** Share of the land on which footprints are known, 0-1; 0 where there is no land. */
  readonly coverageShares: Float64Array
}

/**
 * Land of each zone and the share of it on which footprints are known: as the zones state them, else land
 * intersected exactly, and its covered share counted on a grid of 10 m cells, for a single small zone of a
 * hundredth of its width: within about 1 % for a zone of 10 hectares or more, and for a single one of any size.
 */
export function measureLand({ land, coverage }: Pick<CityFacts, 'land' | 'coverage'>, zones: Zones): LandOfZones {
  return {
    landSquareMetres: zones.landSquareMetres ?? measureSharedAreas(zones.geometry, land),
    coverageShares: zones.coverageShares ?? measureShares(zones, coverage, land),
  }
}

/** Green on land of each zone in square metres, exactly; where green overlaps it counts once. */
export function measureGreen({ green, land }: Pick<CityFacts, 'green' | 'land'>, { geometry }: Zones): Float64Array {
  return measureCommonAreas(geometry, [land, green])
}

function measureShares(zones: Zones, cover: PackedGeometry, land: PackedGeometry): Float64Array {
  const cellMetres =
    zones.geometry.featureStarts.length - 1 === 1
      ? Math.min(CELL_METRES, Math.max(LEAST_CELL_METRES, Math.sqrt(featureArea(zones.geometry, 0)) / 100))
      : CELL_METRES
  return measureCoverShares(zones.geometry, cover, { cellMetres, within: land }).map((share) => (Number.isNaN(share) ? 0 : share))
}

/** Area that each zone shares with all features of `ground`, which must not overlap. */
export function measureSharedAreas(zones: PackedGeometry, ground: PackedGeometry): Float64Array {
  const areas = new Float64Array(zones.featureStarts.length - 1)
  const { features, shares } = shareFeatures(zones, ground)
  features.forEach((zone, entry) => {
    areas[zone] = (areas[zone] as number) + (shares[entry] as number) * featureArea(zones, zone)
  })
  return areas
}
