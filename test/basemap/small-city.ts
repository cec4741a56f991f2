import type { City } from '../../src/cities/city.ts'
import { CITIES } from '../../src/cities/index.ts'
import type { GeoTable, PackedGeometry } from '../../src/geo/packed-geometry.ts'
import { converterBetween } from '../../src/geo/crs.ts'
import type { ReadTable } from '../../src/basemap/city-map.ts'
import type { DatasetName } from '../../src/schema/datasets.ts'

export const CITY: City = CITIES[0]
const [LONGITUDE, LATITUDE] = [CITY.anchor.longitudeDegrees, CITY.anchor.latitudeDegrees]
const [EAST, NORTH] = converterBetween(4326, CITY.epsg).point(LONGITUDE, LATITUDE)

/** Metres from the anchor. */
type Shape = readonly (readonly [number, number])[]

const square = (west: number, south: number, east: number, north: number): Shape => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]

function pack(type: PackedGeometry['type'], shapes: readonly Shape[]): PackedGeometry {
  let points = 0
  const ringStarts = [0, ...shapes.map((shape) => (points += shape.length))]
  return {
    type,
    positions: Float64Array.from(shapes.flatMap((shape) => shape.flatMap(([x, y]) => [EAST + x, NORTH + y]))),
    ringStarts: Uint32Array.from(ringStarts),
    featureStarts: Uint32Array.from(ringStarts.map((_, index) => index)),
  }
}

function table(geometry: PackedGeometry, columns: GeoTable['columns'] = {}): GeoTable {
  return { rowCount: geometry.featureStarts.length - 1, columns, geometry }
}

/** A city of 4 × 4 km: sea in the north, land in the south, footprints known in the west of it. */
const TABLES: Partial<Record<DatasetName, GeoTable>> = {
  extent: table(pack('polygons', [square(-2000, -2000, 2000, 2000)])),
  land: table(pack('polygons', [square(-2000, -2000, 2000, 300)])),
  coverage: table(pack('polygons', [square(-2000, -2000, 0, 300)])),
  green: table(pack('polygons', [square(-400, -400, -200, -200)]), { class: ['park'] }),
  water: table(pack('polygons', [square(200, -400, 300, -300)])),
  streets: table(
    pack('lines', [
      [
        [-1900, -50],
        [-400, -50],
      ],
      [
        [-400, -50],
        [700, -60],
      ],
      [
        [700, -60],
        [1900, -60],
      ],
      [
        [0, -1900],
        [0, 250],
      ],
      [
        [100, -1900],
        [100, 250],
      ],
      [
        [-300, -100],
        [-300, -300],
      ],
      [
        [-800, 100],
        [800, 100],
      ],
    ]),
    {
      class: ['main', 'main', 'main', 'minor', 'service', 'path', 'secondary'],
      name: ['Pitkä kuja', 'Pitkä kuja', 'Pitkä kuja', 'Õie', null, null, null],
      tunnel: [false, false, false, false, false, false, true],
      bridge: [false, false, false, false, false, false, false],
    },
  ),
  rail: table(
    pack('lines', [
      [
        [-1900, -600],
        [1900, -600],
      ],
    ]),
    { class: ['rail'], tunnel: [false] },
  ),
  districts: table(pack('polygons', [square(-2000, -2000, 100, 2000), square(100, -2000, 2000, 2000)]), { level: ['fine', 'fine'] }),
}

export const readSmallCity: ReadTable = async (_cityId, dataset) => {
  const found = TABLES[dataset]
  if (found === undefined) throw new Error(`${dataset} is not on the map`)
  return found
}
