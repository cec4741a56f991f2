import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import type { CityFacts, Zones } from '../measures/types.ts'
import { measureCoverShares } from '../statistics/cover-shares.ts'
import { featureArea } from './planar-rings.ts'
import { shareFeatures } from './share-features.ts'

/** Cells of the grid that shares of land are counted on: 10 m, finer for small zones, never below half a metre. */
const CELL_METRES = 10
const LEAST_CELL_METRES = 0.5

export interface Ground {
  readonly landSquareMetres: Float64Array
  /** Share of the land on which footprints are known, 0-1; 0 where there is no land. */
  readonly coverageShares: Float64Array
  readonly greenSquareMetres: Float64Array
}

/**
 * Land, green on land, and the covered share of each zone. Land is taken from the zones where they
 * state it, else intersected exactly. Coverage (where not stated) and green are counted on a grid of
 * 10 m cells, for a single small zone of a hundredth of its width: within about 1 % of the land
 * for a zone of 10 hectares or more, and for a single one of any size.
 */
export function measureGround({ land, coverage, green }: CityFacts, zones: Zones): Ground {
  const count = zones.geometry.featureStarts.length - 1
  const landSquareMetres = zones.landSquareMetres ?? measureSharedAreas(zones.geometry, land)
  const cellMetres = count === 1
    ? Math.min(CELL_METRES, Math.max(LEAST_CELL_METRES, Math.sqrt(featureArea(zones.geometry, 0)) / 100))
    : CELL_METRES
  const options = { cellMetres, within: land }
  const known = (shares: Float64Array) => shares.map((share) => (Number.isNaN(share) ? 0 : share))
  const greenShares = known(measureCoverShares(zones.geometry, green, options))
  return {
    landSquareMetres,
    coverageShares: zones.coverageShares ?? known(measureCoverShares(zones.geometry, coverage, options)),
    greenSquareMetres: greenShares.map((share, zone) => share * (landSquareMetres[zone] as number)),
  }
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
