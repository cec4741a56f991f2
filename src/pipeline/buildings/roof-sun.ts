import { joinSolids, sampleRoofs, type BuildingSolids } from '../../analytics/solar/roof-samples.ts'
import { averageRoofs, measureSamples, ROOF_SUN_DEFAULTS } from '../../analytics/solar/roof-sun.ts'
import { createScene } from '../../analytics/solar/scene.ts'
import { sumYearOfSun } from '../../analytics/solar/year-of-sun.ts'
import type { City } from '../../cities/city.ts'
import { groundOf } from '../../cities/ground.ts'
import { converterBetween } from '../../geo/crs.ts'
import type { Dataset, Feature } from '../dataset.ts'
import { packPolygons } from '../geometry/pack-polygons.ts'
import type { MultiPolygonRings } from '../geometry/planar.ts'

/** Shares are kept to half a percent: a finer one would say more than flat roofs and estimated heights can know. */
const SHARES_PER_UNIT = 200

const { azimuths, distanceMetres } = ROOF_SUN_DEFAULTS
const SCENE_RULE = `mean over points on the roof, one a 40 m² but 4 to 40; roofs are flat and as high as the building or its part; what stands within ${distanceMetres} m hides, buildings only, by the horizon in ${azimuths.count} directions; a roof under a higher building gets nothing; to half a percent`

const RULES: Readonly<Record<string, string>> = {
  direct_sun_share: `share of a clear year's direct sun on level ground that reaches the roof: sun positions each 10 minutes of 2025 at the city's anchor, weighted by sin(altitude) x 0.7^(air mass^0.678); ${SCENE_RULE}`,
  sky_view_share: `sky view factor, 1 - mean of sin² of the horizon angle; ${SCENE_RULE}`,
}

/**
 * The data set `roof_sun` of a city's buildings: what of the sun and the sky reaches each roof past the buildings around.
 * Made of the two data sets alone, so that it is the same work in every city.
 */
export async function createRoofSunDataset(city: City, buildings: Dataset, parts: Dataset): Promise<Dataset> {
  const solids = listSolids(city, buildings.features, parts.features)
  const samples = sampleRoofs(
    solids,
    buildings.features.map(({ properties }) => properties['footprint_m2'] as number),
  )
  const scene = createScene(joinSolids(solids))
  const { longitudeDegrees, latitudeDegrees } = city.anchor
  const year = sumYearOfSun(longitudeDegrees, latitudeDegrees, azimuths.count)
  const sun = averageRoofs(samples, await measureSamples(scene, samples, year))
  const rounded = (share: number | undefined) => Math.round((share ?? NaN) * SHARES_PER_UNIT) / SHARES_PER_UNIT
  return {
    name: 'roof_sun',
    geometry: null,
    features: buildings.features.map(({ properties, geometry }, index) => ({
      properties: {
        id: properties['id'] as string,
        direct_sun_share: rounded(sun.directShares[index]),
        sky_view_share: rounded(sun.skyShares[index]),
      },
      geometry,
    })),
    issues: [],
    sources: buildings.sources,
    derived: RULES,
    provenance: {
      kind: 'modelled',
      year: buildings.provenance.year,
      source: `Sun and sky past the buildings around, from ${buildings.provenance.source}`,
    },
  }
}

/** Buildings and parts on their ground; a part stands on that of its building. */
function listSolids(city: City, buildings: readonly Feature[], parts: readonly Feature[]): BuildingSolids {
  const toDegrees = converterBetween(city.epsg, 4326)
  const ground = groundOf(city)
  const ringsOf = ({ geometry }: Feature) => geometry.coordinates as MultiPolygonRings
  const grounds = buildings.map((building) => {
    const [x, y] = ringsOf(building)[0]?.[0]?.[0] ?? [NaN, NaN]
    return ground.heightMetres(...toDegrees.point(x, y))
  })
  const indexById = new Map(buildings.map(({ properties }, index) => [properties['id'], index]))
  const partBuildings = parts.map(({ properties }) => indexById.get(properties['building_id'] as string) as number)
  return {
    outlines: {
      geometry: packPolygons(buildings.map(ringsOf)),
      topsMetres: buildings.map(({ properties }, index) => (grounds[index] as number) + (properties['body_height_m'] as number)),
    },
    parts: {
      geometry: packPolygons(parts.map(ringsOf)),
      topsMetres: parts.map(
        ({ properties }, part) => (grounds[partBuildings[part] as number] as number) + (properties['height_m'] as number),
      ),
    },
    partBuildings,
  }
}
