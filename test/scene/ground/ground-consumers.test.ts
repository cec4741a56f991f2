import {
  Cartesian2,
  Cartesian3,
  Cartographic,
  Ellipsoid,
  HeightmapTerrainData,
  Math as CesiumMath,
  PointPrimitiveCollection,
  PolylineGeometry,
  Primitive,
  type Scene,
} from '@cesium/engine'
import { expect, test } from 'vitest'
import { groundOf } from '../../../src/cities/ground.ts'
import { CITIES } from '../../../src/cities/index.ts'
import { createGround, type Ground } from '../../../src/geo/ground.ts'
import type { Labels, Lines, Points } from '../../../src/layers/types.ts'
import { groundUnder } from '../../../src/scene/camera/camera-control.ts'
import { placePose, poseOfPlacement } from '../../../src/scene/camera/pose-placement.ts'
import { createTerrain } from '../../../src/scene/ground/terrain.ts'
import { SCENE_THEMES } from '../../../src/scene/look/scene-theme.ts'
import { placeLabels } from '../../../src/scene/vectors/label-board.ts'
import { createVectors } from '../../../src/scene/vectors/vectors.ts'

const city = CITIES[0]
const { longitudeDegrees: LONGITUDE, latitudeDegrees: LATITUDE } = city.anchor
const FLAT = groundOf(city)
/** A hillside: 40 m at the anchor, rising by 500 m a degree to the east and 300 m to the north. */
const slopeMetres = (longitude: number, latitude: number) => 40 + 500 * (longitude - LONGITUDE) + 300 * (latitude - LATITUDE)
const SLOPE = createGround(city.geoid, {
  westDegrees: LONGITUDE - 1,
  southDegrees: LATITUDE - 1,
  stepEastDegrees: 2,
  stepNorthDegrees: 2,
  columns: 2,
  rows: 2,
  heightsMetres: Float32Array.of(
    slopeMetres(LONGITUDE - 1, LATITUDE - 1),
    slopeMetres(LONGITUDE + 1, LATITUDE - 1),
    slopeMetres(LONGITUDE - 1, LATITUDE + 1),
    slopeMetres(LONGITUDE + 1, LATITUDE + 1),
  ),
})
const PLACES: readonly (readonly [number, number])[] = [
  [LONGITUDE, LATITUDE],
  [LONGITUDE + 0.05, LATITUDE - 0.02],
  [LONGITUDE - 0.1, LATITUDE + 0.04],
]
const DEGREES = Float64Array.from(PLACES.flat())

/** By how much each place stands higher on the slope than on flat ground. */
function raisesOf(heightsOn: (ground: Ground) => readonly number[]): number[] {
  const flat = heightsOn(FLAT)
  return heightsOn(SLOPE).map((height, index) => height - (flat[index] as number))
}

function expectSlope(raises: readonly number[], tolerance = 1e-3): void {
  expect(raises).toHaveLength(PLACES.length)
  PLACES.forEach((place, index) => expect(Math.abs((raises[index] as number) - slopeMetres(...place))).toBeLessThan(tolerance))
}

const heightOf = (position: Cartesian3) => (Ellipsoid.WGS84.cartesianToCartographic(position) as Cartographic).height

test('the terrain is as high as the ground at every point of its tiles', async () => {
  const [flat, slope] = [createTerrain(city, FLAT), createTerrain(city, SLOPE)]
  const tiles = await Promise.all([flat, slope].map(async (provider) => provider.requestTileGeometry(0, 1, 0)))
  const rectangle = slope.tilingScheme.tileXYToRectangle(0, 1, 0)
  const { west, north, east, south } = rectangle
  for (const [right, down] of [
    [0, 0],
    [11 / 16, 3 / 16],
    [1, 1],
  ] as const) {
    const [x, y] = [west + (east - west) * right, north + (south - north) * down]
    const [onFlat, onSlope] = tiles.map((tile) => (tile as HeightmapTerrainData).interpolateHeight(rectangle, x, y)) as [number, number]
    const place = [CesiumMath.toDegrees(x), CesiumMath.toDegrees(y)] as const
    expect(onSlope - onFlat).toBeCloseTo(SLOPE.heightMetres(...place), 3)
    expect(onFlat).toBeCloseTo(FLAT.ellipsoidalHeightMetres(...place), 4)
  }
})

test('labels stand over the ground', () => {
  const labels: Labels = {
    kind: 'labels',
    texts: ['a', 'b', 'c'],
    positionsDegrees: DEGREES,
    classes: ['landmark', 'water', 'street'],
    priority: new Float32Array(3),
  } as unknown as Labels
  expectSlope(raisesOf((ground) => placeLabels(ground, labels).map(heightOf)))
})

/** What of a scene the vectors need; it keeps what is added. */
function fakeScene(): { readonly scene: Scene; readonly added: unknown[] } {
  const added: unknown[] = []
  const primitives = {
    add: (primitive: unknown) => {
      added.push(primitive)
      return primitive
    },
    remove: () => true,
  }
  return { scene: { primitives, requestRender: () => undefined } as unknown as Scene, added }
}

test('points, lines, outlines and corners of a sketch lie over the ground', () => {
  const theme = SCENE_THEMES.light
  const draw = (ground: Ground) => {
    const { scene, added } = fakeScene()
    const vectors = createVectors(scene, ground)
    const [points, corners] = added as [PointPrimitiveCollection, PointPrimitiveCollection]
    const rgba = new Uint8Array(12).fill(255)
    vectors.setPoints(
      [
        {
          kind: 'points',
          ids: ['a', 'b', 'c'],
          positionsDegrees: DEGREES,
          rgba,
          diameterPixels: new Float32Array(3).fill(5),
        } as unknown as Points,
      ],
      theme,
    )
    vectors.setLines([
      {
        kind: 'lines',
        ids: ['a'],
        positionsDegrees: DEGREES,
        partStarts: Uint32Array.of(0, 3),
        partFeatures: Uint32Array.of(0),
        widthPixels: new Float32Array(1).fill(2),
        rgba,
      } as unknown as Lines,
    ])
    vectors.setOutline(DEGREES, '#000')
    vectors.setSketches([DEGREES], '#000', theme)
    const primitives = added.filter((each) => each instanceof Primitive)
    const positionsOf = (primitive: Primitive) => {
      // The engine's own packed form: how many positions, then their coordinates.
      const packed: number[] = []
      const [line] = primitive.geometryInstances as unknown as { geometry: PolylineGeometry }[]
      PolylineGeometry.pack((line as { geometry: PolylineGeometry }).geometry, packed)
      return Array.from({ length: packed[0] as number }, (_, index) => Cartesian3.unpack(packed, 1 + index * 3))
    }
    const pointsOf = (collection: PointPrimitiveCollection) => PLACES.map((_, index) => collection.get(index).position)
    return { points: pointsOf(points), corners: pointsOf(corners), lines: primitives.map(positionsOf) }
  }
  expectSlope(raisesOf((ground) => draw(ground).points.map(heightOf)))
  expectSlope(raisesOf((ground) => draw(ground).corners.map(heightOf)))
  expect(draw(SLOPE).lines).toHaveLength(3)
  for (const line of [0, 1, 2]) expectSlope(raisesOf((ground) => (draw(ground).lines[line] as Cartesian3[]).map(heightOf)))
})

test('the camera keeps its height above the ground, and its pose comes back', () => {
  const pose = { eastMetres: 2500, northMetres: -1200, heightMetres: 300, headingDegrees: 20, pitchDegrees: -30 }
  const [flat, slope] = [placePose(city, FLAT, pose), placePose(city, SLOPE, pose)]
  expect(slope.ellipsoidalHeightMetres - flat.ellipsoidalHeightMetres).toBeCloseTo(
    slopeMetres(slope.longitudeDegrees, slope.latitudeDegrees),
    3,
  )
  expect(poseOfPlacement(city, SLOPE, slope).heightMetres).toBeCloseTo(300, 6)
})

test.each([
  ['flat ground', FLAT],
  ['a slope', SLOPE],
] as const)('a click on %s means the place where the sight meets it', (_, ground) => {
  for (const [longitude, latitude] of PLACES) {
    const place = Cartesian3.fromDegrees(longitude, latitude, ground.ellipsoidalHeightMetres(longitude, latitude))
    const eye = Cartesian3.fromDegrees(longitude - 0.01, latitude - 0.006, 600)
    const direction = Cartesian3.normalize(Cartesian3.subtract(place, eye, new Cartesian3()), new Cartesian3())
    const scene = { camera: { getPickRay: () => ({ origin: eye, direction }) } } as unknown as Scene
    const [x, y] = groundUnder(scene, city, ground, new Cartesian2(0, 0)) ?? [NaN, NaN]
    // A metre on the ground.
    expect(Math.abs(x - longitude)).toBeLessThan(1 / 55_000)
    expect(Math.abs(y - latitude)).toBeLessThan(1 / 111_000)
  }
})
