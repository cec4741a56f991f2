import { describe, expect, test } from 'vitest'
import { generaliseRings } from '../../src/basemap/generalise.ts'
import { metresPerPixel, tileAt, tileBoundsDegrees } from '../../src/basemap/mercator.ts'
import { OWN_LIMITS } from '../../src/basemap/own-budget.ts'
import { prepareOwn, type OwnShape } from '../../src/basemap/own-set.ts'
import { paintOwn } from '../../src/basemap/paint-own.ts'
import { PALETTES } from '../../src/basemap/style.ts'
import { createTileView } from '../../src/basemap/trace.ts'
import { createVectorSet } from '../../src/basemap/vector-set.ts'
import { seededRandom } from '../seeded-random.ts'
import { createRecorder } from './recorder.ts'

/** A tile of 512 px in Helsinki. */
const TILE = { ...tileAt(24.95, 60.17, 15), sizePixels: 512 } as const
const [WEST, SOUTH, EAST, NORTH] = tileBoundsDegrees(TILE)
const SIDE = EAST - WEST
const HEIGHT = NORTH - SOUTH

function paint(shapes: readonly OwnShape[]) {
  const { context, calls } = createRecorder()
  const leftOut = paintOwn(
    {
      context,
      zoom: 16,
      palette: PALETTES.light,
      metresPerPixel: metresPerPixel(16, 60),
      view: createTileView(TILE.x, TILE.y, TILE.level, TILE.sizePixels),
      request: { ...TILE, cityId: 'helsinki', theme: 'light' },
    },
    shapes.map(prepareOwn),
  )
  const count = (name: string): number => calls.filter(([call]) => call === name).length
  return { leftOut, fills: count('fill') + count('fillRect'), strokes: count('stroke'), lines: count('lineTo'), arcs: count('arc') }
}

function polygons(rings: readonly (readonly (readonly [number, number])[])[]): OwnShape {
  const starts = [0]
  for (const ring of rings) starts.push((starts.at(-1) ?? 0) + ring.length)
  return {
    kind: 'polygons',
    ids: [],
    positionsDegrees: Float64Array.from(rings.flat(2)),
    ringStarts: Uint32Array.from(starts),
    featureStarts: Uint32Array.from({ length: rings.length + 1 }, (_, index) => index),
    fillRgba: Uint8Array.from({ length: rings.length * 4 }, (_, index) => [142, 91, 181, 105][index % 4] as number),
    noData: new Uint8Array(rings.length),
    strokeRgba: [142, 91, 181, 255],
  }
}

function line(positionsDegrees: Float64Array): OwnShape {
  return {
    kind: 'lines',
    ids: [],
    selects: null,
    positionsDegrees,
    partStarts: Uint32Array.of(0, positionsDegrees.length / 2),
    partFeatures: Uint32Array.of(0),
    rgba: Uint8Array.of(142, 91, 181, 255),
    widthPixels: Float32Array.of(2.5),
  }
}

function box(west: number, south: number, east: number, north: number): readonly (readonly [number, number])[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

describe('a tile costs no more than its budget', () => {
  test('four thousand polygons of half the world each are as good as those few that make the colour opaque', () => {
    const { leftOut, fills } = paint([
      polygons(Array.from({ length: 4000 }, (_, index) => box(-170 + index / 1e6, -80, 9 + index / 1e6 + 160, 80))),
    ])
    expect(leftOut).toBe(0)
    // 1 - 105/255 of what is below shows through each: after 12 of them less than half a step of 255.
    expect(fills).toBe(12)
  })

  test('polygons that reach into the tile each by half are filled as long as the budget lasts, and the others are counted', () => {
    const { leftOut, fills } = paint([
      polygons(Array.from({ length: 4000 }, (_, index) => box(-170, -80 + index / 1e4, WEST + SIDE / 2, 80))),
    ])
    expect(fills).toBeLessThanOrEqual(2 * OWN_LIMITS.areas)
    expect(leftOut).toBeGreaterThanOrEqual(4000 - fills)
  })

  test('one line of a million points to and fro across the tile', () => {
    const random = seededRandom(3)
    const { leftOut, lines } = paint([
      line(Float64Array.from({ length: 2_000_000 }, (_, index) => (index % 2 === 0 ? WEST + random() * SIDE : NORTH - random() * HEIGHT))),
    ])
    expect(lines).toBeLessThanOrEqual(OWN_LIMITS.points)
    expect(leftOut).toBeGreaterThan(0)
  })

  test('one line of a million points of which the tile has a thousandth', () => {
    const { leftOut, lines } = paint([
      line(
        Float64Array.from({ length: 2_000_000 }, (_, index) =>
          index % 2 === 0 ? WEST + (index / 2_000_000) * SIDE * 1000 : NORTH - (index % 4) * 1e-3,
        ),
      ),
    ])
    expect(leftOut).toBe(0)
    expect(lines).toBeGreaterThan(900)
    expect(lines).toBeLessThan(2000)
  })

  test('two hundred thousand dots that hide each other are drawn once a square', () => {
    const random = seededRandom(5)
    const positionsDegrees = Float64Array.from({ length: 400_000 }, (_, index) =>
      index % 2 === 0 ? WEST + random() * SIDE : NORTH - random() * HEIGHT,
    )
    const { leftOut, arcs } = paint([
      {
        kind: 'points',
        ids: [],
        selects: null,
        positionsDegrees,
        rgba: Uint8Array.of(1, 2, 3, 255),
        diameterPixels: Float32Array.of(9),
      },
    ])
    expect(leftOut).toBe(0)
    expect(arcs).toBeLessThanOrEqual(((512 + 96) / 4) ** 2)
    expect(arcs).toBeGreaterThan(10_000)
  })

  test('ten thousand buildings in a tile are within it', () => {
    const step = SIDE / 100
    const { leftOut, fills } = paint([
      polygons(
        Array.from({ length: 10_000 }, (_, index) => {
          const [west, south] = [WEST + (index % 100) * step, NORTH - HEIGHT + Math.floor(index / 100) * (HEIGHT / 100)]
          return box(west, south, west + step * 0.6, south + HEIGHT / 170)
        }),
      ),
    ])
    expect(leftOut).toBe(0)
    expect(fills).toBe(10_000)
  })
})

test('a line is the same picture in pieces: every point is drawn once, and the joints twice', () => {
  const { lines } = paint([
    line(
      Float64Array.from({ length: 1200 }, (_, index) =>
        index % 2 === 0 ? WEST + (index / 1200) * SIDE : NORTH - HEIGHT / 2 + (index % 4 === 1 ? 1 : -1) * 1e-3,
      ),
    ),
  ])
  expect(lines).toBe(599)
})

test('simplifying a line costs its points, and not their square', () => {
  const count = 3000
  let looks = 0
  // To and fro, ever less: the farthest point is always the first one, so that each step takes off one point.
  const positions = new Proxy(
    Float64Array.from({ length: count * 2 }, (_, index) =>
      index % 2 === 0 ? index / 2 / count : (index % 4 === 1 ? 1 : -1) * (1 - index / 2 / count),
    ),
    {
      get: (target, key) => {
        looks += 1
        const value = Reflect.get(target, key, target) as unknown
        return typeof value === 'function' ? (value as () => unknown).bind(target) : value
      },
    },
  )
  const starts = Uint32Array.of(0, count)
  const set = createVectorSet(positions, starts, Uint32Array.of(0, 1), false)
  looks = 0
  generaliseRings(set, 1000)
  // Some six numbers are read for a point that is looked at.
  expect(looks).toBeLessThan(count * 100 * 6)
})
