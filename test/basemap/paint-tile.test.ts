import { beforeAll, describe, expect, test } from 'vitest'
import { prepareAreas } from '../../src/basemap/area-set.ts'
import { loadCityMap, type CityMap } from '../../src/basemap/city-map.ts'
import { metresPerPixel, tileAt } from '../../src/basemap/mercator.ts'
import { paintTile } from '../../src/basemap/paint-tile.ts'
import { PALETTES } from '../../src/basemap/style.ts'
import type { MapTileRequest } from '../../src/basemap/types.ts'
import type { Polygons } from '../../src/layers/types.ts'
import { createRecorder, marksOf, type Mark } from './recorder.ts'
import { CITY, readSmallCity } from './small-city.ts'

const COLOURS = PALETTES.light
let map: CityMap
beforeAll(async () => {
  map = await loadCityMap(CITY, readSmallCity)
})

function requestAt(level: number, sizePixels = 512): MapTileRequest {
  const tile = tileAt(CITY.anchor.longitudeDegrees, CITY.anchor.latitudeDegrees, level)
  return { ...tile, cityId: CITY.id as MapTileRequest['cityId'], sizePixels, theme: 'light' }
}

function paint(
  request: MapTileRequest,
  areas: readonly Polygons[] = [],
): { marks: Mark[]; calls: ReturnType<typeof createRecorder>['calls'] } {
  const { context, calls } = createRecorder()
  paintTile(context, request, map, areas.map(prepareAreas), null)
  return { marks: marksOf(calls), calls }
}

const indexOf = (marks: readonly Mark[], kind: Mark['kind'], colour: string) =>
  marks.findIndex((mark) => mark.kind === kind && mark.colour === colour && mark.points.length > 0)

describe('order', () => {
  test('sea, land, hatch, green, water, streets, rail, borders', () => {
    const { marks } = paint(requestAt(14))
    const places = [
      indexOf(marks, 'fill', COLOURS.sea),
      indexOf(marks, 'fill', COLOURS.land),
      indexOf(marks, 'stroke', COLOURS.noBuildings),
      indexOf(marks, 'fill', COLOURS.green.park),
      marks.findLastIndex((mark) => mark.kind === 'fill' && mark.colour === COLOURS.water),
      indexOf(marks, 'stroke', COLOURS.casing),
      indexOf(marks, 'stroke', COLOURS.mainStreet),
      indexOf(marks, 'stroke', COLOURS.rail),
      indexOf(marks, 'stroke', COLOURS.border),
    ]
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  test('a tile far from the city is the tone beyond the data, and nothing else', () => {
    const { marks, calls } = paint({ ...requestAt(14), x: 0, y: 0 })
    expect(calls).toContainEqual(['=fillStyle', COLOURS.beyond])
    expect(calls).toContainEqual(['fillRect', 0, 0, 512, 512])
    expect(marks.filter((mark) => mark.kind === 'fill' && mark.points.length > 0)).toEqual([])
  })
})

test('the same tile is painted the same, whatever was painted before', () => {
  const first = paint(requestAt(15)).calls
  paint(requestAt(12))
  expect(paint(requestAt(15)).calls).toEqual(first)
})

test('flipped, the first row is the last: the same calls under a mirrored transform', () => {
  const plain = paint(requestAt(14)).calls
  const flipped = paint({ ...requestAt(14), flipY: true }).calls
  expect(flipped[0]).toEqual(['setTransform', 1, 0, 0, -1, 0, 512])
  expect(flipped.slice(1)).toEqual(plain.slice(1))
})

test('a street that crosses into the next tile leaves and enters at the same place', () => {
  const request = requestAt(17)
  const streetY = (tile: MapTileRequest): number => {
    const marks = paint(tile).marks.filter((mark) => mark.kind === 'stroke' && mark.colour === COLOURS.mainStreet)
    const widest = marks.toSorted((a, b) => (b.width as number) - (a.width as number))[0]
    return widest?.points[0]?.[1] ?? Number.NaN
  }
  expect(streetY({ ...request, x: request.x + 1 })).toBeCloseTo(streetY(request), 1)
})

describe('streets by zoom', () => {
  const widthsOf = (level: number, sizePixels = 512) => {
    const strokes = paint(requestAt(level, sizePixels)).marks.filter(
      (mark) => mark.kind === 'stroke' && mark.colour === '#ffffff' && mark.points.length > 0,
    )
    return strokes.map((mark) => mark.width as number)
  }

  test.each([
    [9, 512, 1],
    [12, 512, 2],
    [14, 512, 3],
    [14, 1024, 4],
  ])('at level %i of %i px tiles %i kinds are drawn', (level, sizePixels, kinds) => {
    expect(widthsOf(level, sizePixels)).toHaveLength(kinds)
  })

  test('near, a main street is as wide as on the ground', () => {
    const metres = Math.max(...widthsOf(17)) * metresPerPixel(18, CITY.anchor.latitudeDegrees)
    expect(metres).toBeCloseTo(12, 6)
  })

  test('a street is never wider from farther away', () => {
    const widest = [10, 11, 12, 13, 14, 15, 16, 17].map((level) => Math.max(...widthsOf(level)))
    expect(widest).toEqual([...widest].sort((a, b) => a - b))
  })

  test('a tunnel is dashed and has no casing', () => {
    const { marks } = paint(requestAt(14))
    const tunnels = marks.filter((mark) => mark.colour === COLOURS.tunnel && mark.points.length > 0)
    expect(tunnels).toHaveLength(1)
    expect(tunnels[0]?.dash).toEqual([4, 4])
  })
})

test('dots of a border start at its first point in every tile, so they do not jump at tile edges', () => {
  const request = requestAt(16)
  const startOf = (tile: MapTileRequest) =>
    paint(tile).marks.find((mark) => mark.colour === COLOURS.border && mark.points.length > 0)?.points[0]
  const here = startOf(request) as readonly [number, number]
  const below = startOf({ ...request, y: request.y + 1 }) as readonly [number, number]
  expect(below[0]).toBeCloseTo(here[0], 6)
  expect(below[1]).toBeCloseTo(here[1] - 512, 6)
})

describe('area fills', () => {
  const { longitudeDegrees: longitude, latitudeDegrees: latitude } = CITY.anchor
  const areas: Polygons = {
    kind: 'polygons',
    ids: ['known', 'unknown'],
    positionsDegrees: Float64Array.from(
      [
        [-0.01, 0],
        [0, 0.01],
      ].flatMap(([west = 0, east = 0]) => [
        longitude + west,
        latitude - 0.01,
        longitude + east,
        latitude - 0.01,
        longitude + east,
        latitude + 0.01,
        longitude + west,
        latitude + 0.01,
        longitude + west,
        latitude - 0.01,
      ]),
    ),
    ringStarts: Uint32Array.of(0, 5, 10),
    featureStarts: Uint32Array.of(0, 1, 2),
    fillRgba: Uint8Array.of(200, 30, 40, 255, 0, 0, 0, 255),
    noData: Uint8Array.of(0, 1),
    strokeRgba: [10, 20, 30, 128],
  }

  test('below and above the streets, on land only', () => {
    const { marks } = paint(requestAt(14), [areas])
    const fills = marks.flatMap((mark, index) => (mark.kind === 'fill' && mark.colour === 'rgb(200 30 40 / 1.000)' ? [index] : []))
    const street = indexOf(marks, 'stroke', COLOURS.mainStreet)
    expect(fills).toHaveLength(2)
    expect(fills[0]).toBeLessThan(street)
    expect(fills[1]).toBeGreaterThan(street)
    expect(marks[(fills[1] as number) - 1]?.kind).toBe('clip')
  })

  test('areas of one colour are one path, so that the clip is paid for once', () => {
    const { marks } = paint(requestAt(14), [
      { ...areas, noData: Uint8Array.of(0, 0), fillRgba: Uint8Array.of(200, 30, 40, 255, 200, 30, 40, 255) },
    ])
    const fills = marks.filter((mark) => mark.kind === 'fill' && mark.colour === 'rgb(200 30 40 / 1.000)')
    expect(fills.map((fill) => fill.points.length >= 8)).toEqual([true, true])
  })

  test('what has no data gets the hatch, never a fill', () => {
    const { marks } = paint(requestAt(14), [areas])
    expect(indexOf(marks, 'stroke', COLOURS.noData)).toBeGreaterThan(0)
    expect(marks.some((mark) => mark.colour === 'rgb(0 0 0 / 1.000)')).toBe(false)
    expect(marks.some((mark) => mark.kind === 'stroke' && mark.colour === 'rgb(10 20 30 / 0.502)')).toBe(true)
  })
})
