import { helsinki } from '../../../cities/helsinki.ts'
import { cleanFeatures } from '../../geometry/clean.ts'
import type { Issue, Position } from '../../dataset.ts'
import type { Effects } from '../../effects.ts'
import { multiPolygonArea, representativePoint, type MultiPolygonRings } from '../../geometry/planar.ts'
import { createPolygonIndex } from '../../geometry/point-index.ts'
import { isTellingLandUse } from '../../estimates/estimate-use.ts'
import { readGeoJson, textOf } from '../../formats/read-geojson.ts'

/** A polygon of a source in the city's CRS with its measures. */
export interface Shape {
  readonly label: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly geometry: MultiPolygonRings
  readonly footprintSquareMetres: number
  readonly point: Position
}

/** Polygons of a file as shapes, and what was wrong with them. */
export async function readShapes(
  effects: Effects,
  sources: string,
  file: string,
): Promise<{ readonly shapes: readonly Shape[]; readonly issues: readonly Issue[] }> {
  const cleaned = cleanFeatures(await readGeoJson(effects, sources, file), {
    file,
    from: 4326,
    to: helsinki.epsg,
    extentDegrees: helsinki.extentDegrees,
    geometry: 'MultiPolygon',
  })
  const shapes = cleaned.features.map((feature): Shape => {
    const geometry = feature.geometry.coordinates as MultiPolygonRings
    return {
      label: feature.label,
      properties: feature.properties,
      geometry,
      footprintSquareMetres: multiPolygonArea(geometry),
      point: representativePoint(geometry),
    }
  })
  return { shapes, issues: cleaned.issues }
}

/** Footprints of two files are the same where one holds the other's point and their areas differ by less than this. */
const SAME_AREA_SHARE = 0.02

/**
 * Finds a footprint's record in the file that it came from: the merged file keeps fewer attributes
 * than its sources, with the same polygon.
 */
export function createMatcher(shapes: readonly Shape[]): (shape: Shape) => Shape | null {
  const index = createPolygonIndex(shapes, (shape) => shape.geometry)
  return ({ point: [x, y], footprintSquareMetres }) => {
    const difference = (other: Shape): number => Math.abs(other.footprintSquareMetres / footprintSquareMetres - 1)
    const [best] = index
      .holding(x, y)
      .filter((other) => difference(other) < SAME_AREA_SHARE)
      .sort((a, b) => difference(a) - difference(b))
    return best ?? null
  }
}

const LAND_USE = 'helsinki/osm-helsinki-centre/helsinki_centre_landuse.geojson'

/** Use of the land at a point, or null. */
export type LandUseFinder = (x: number, y: number) => string | null

/** Finds the use of the land in the inner city: the smallest area that names a use of buildings, as OSM has it. */
export async function readLandUse(effects: Effects, sources: string): Promise<LandUseFinder> {
  const { shapes } = await readShapes(effects, sources, LAND_USE)
  const areas = shapes
    .flatMap((shape) => {
      const kind = [shape.properties['amenity'], shape.properties['landuse']]
        .map(textOf)
        .find((value) => value !== null && isTellingLandUse(value))
      return kind === undefined || kind === null ? [] : [{ kind, shape }]
    })
    .sort((a, b) => a.shape.footprintSquareMetres - b.shape.footprintSquareMetres || (a.shape.label < b.shape.label ? -1 : 1))
  const index = createPolygonIndex(areas, (area) => area.shape.geometry)
  return (x, y) => index.holding(x, y)[0]?.kind ?? null
}

/** osmium's area ids are twice the way's, or twice the relation's and one: `a8506248` → `w4253124`. */
export function formatOsmId(areaId: string): string {
  const number = Number(areaId.replace(/^a/, ''))
  return number % 2 === 0 ? `w${number / 2}` : `r${(number - 1) / 2}`
}
