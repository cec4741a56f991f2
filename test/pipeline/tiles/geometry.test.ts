import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MeshoptDecoder } from 'meshoptimizer'
import proj4 from 'proj4'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { groundOf } from '../../../src/cities/ground.ts'
import { cityById } from '../../../src/cities/index.ts'
import { createGround, type Ground } from '../../../src/geo/ground.ts'
import { buildTileset } from '../../../src/pipeline/tiles/build-tileset.ts'
import { createLocalFrame } from '../../../src/pipeline/tiles/local-frame.ts'
import { LARGEST_POSITION_ERROR_METRES } from '../../../src/pipeline/tiles/quantise.ts'
import { rectangle, writeFixtureDataset, type FixturePolygons, type FixtureRow } from './city-fixture.ts'
import { crossOf, readMesh, type SeenMesh } from './read-mesh.ts'

// Raekoja plats by PROJ 9.1.1 and its geoid height by FIN2023N2000.
const EAST = 542763.37
const NORTH = 6589036.28
const LONGITUDE_DEGREES = 24.7536
const LATITUDE_DEGREES = 59.437
const GEOID_HEIGHT_METRES = 17.8868

const folder = mkdtempSync(join(tmpdir(), 'tiles-geometry-'))
beforeAll(() => MeshoptDecoder.ready)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function building(id: string, polygons: FixturePolygons, height: number, bodyHeight = height): FixtureRow {
  return {
    polygons,
    properties: {
      id,
      footprint_m2: 100,
      height_m: height,
      body_height_m: bodyHeight,
      height_source: 'measured',
      source: 'test',
      source_year: 2026,
    },
  }
}

async function buildOne(
  name: string,
  buildings: FixtureRow[],
  parts: FixtureRow[] = [],
  ground: Ground = groundOf(cityById('tallinn')),
): Promise<{ mesh: SeenMesh; matrix: number[]; out: string }> {
  const data = join(folder, name)
  writeFixtureDataset(data, 'buildings', buildings)
  if (parts.length > 0) writeFixtureDataset(data, 'building_parts', parts)
  const out = join(folder, `${name}-out`)
  await buildTileset({ city: cityById('tallinn'), dataFolder: data, outputFolder: out, ground })
  const tileset = JSON.parse(readFileSync(join(out, 'tileset.json'), 'utf8')) as { root: { transform: number[] } }
  return { mesh: readMesh(out, 'content/root.glb'), matrix: tileset.root.transform, out }
}

/** Volume between the ground and the surface, about a point on the ground so that the undrawn bottom counts nothing. */
function enclosedVolume(mesh: SeenMesh): number {
  const lowest = mesh.positions.reduce((low, position) => (position[2] < low[2] ? position : low))
  return mesh.triangles.reduce((sum, triangle) => {
    const normal = crossOf(mesh, triangle)
    const corner = mesh.positions[triangle[0]]!
    return sum + [0, 1, 2].reduce((dot, axis) => dot + (corner[axis]! - lowest[axis]!) * normal[axis]!, 0) / 6
  }, 0)
}

describe('the mesh of a building', () => {
  it('stands where PROJ and the geoid put it on the ellipsoid', async () => {
    const { mesh, matrix } = await buildOne('place', [building('a', [[rectangle(EAST, NORTH, 10, 10)]], 25)])
    const toEcef = proj4('+proj=longlat +datum=WGS84', '+proj=geocent +datum=WGS84')
    for (const [above, wanted] of [
      [0, 'foot'],
      [25, 'top'],
    ] as const) {
      const expected = toEcef.forward([LONGITUDE_DEGREES, LATITUDE_DEGREES, GEOID_HEIGHT_METRES + above]) as number[]
      const nearest = Math.min(
        ...mesh.positions.map(([x, y, z]) => {
          const ecef = [0, 1, 2].map((row) => matrix[row]! * x + matrix[4 + row]! * y + matrix[8 + row]! * z + matrix[12 + row]!)
          return Math.hypot(ecef[0]! - expected[0]!, ecef[1]! - expected[1]!, ecef[2]! - expected[2]!)
        }),
      )
      // 4.3 cm of quantisation along the diagonal, 3.2 cm of the geoid fit, a centimetre of rounding.
      expect(nearest, wanted).toBeLessThan(0.09)
    }
  })

  it.each([
    ['near', 900],
    ['far', 9_000],
    ['very far', 24_000],
  ])('keeps positions within 5 cm in a tile of %s buildings', async (name, metres) => {
    const { mesh } = await buildOne(name, [
      building('a', [[rectangle(EAST, NORTH, 10, 10)]], 25),
      building('b', [[rectangle(EAST + metres, NORTH - metres, 10, 10)]], 250),
    ])
    const placed = new Float64Array(12)
    createLocalFrame(cityById('tallinn'), groundOf(cityById('tallinn'))).place(
      Float64Array.of(EAST, NORTH, EAST + metres, NORTH - metres),
      2,
      placed,
    )
    for (const [feature, height] of [
      [0, 25],
      [1, 250],
    ] as const) {
      const [east, north, up, ...normal] = placed.subarray(feature * 6, feature * 6 + 6)
      for (const above of [0, height]) {
        const nearest = Math.min(
          ...mesh.positions.map(([x, y, z]) =>
            Math.hypot(x - east! - above * normal[0]!, y - north! - above * normal[1]!, z - up! - above * normal[2]!),
          ),
        )
        expect(nearest).toBeLessThan(Math.sqrt(3) * LARGEST_POSITION_ERROR_METRES)
      }
    }
  })

  it('stands level on a slope, at the lowest ground under it, its parts on the same; the rest of the tile is as on flat ground', async () => {
    // 20 m at the corner of the first building, 1,000 m a degree eastward: 0.18 m on its 10 m, 3.5 m over 200 m.
    const ground = createGround(cityById('tallinn').geoid, {
      westDegrees: LONGITUDE_DEGREES,
      southDegrees: LATITUDE_DEGREES - 0.01,
      stepEastDegrees: 0.01,
      stepNorthDegrees: 0.02,
      columns: 2,
      rows: 2,
      heightsMetres: Float32Array.of(20, 30, 20, 30),
    })
    const rows = [building('a', [[rectangle(EAST, NORTH, 10, 10)]], 25), building('b', [[rectangle(EAST + 200, NORTH, 10, 10)]], 40, 10)]
    const part = {
      polygons: [[rectangle(EAST + 205, NORTH, 5, 5)]],
      properties: { id: 'p', building_id: 'b', min_height_m: 10, height_m: 40, height_source: 'measured' },
    }
    const flat = await buildOne('level', rows, [part])
    const slope = await buildOne('slope', rows, [part], ground)
    // The frame itself stands on the ground at the anchor, half a kilometre west: the western edge, 20 m.
    const raise = (feature: number) =>
      slope.mesh.positions.flatMap(([, , z], vertex) =>
        slope.mesh.features[vertex] === feature ? [z - flat.mesh.positions[vertex]![2] + 20] : [],
      )
    expect(slope.mesh.positions.length).toBe(flat.mesh.positions.length)
    const metresPerDegree = 56_700
    const wanted = [20, 20 + (200 / metresPerDegree) * 1000] as const
    for (const feature of [0, 1] as const) {
      for (const metres of raise(feature)) expect(Math.abs(metres - wanted[feature])).toBeLessThan(0.15)
    }
  })

  it('encloses footprint × height, courtyard left out, every face turned outward', async () => {
    const hole = rectangle(EAST + 10, NORTH + 10, 20, 30)
    const { mesh } = await buildOne('courtyard', [building('a', [[rectangle(EAST, NORTH, 40, 50), hole.toReversed()]], 20)])
    expect(enclosedVolume(mesh) / ((40 * 50 - 20 * 30) * 20)).toBeCloseTo(1, 2)
    const walls = mesh.triangles.filter(([corner]) => mesh.walls[corner * 4 + 3] === 0)
    const wallArea = walls.reduce((sum, triangle) => sum + Math.hypot(...crossOf(mesh, triangle)) / 2, 0)
    expect(wallArea / ((180 + 100) * 20)).toBeCloseTo(1, 2)
  })

  it.each([
    ['clockwise outer rings', [[rectangle(EAST, NORTH, 20, 10).toReversed()]], 200],
    ['holes that run the same way as the outer ring', [[rectangle(EAST, NORTH, 20, 20), rectangle(EAST + 5, NORTH + 5, 10, 10)]], 300],
    [
      'an arrow head, whose one diagonal lies outside',
      [
        [
          [
            [EAST, NORTH],
            [EAST + 20, NORTH + 10],
            [EAST, NORTH + 20],
            [EAST + 8, NORTH + 10],
            [EAST, NORTH],
          ],
        ],
      ],
      120,
    ],
    ['two polygons', [[rectangle(EAST, NORTH, 10, 10)], [rectangle(EAST + 30, NORTH, 10, 5)]], 150],
    [
      'repeated points',
      [
        [
          [
            [EAST, NORTH],
            [EAST, NORTH],
            [EAST + 10, NORTH],
            [EAST + 10, NORTH],
            [EAST + 10, NORTH + 10],
            [EAST, NORTH + 10],
            [EAST, NORTH],
          ],
        ],
      ],
      100,
    ],
  ] as [string, FixturePolygons, number][])('takes %s', async (name, polygons, area) => {
    const { mesh } = await buildOne(name, [building('a', polygons, 12)])
    expect(enclosedVolume(mesh) / (area * 12)).toBeCloseTo(1, 1)
    const roof = mesh.triangles.filter(([corner]) => mesh.walls[corner * 4 + 3] === 255)
    expect(roof.reduce((sum, triangle) => sum + crossOf(mesh, triangle)[2] / 2, 0) / area).toBeCloseTo(1, 1)
  })

  it('is flat-shaded: each vertex has the normal of its triangles', async () => {
    const { mesh } = await buildOne('normals', [building('a', [[rectangle(EAST, NORTH, 33, 21)]], 15)])
    for (const triangle of mesh.triangles) {
      const cross = crossOf(mesh, triangle)
      const length = Math.hypot(...cross)
      for (const corner of triangle) {
        const normal = mesh.normals[corner]!
        expect((cross[0] * normal[0] + cross[1] * normal[1] + cross[2] * normal[2]) / length).toBeGreaterThan(0.99)
      }
    }
  })

  it('raises parts from their lower to their upper height as the same feature', async () => {
    const tower: FixtureRow = {
      polygons: [[rectangle(EAST + 2, NORTH + 2, 5, 5)]],
      properties: { id: 'a-tower', building_id: 'a', min_height_m: 10, height_m: 60, height_source: 'measured' },
    }
    const { mesh } = await buildOne('parts', [building('a', [[rectangle(EAST, NORTH, 30, 30)]], 60, 10)], [tower])
    expect(new Set(mesh.features)).toEqual(new Set([0]))
    const heights = mesh.positions.map((position) => position[2])
    const ground = Math.min(...heights)
    expect(new Set(heights.map((height) => Math.round((height - ground) / 5) * 5))).toEqual(new Set([0, 10, 60]))
    expect(mesh.triangles).toHaveLength(2 * (4 * 2 + 2))
  })

  it('carries the height above the foot and the way along each wall for shading', async () => {
    const { mesh } = await buildOne('wall-attribute', [building('a', [[rectangle(EAST, NORTH, 30, 30)]], 21)])
    const corners = new Set<string>()
    mesh.positions.forEach((_, vertex) => corners.add(Array.from(mesh.walls.subarray(vertex * 4, vertex * 4 + 4)).join(' ')))
    expect(corners).toEqual(new Set(['21 0 255 0', '0 0 0 0', '0 255 0 0', '21 255 255 0', '21 0 255 255']))
  })
})
