import { CITIES, type CityId } from '../../src/cities/index.ts'
import type { DataFiles } from '../../src/services/city-tables.ts'
import type { Feature, Geometry, Position, Value } from '../../src/pipeline/dataset.ts'
import { encodeGeoParquet } from '../../src/pipeline/formats/geoparquet.ts'
import { converterBetween } from '../../src/geo/crs.ts'
import { DATASETS, type DatasetName, type Manifest, type ManifestFile } from '../../src/schema/datasets.ts'

/**
 * Two cities small enough to reckon by hand, as files in memory. Each has two fine districts of
 * 1 km × 1 km side by side, `west` and `east`, in one coarse district `all`; footprints of `east`
 * are known on half of its land. The south-west corner is 1 km west and south of the city's anchor.
 */
export const TINY_BUILDINGS = [
  {
    id: 'b1',
    footprint_m2: 500,
    height_m: 20,
    height_source: 'measured',
    storeys: 6,
    storeys_source: 'mapped',
    use: 'apartments',
    use_source: 'mapped',
    year: 1965,
    name: 'Sõle maja',
    address: 'Sõle 1',
    district_fine_id: 'west',
  },
  {
    id: 'b2',
    footprint_m2: 100,
    height_m: 6,
    height_source: 'estimated',
    storeys: null,
    storeys_source: null,
    use: 'house',
    use_source: 'mapped',
    year: null,
    name: null,
    address: 'Õnne 2',
    district_fine_id: 'west',
  },
  {
    id: 'b3',
    footprint_m2: 20,
    height_m: 3,
    height_source: 'estimated',
    storeys: 1,
    storeys_source: 'estimated',
    use: 'outbuilding',
    use_source: 'estimated',
    year: null,
    name: null,
    address: null,
    district_fine_id: 'west',
  },
  {
    id: 'b4',
    footprint_m2: 1000,
    height_m: 36,
    height_source: 'from_storeys',
    storeys: 10,
    storeys_source: 'mapped',
    use: 'office',
    use_source: 'mapped',
    year: 2005,
    name: null,
    address: null,
    district_fine_id: 'east',
  },
  {
    id: 'b5',
    footprint_m2: 200,
    height_m: 7.2,
    height_source: 'measured',
    storeys: 2,
    storeys_source: 'class',
    use: null,
    use_source: null,
    year: null,
    name: null,
    address: 'Sõle 1',
    district_fine_id: 'west',
  },
] as const

/** Shares of sun and sky of their roofs. */
const TINY_ROOF_SUN = [
  ['b1', 1, 1],
  ['b2', 0.6, 0.8],
  ['b3', 0.5, 0.5],
  ['b4', 1, 0.9],
  ['b5', 0, 0],
] as const

/** South-west corner of the tiny city in its own CRS. */
export function tinyOrigin(cityId: CityId): Position {
  const city = CITIES.find((candidate) => candidate.id === cityId)
  if (city === undefined) throw new Error(cityId)
  const { longitudeDegrees, latitudeDegrees } = city.anchor
  const [x, y] = converterBetween(4326, city.epsg).point(longitudeDegrees, latitudeDegrees)
  return [Math.round(x) - 1000, Math.round(y) - 1000]
}

export interface TinyOptions {
  /** Data sets that are not there. */
  readonly missing?: readonly DatasetName[]
  /** Multiplies every height. */
  readonly heightFactor?: number
}

/** Files of both cities; `reads` counts how often each is fetched. */
export function makeTinyCities(
  options: Partial<Record<CityId, TinyOptions>> = {},
): DataFiles & { readonly reads: Map<string, number>; readonly files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>()
  for (const city of CITIES) {
    const { missing = [], heightFactor = 1 } = options[city.id] ?? {}
    const rows = makeRows(tinyOrigin(city.id), heightFactor)
    for (const name of Object.keys(rows) as (keyof typeof rows)[]) {
      if (!missing.includes(name)) files.set(`tiny:/${city.id}/${name}.parquet`, encodeGeoParquet(name, rows[name], city.epsg))
    }
    files.set(
      `tiny:/${city.id}/manifest.json`,
      new TextEncoder().encode(
        JSON.stringify(makeManifest(city.id, (name) => (rows as Partial<Record<DatasetName, readonly unknown[]>>)[name]?.length ?? 0)),
      ),
    )
  }
  const reads = new Map<string, number>()
  return {
    dataUrl: 'tiny:/',
    files,
    reads,
    fetchBytes: async (url) => {
      reads.set(url, (reads.get(url) ?? 0) + 1)
      const bytes = files.get(url)
      if (bytes === undefined) throw new Error(`${url.slice('tiny:/'.length)}: expected the file, the server answered 404`)
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
    },
  }
}

function makeRows([x0, y0]: Position, heightFactor: number) {
  const rectangle = (x: number, y: number, width: number, height: number): Geometry => ({
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [x0 + x, y0 + y],
          [x0 + x + width, y0 + y],
          [x0 + x + width, y0 + y + height],
          [x0 + x, y0 + y + height],
          [x0 + x, y0 + y],
        ],
      ],
    ],
  })
  const line = (...points: readonly Position[]): Geometry => ({
    type: 'LineString',
    coordinates: points.map(([x, y]): Position => [x0 + x, y0 + y]),
  })
  const point = (x: number, y: number): Geometry => ({ type: 'Point', coordinates: [x0 + x, y0 + y] })
  const feature = (geometry: Geometry, properties: Record<string, Value>): Feature => ({ geometry, properties })
  const district = (id: string, level: string, x: number, width: number, own: Record<string, Value>) =>
    feature(rectangle(x, 0, width, 1000), {
      id,
      level,
      parent_id: level === 'fine' ? 'all' : null,
      name_fi: `${id}-fi`,
      name_sv: `${id}-sv`,
      name_et: `${id}-et`,
      name_en: null,
      population: null,
      population_year: null,
      population_kind: null,
      area_m2: width * 1000,
      land_area_m2: width * 1000,
      building_coverage_share: 1,
      label_x: x0 + x + width / 2,
      label_y: y0 + 500,
      ...own,
    })
  return {
    buildings: TINY_BUILDINGS.map((building, index) =>
      feature(rectangle(building.district_fine_id === 'west' ? 100 + index * 100 : 1500, 500, 20, 20), {
        ...building,
        height_m: building.height_m * heightFactor,
        body_height_m: building.height_m * heightFactor,
        district_coarse_id: 'all',
        ground_height_m: null,
        source: 'survey',
        source_year: 2021,
      }),
    ),
    // A tower in the middle of b1.
    building_parts: [
      feature(rectangle(105, 505, 10, 10), {
        id: 'p1',
        building_id: 'b1',
        min_height_m: 0,
        height_m: 30 * heightFactor,
        height_source: 'measured',
      }),
    ],
    districts: [
      district('all', 'coarse', 0, 2000, {
        population: 6000,
        population_year: 2024,
        population_kind: 'official',
        building_coverage_share: 0.75,
      }),
      district('west', 'fine', 0, 1000, { population: 5000, population_year: 2024, population_kind: 'official' }),
      district('east', 'fine', 1000, 1000, { building_coverage_share: 0.5, land_area_m2: 800_000 }),
    ],
    land: [feature(rectangle(0, 0, 1800, 1000), { id: 'l1' })],
    // All of the west and half of the land of the east.
    coverage: [feature(rectangle(0, 0, 1400, 1000), { id: 'k1' })],
    green: [feature(rectangle(0, 0, 500, 500), { id: 'g1', class: 'park', name: 'Puisto', area_m2: 250_000 })],
    water: [feature(rectangle(1800, 0, 200, 1000), { id: 'w1', class: 'lake', name: 'Järv' })],
    streets: [
      feature(line([0, 100], [900, 100]), {
        id: 's1',
        class: 'main',
        name: 'Šaara tänav',
        name_sv: 'Saragatan',
        tunnel: false,
        bridge: false,
      }),
      feature(line([900, 100], [950, 100]), {
        id: 's2',
        class: 'main',
        name: 'Šaara tänav',
        name_sv: 'Saragatan',
        tunnel: false,
        bridge: false,
      }),
    ],
    transit_stops: [
      feature(point(500, 500), { id: 't1', name: 'Tori', modes: 'tram,bus', departures_per_day: 240 }),
      feature(point(600, 500), { id: 't2', name: 'Tori', modes: 'bus', departures_per_day: 60 }),
      feature(point(1500, 500), { id: 't3', name: 'Satama', modes: 'ferry', departures_per_day: null }),
    ],
    transit_lines: [
      feature(
        {
          type: 'MultiLineString',
          coordinates: [
            [
              [x0, y0 + 500],
              [x0 + 900, y0 + 500],
            ],
            [
              [x0 + 900, y0 + 500],
              [x0 + 1500, y0 + 500],
            ],
          ],
        },
        { id: 'r1', line: '4', name: 'Tori–Satama', mode: 'tram', departures_per_day: 120, path: 'straight' },
      ),
    ],
    roof_sun: TINY_ROOF_SUN.map(([id, direct, sky]) => feature(point(0, 0), { id, direct_sun_share: direct, sky_view_share: sky })),
    population_grid: [
      feature(rectangle(0, 0, 250, 250), {
        id: 'c1',
        cell_size_m: 250,
        population: 125,
        population_year: 2024,
        population_kind: 'official',
      }),
      feature(rectangle(500, 500, 500, 500), {
        id: 'c2',
        cell_size_m: 500,
        population: 500,
        population_year: 2024,
        population_kind: 'modelled',
      }),
      feature(rectangle(250, 0, 250, 250), {
        id: 'c3',
        cell_size_m: 250,
        population: null,
        population_year: 2024,
        population_kind: 'official',
      }),
    ],
    amenities: [
      feature(point(200, 200), {
        id: 'a1',
        class: 'school',
        kind: 'school',
        name: 'Kool',
        name_fi: 'Koulu',
        name_sv: null,
        name_et: 'Kool',
        name_en: null,
        source: 'survey',
        source_year: 2021,
      }),
      feature(point(800, 200), {
        id: 'a2',
        class: 'shop',
        kind: 'supermarket',
        name: null,
        name_fi: null,
        name_sv: null,
        name_et: null,
        name_en: null,
        source: 'survey',
        source_year: 2019,
      }),
      feature(point(820, 200), {
        id: 'a3',
        class: 'shop',
        kind: 'kiosk',
        name: 'Pood',
        name_fi: null,
        name_sv: null,
        name_et: null,
        name_en: null,
        source: 'survey',
        source_year: 2021,
      }),
    ],
    // The west only.
    amenity_coverage: [feature(rectangle(0, 0, 1000, 1000), { id: 'm1' })],
    places: [
      feature(point(300, 300), {
        id: 'p1',
        class: 'landmark',
        name: 'Torn',
        name_fi: 'Torni',
        name_sv: 'Tornet',
        name_et: 'Torn',
        name_en: 'Tower',
      }),
    ],
  } satisfies Partial<Record<DatasetName, readonly Feature[]>>
}

/** The manifest of a tiny city; its years are the cities' own, so that they differ. */
function makeManifest(cityId: CityId, countRows: (name: DatasetName) => number): Manifest {
  const file = (name: DatasetName): ManifestFile => ({
    rows: countRows(name),
    sha256: '',
    bytes: 0,
    crs: '',
    geometry: DATASETS[name].geometry,
    dropped: {},
    mended: {},
    derived: { height_m: 'median of neighbours', storeys: 'height over storey height', use: 'by size' },
    sources: [{ key: 'survey', title: 'Survey', publisher: 'City', licence: 'CC0 1.0', credit: 'City', year: '2021' }],
    provenance: { kind: 'measured', year: cityId === CITIES[0].id ? '2021' : '2024', source: `Survey of ${cityId}` },
  })
  return {
    city: cityId,
    crs: '',
    heightSystem: '',
    quality: { height_estimate_median_absolute_error_m: 2, height_estimate_mean_absolute_error_m: 3 },
    files: Object.fromEntries((Object.keys(DATASETS) as DatasetName[]).map((name) => [name, file(name)])),
  }
}
