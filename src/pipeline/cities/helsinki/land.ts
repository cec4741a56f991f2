import { join } from 'node:path'
import { converterBetween } from '../../../geo/crs.ts'
import type { Dataset, Issue } from '../../dataset.ts'
import { SourceError } from '../../effects.ts'
import { readClean, type SourceFolder } from '../../formats/read-clean.ts'
import { readGeoTiff, type Raster } from '../../formats/read-geotiff.ts'
import { textOf } from '../../formats/read-geojson.ts'
import { boxOf, multiPolygonArea, representativePoint, type MultiPolygonRings, type PolygonRings } from '../../geometry/planar.ts'
import { createPolygonIndex } from '../../geometry/point-index.ts'
import { sharedAreaOf } from '../../geometry/clip-areas.ts'

const LAND = 'helsinki/land-coastline/helsinki_land.geojson'
const COASTLINE = 'helsinki/osm-helsinki-centre/helsinki_centre_landuse.geojson'
const POSTAL_AREAS = 'helsinki/districts/hki_postalcodes_84_land.geojson'
const LAND_COVER = ['helsinki/landcover-10m/tree_weight.tif', 'helsinki/landcover-10m/nwn_vegetated_weight.tif'] as const

/** An island of a further source is new where less than this share of it is land already. */
const KNOWN_SHARE = 0.05

/** Skerries below this are left to the sea. */
const SMALLEST_M2 = 30

/** The finest shore that there is ends here; what the coarse one has farther south is taken as it is. */
const SHORE_ENDS_SOUTH_DEGREES = 60.127

export interface CityLand {
  readonly polygons: MultiPolygonRings
  readonly issues: Dataset['issues']
  /** How many islands each further source gave, for the manifest. */
  readonly quality: Readonly<Record<string, number>>
}

/**
 * Helsinki's land in EPSG:3879: the fine shore of the postal areas, the islands that OpenStreetMap's
 * coastline has beside it in the centre, and the outer islands of the coarse postal areas. One of the
 * latter that lies within the land cover but has no vegetation there is a slip of the coarse line.
 */
export async function readLand(folder: SourceFolder): Promise<CityLand> {
  const shore = await readClean(folder, LAND, 'MultiPolygon')
  const issues: Issue[] = [...shore.issues]
  const land = polygonsOf(shore.features)
  if (land.length === 0) throw new SourceError(LAND, `${LAND} holds no usable polygon.`)
  const drawn = (await readClean(folder, COASTLINE, 'MultiPolygon')).features.filter(
    ({ properties }) => textOf(properties['natural']) === 'coastline',
  )
  const coastline = findIslands(land, polygonsOf(drawn))
  const coarse = await readClean(folder, POSTAL_AREAS, 'MultiPolygon')
  issues.push(...coarse.issues)
  const isVegetated = await readVegetation(folder)
  const outer = findIslands([...land, ...coastline], polygonsOf(coarse.features)).filter(isVegetated)
  return {
    polygons: [...land, ...coastline, ...outer],
    issues,
    quality: { land_islands_of_coastline_count: coastline.length, land_outer_islands_count: outer.length },
  }
}

function polygonsOf(features: Awaited<ReturnType<typeof readClean>>['features']): MultiPolygonRings {
  return features.flatMap(({ geometry }) => (geometry.type === 'MultiPolygon' ? geometry.coordinates : []))
}

/** Polygons that are no land yet, the largest first where they lie over each other. */
export function findIslands(land: MultiPolygonRings, candidates: MultiPolygonRings): MultiPolygonRings {
  const index = createPolygonIndex(land, (rings) => [rings])
  const found: PolygonRings[] = []
  const bySize = [...candidates].sort((a, b) => multiPolygonArea([b]) - multiPolygonArea([a]))
  for (const rings of bySize) {
    // What has its middle on land is none; only the others are worth cutting.
    if (index.holding(...representativePoint([rings])).length > 0) continue
    const area = multiPolygonArea([rings])
    const near = [...index.touching(boxOf([rings])), ...found]
    const known = near.reduce((sum, other) => sum + sharedAreaOf([rings], [other]), 0)
    if (area >= SMALLEST_M2 && known < area * KNOWN_SHARE) found.push(rings)
  }
  return found
}

/** Whether an island has vegetation within 25 m of its middle, as far as the land cover reaches. */
async function readVegetation(folder: SourceFolder): Promise<(rings: PolygonRings) => boolean> {
  const rasters = await Promise.all(
    LAND_COVER.map(async (file): Promise<Raster> => {
      const path = join(folder.sources, file)
      return await readGeoTiff(await folder.effects.readBytes(path), path)
    }),
  )
  const southEnd = converterBetween(4326, 3879).point(25, SHORE_ENDS_SOUTH_DEGREES)[1]
  return (rings) => {
    const [x, y] = representativePoint([rings])
    return y < southEnd || rasters.some((raster) => sumAround(raster, x, y, 2) > 0)
  }
}

function sumAround({ columns, rows, west, north, cellMetres, values }: Raster, x: number, y: number, reach: number): number {
  const [column, row] = [Math.floor((x - west) / cellMetres), Math.floor((north - y) / cellMetres)]
  let sum = 0
  for (let down = Math.max(0, row - reach); down <= Math.min(rows - 1, row + reach); down++) {
    for (let right = Math.max(0, column - reach); right <= Math.min(columns - 1, column + reach); right++) {
      const value = values[down * columns + right] as number
      if (value > 0) sum += value
    }
  }
  return sum
}
