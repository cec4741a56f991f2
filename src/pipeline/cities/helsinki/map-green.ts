import { join } from 'node:path'
import { converterBetween } from '../../../geo/crs.ts'
import type { GreenClass } from '../../../schema/datasets.ts'
import type { Dataset } from '../../dataset.ts'
import type { MultiPolygonRings } from '../../geometry/planar.ts'
import { textOf, type RawFeature } from '../../formats/read-geojson.ts'
import { buildAreas, type Area } from '../../map/build-areas.ts'
import { clipAreas } from '../../geometry/clip-areas.ts'
import { maskRaster } from '../../geometry/mask-raster.ts'
import { polygoniseRaster, smoothRaster } from '../../geometry/polygonise-raster.ts'
import { readClean, type SourceFolder } from '../../formats/read-clean.ts'
import { readGeoTiff, type Raster } from '../../formats/read-geotiff.ts'
import { splitIssues } from '../../split-issues.ts'
import { MAP_SOURCES } from './map-sources.ts'

const CENTRE = 'helsinki/osm-helsinki-centre/helsinki_centre_landuse.geojson'
const TREES = 'helsinki/landcover-10m/tree_weight.tif'
const OTHER_GREEN = 'helsinki/landcover-10m/nwn_vegetated_weight.tif'

/** Boxes of the map extracts of the centre, degrees: there the drawn areas hold, elsewhere the raster. */
const CENTRE_BOXES_DEGREES: readonly (readonly [number, number, number, number])[] = [
  [24.892, 60.147, 24.99, 60.178],
  [24.918, 60.181, 24.956, 60.195],
]

const RULES = {
  /** A place is wood where trees have this share of the neighbourhood, grass where all green has. */
  leastShare: 0.5,
  /** Cells to each side that are averaged: 30 m in all. */
  smoothCells: 1,
  smallestSquareMetres: 3000,
  simplifyMetres: 6,
} as const

function classifyGreen(tags: RawFeature['properties']): GreenClass | null {
  const [leisure, landUse, natural] = [textOf(tags['leisure']), textOf(tags['landuse']), textOf(tags['natural'])]
  if (landUse === 'cemetery') return 'cemetery'
  if (leisure === 'park' || leisure === 'garden' || leisure === 'dog_park') return 'park'
  if (natural === 'wetland') return 'wetland'
  if (natural === 'wood' || natural === 'scrub' || landUse === 'forest') return 'wood'
  if (natural === 'grassland' || landUse === 'grass' || landUse === 'meadow' || landUse === 'flowerbed') return 'grass'
  return null
}

/** Drawn green of the centre, and woods and other vegetation from the land cover raster elsewhere. */
export async function buildGreen(folder: SourceFolder, cityArea: MultiPolygonRings): Promise<Dataset> {
  const centre = await readClean(folder, CENTRE, 'MultiPolygon')
  const drawn: Area[] = []
  for (const { label, properties, geometry } of centre.features) {
    const green = classifyGreen(properties)
    if (green === null || geometry.type !== 'MultiPolygon') continue
    const name = green === 'grass' ? null : (textOf(properties['name:fi']) ?? textOf(properties['name']))
    drawn.push({ label, file: CENTRE, geometry, class: green, name })
  }
  const issues = [...centre.issues]
  const detailed = buildAreas(clipAreas(drawn, cityArea, issues), {
    prefix: 'green-drawn',
    simplifyMetres: 0.6,
    smallestSquareMetres: 100,
    withArea: true,
  })
  const modelled = await readModelledAreas(folder, cityArea)
  const coarse = buildAreas(modelled, {
    prefix: 'green-raster',
    simplifyMetres: RULES.simplifyMetres,
    smallestSquareMetres: RULES.smallestSquareMetres,
    withArea: true,
  })
  return {
    name: 'green',
    geometry: 'MultiPolygon',
    features: [...detailed.features, ...coarse.features],
    ...splitIssues([...issues, ...detailed.issues, ...coarse.issues]),
    sources: [MAP_SOURCES.centre, MAP_SOURCES.landCover],
    derived: {
      geometry: `In the centre (ids green-drawn) as drawn in OpenStreetMap, below 100 m² left out. Elsewhere (ids green-raster) modelled from a 10 m land cover raster, averaged over 30 m: wood where trees cover at least half, grass where all vegetation does; below ${RULES.smallestSquareMetres} m² left out; simplified within ${RULES.simplifyMetres} m.`,
      class:
        'park = park, garden; wood = wood, forest, scrub; grass = grass, meadow, flowerbeds, and in the raster any vegetation that is no trees, fields included. Drawn areas of different classes may overlap.',
    },
    provenance: {
      kind: 'modelled',
      year: '2019-2024',
      source: 'OpenStreetMap contributors; HSY land cover',
      uncertainty: 'outside the centre about 10-15 m at the edges',
    },
  }
}

async function readModelledAreas(folder: SourceFolder, cityArea: MultiPolygonRings): Promise<Area[]> {
  const read = async (file: string): Promise<Raster> => {
    const path = join(folder.sources, file)
    const raster = await readGeoTiff(await folder.effects.readBytes(path), path)
    return maskRaster(smoothRaster(withoutCentre(raster), RULES.smoothCells), cityArea)
  }
  const trees = await read(TREES)
  const other = await read(OTHER_GREEN)
  const values = new Float32Array(trees.values.length)
  for (let index = 0; index < values.length; index++) {
    const [tree, low] = [trees.values[index] as number, other.values[index] as number]
    // At least half green and less than half trees: the lesser of both distances from the threshold.
    values[index] = Math.min(tree + low, 2 * RULES.leastShare - tree)
  }
  const grass: Raster = { ...trees, values }
  const areasOf = (raster: Raster, green: GreenClass, file: string): Area[] =>
    polygoniseRaster(raster, RULES.leastShare, RULES.smallestSquareMetres).map((rings, index) => ({
      label: String(index),
      file,
      geometry: { type: 'MultiPolygon', coordinates: [rings] },
      class: green,
      name: null,
    }))
  return [...areasOf(trees, 'wood', TREES), ...areasOf(grass, 'grass', OTHER_GREEN)]
}

/** The raster with nothing where the centre is drawn in detail. */
function withoutCentre(raster: Raster): Raster {
  const values = raster.values.slice()
  const { point } = converterBetween(4326, 3879)
  for (const [west, south, east, north] of CENTRE_BOXES_DEGREES) {
    const [left, bottom] = point(west, south)
    const [right, top] = point(east, north)
    const columnOf = (x: number): number => Math.min(raster.columns, Math.max(0, Math.round((x - raster.west) / raster.cellMetres)))
    const rowOf = (y: number): number => Math.min(raster.rows, Math.max(0, Math.round((raster.north - y) / raster.cellMetres)))
    for (let row = rowOf(top); row < rowOf(bottom); row++) {
      values.fill(0, row * raster.columns + columnOf(left), row * raster.columns + columnOf(right))
    }
  }
  return { ...raster, values }
}
