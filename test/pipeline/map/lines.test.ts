import { describe, expect, test } from 'vitest'
import type { Position } from '../../../src/pipeline/dataset.ts'
import { buildRail } from '../../../src/pipeline/map/build-rail.ts'
import { buildStreets, dropRepeatedStreets, type StreetWay } from '../../../src/pipeline/map/build-streets.ts'
import { classifyStreet } from '../../../src/pipeline/map/classify-street.ts'
import { createLineCover } from '../../../src/pipeline/geometry/covered-lines.ts'
import { mergeLines } from '../../../src/pipeline/geometry/merge-lines.ts'
import { lineLength, simplifyLine, simplifyRing } from '../../../src/pipeline/geometry/simplify.ts'
import { mortonCode, withSpatialIds } from '../../../src/pipeline/geometry/spatial-id.ts'

const way = (line: Position[], more: Partial<StreetWay> = {}): StreetWay => ({
  label: '0',
  file: 'f',
  line,
  class: 'minor',
  name: 'Katu',
  nameSwedish: null,
  tunnel: false,
  bridge: false,
  ...more,
})

describe('the same street in two sources', () => {
  const cover = createLineCover(8)
  cover.add([
    [0, 0],
    [100, 0],
  ])

  test('a copy 5 m aside is covered, in either direction', () => {
    expect(
      cover.coveredShare([
        [0, 5],
        [100, 5],
      ]),
    ).toBe(1)
    expect(
      cover.coveredShare([
        [100, 5],
        [0, 5],
      ]),
    ).toBe(1)
  })
  test('a parallel street 12 m aside is not', () =>
    expect(
      cover.coveredShare([
        [0, 12],
        [100, 12],
      ]),
    ).toBe(0))
  test('its continuation is not, though it starts where the street ends', () => {
    expect(
      cover.coveredShare([
        [100, 0],
        [112, 0],
      ]),
    ).toBe(0)
  })
  test('a street that crosses is not', () =>
    expect(
      cover.coveredShare([
        [50, -40],
        [50, 40],
      ]),
    ).toBe(0))
  test('half a copy is half covered', () =>
    expect(
      cover.coveredShare([
        [50, 2],
        [150, 2],
      ]),
    ).toBeCloseTo(0.5, 1))

  test('two directions of one road become one, and the loss is counted', () => {
    const { ways, issues } = dropRepeatedStreets(
      [],
      [
        way([
          [0, 0],
          [80, 0],
        ]),
        way(
          [
            [80, 3],
            [0, 3],
          ],
          { label: 'back' },
        ),
      ],
    )
    expect(ways).toHaveLength(1)
    expect(issues.map(({ feature, code }) => [feature, code])).toEqual([['back', 'already-in-a-better-source']])
  })
  test('a footpath beside a road does not hide the road of the next source', () => {
    expect(
      dropRepeatedStreets(
        [
          way(
            [
              [0, 0],
              [80, 0],
            ],
            { class: 'path' },
          ),
        ],
        [
          way([
            [0, 3],
            [80, 3],
          ]),
        ],
      ).ways,
    ).toHaveLength(1)
  })
})

describe('joining lines', () => {
  const keyOf = (value: string): string => value
  test('segments of one key become one line, whatever their order and direction', () => {
    const lines = [
      {
        line: [
          [20, 0],
          [10, 0],
        ] as Position[],
        value: 'a',
      },
      {
        line: [
          [0, 0],
          [10, 0],
        ] as Position[],
        value: 'a',
      },
      {
        line: [
          [20, 0],
          [30, 0],
        ] as Position[],
        value: 'a',
      },
    ]
    for (const order of [lines, [...lines].reverse()]) {
      const merged = mergeLines(order, keyOf)
      expect(merged).toHaveLength(1)
      expect(merged[0]?.line).toEqual([
        [0, 0],
        [10, 0],
        [20, 0],
        [30, 0],
      ])
    }
  })
  test('a fork of three stays three, and other keys stay apart', () => {
    const fork = [
      [
        [0, 0],
        [10, 0],
      ],
      [
        [10, 0],
        [20, 5],
      ],
      [
        [10, 0],
        [20, -5],
      ],
    ].map((line) => ({ line: line as unknown as Position[], value: 'a' }))
    expect(mergeLines(fork, keyOf)).toHaveLength(3)
    expect(
      mergeLines(
        [
          {
            line: [
              [0, 0],
              [1, 0],
            ],
            value: 'a',
          },
          {
            line: [
              [1, 0],
              [2, 0],
            ],
            value: 'b',
          },
        ],
        keyOf,
      ),
    ).toHaveLength(2)
  })
  test('a loop ends', () => {
    const merged = mergeLines(
      [
        {
          line: [
            [0, 0],
            [9, 0],
            [9, 9],
          ],
          value: 'a',
        },
        {
          line: [
            [9, 9],
            [0, 9],
            [0, 0],
          ],
          value: 'a',
        },
      ],
      keyOf,
    )
    expect(merged).toHaveLength(1)
    expect(lineLength(merged[0]?.line ?? [])).toBe(36)
  })
})

test('simplifying keeps every point within the tolerance of what remains', () => {
  const line = Array.from({ length: 200 }, (_, index): Position => [index, Math.sin(index / 9) * 6])
  const simple = simplifyLine(line, 0.5)
  expect(simple.length).toBeLessThan(60)
  for (const [x, y] of line) {
    const least = Math.min(...simple.slice(1).map((b, index) => distance([x, y], simple[index] as Position, b)))
    expect(least).toBeLessThanOrEqual(0.5)
  }
})

test('a simplified ring stays closed', () => {
  const ring = Array.from({ length: 101 }, (_, index): Position => [
    Math.cos(((index % 100) * Math.PI) / 50) * 100,
    Math.sin(((index % 100) * Math.PI) / 50) * 100,
  ])
  const simple = simplifyRing(ring, 2)
  expect(simple[0]).toEqual(simple.at(-1))
  expect(simple.length).toBeLessThan(40)
})

test('streets: classes, stubs left out, names kept', () => {
  expect(['motorway_link', 'trunk', 'tertiary', 'living_street', 'track', 'steps'].map(classifyStreet)).toEqual([
    'motorway',
    'main',
    'secondary',
    'minor',
    'service',
    'path',
  ])
  expect(['pier', 'construction', 'platform', 'abandoned', 'corridor'].map(classifyStreet)).toEqual([null, null, null, null, null])
  const { features, issues } = buildStreets([
    way([
      [0, 0],
      [10, 0],
    ]),
    way([
      [10, 0],
      [40, 0],
    ]),
    way(
      [
        [0, 5],
        [4, 5],
      ],
      { class: 'path', name: null, label: 'stub' },
    ),
  ])
  expect(features.map(({ properties }) => properties['name'])).toEqual(['Katu'])
  expect(issues.map(({ feature, code }) => `${feature} ${code}`)).toEqual(['stub short-unnamed-path'])
})

test('rail: a second extract adds only its own tracks; parallel tracks of one source stay', () => {
  const track = (y: number, length: number) => ({
    label: String(y),
    file: 'f',
    line: [
      [0, y],
      [length, y],
    ] as Position[],
    class: 'rail' as const,
    tunnel: false,
  })
  const { features } = buildRail([
    [track(0, 100), track(4, 100)],
    [track(0.1, 100), track(30, 50)],
  ])
  expect(features).toHaveLength(3)
})

test('ids follow the place, and neighbours in order lie near each other', () => {
  expect(mortonCode([0.1, 0])).toBe('00000000000001')
  expect(mortonCode([0, 0.1])).toBe('00000000000002')
  expect(mortonCode([25_500_000, 6_700_000])).toHaveLength(14)
  const point = (x: number, y: number) => ({
    geometry: { type: 'Point' as const, coordinates: [x, y] as Position },
    properties: { name: `${x}` },
  })
  const forth = withSpatialIds('p', [point(5, 5), point(1, 1), point(1, 1)])
  const back = withSpatialIds('p', [point(1, 1), point(1, 1), point(5, 5)])
  expect(forth).toEqual(back)
  expect(new Set(forth.map(({ properties }) => properties['id'])).size).toBe(3)
})

function distance([x, y]: Position, a: Position, b: Position): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const along = Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(a[0] + along * dx - x, a[1] + along * dy - y)
}
