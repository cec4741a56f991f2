import { beforeAll, describe, expect, test } from 'vitest'
import { loadCityMap } from '../../../src/basemap/city-map.ts'
import { worldPixels } from '../../../src/basemap/mercator.ts'
import { joinPieces, joinStreets, type NamedStreets } from '../../../src/basemap/labels/named-streets.ts'
import { placeStreetLabels, searchLabels, type StreetLabel } from '../../../src/basemap/labels/street-labels.ts'
import { createTileView } from '../../../src/basemap/trace.ts'
import { CITY, readSmallCity } from '../small-city.ts'

const measure = (text: string) => text.length * 7
const ZOOM = 17
const SCALE = worldPixels(ZOOM)

let names: NamedStreets
beforeAll(async () => {
  names = joinStreets((await loadCityMap(CITY, readSmallCity)).streetNames)
})

/** A street from pixel points at the test's zoom. */
function street(name: string, points: readonly (readonly [number, number])[], streetClass: 'main' | 'minor' = 'main'): NamedStreets {
  return {
    names: [name],
    classes: [streetClass],
    lines: [Float64Array.from(points.flatMap(([x, y]) => [0.5 + x / SCALE, 0.3 + y / SCALE]))],
  }
}
const readDirection = ({ glyphs }: StreetLabel) => Math.sign((glyphs.at(-1)?.x as number) - (glyphs[0]?.x as number))

describe('joining', () => {
  test('three pieces of one street become one stretch, named once', () => {
    expect(names.names).toEqual(['Pitkä kuja', 'Õie'])
    expect(names.lines[0]?.length).toBe(4 * 2)
  })

  test('a piece stored the other way round is turned', () => {
    const [line] = joinPieces([Float64Array.of(0, 0, 0.1, 0), Float64Array.of(0.2, 0, 0.1, 0)])
    expect(Array.from(line ?? [])).toEqual([0, 0, 0.1, 0, 0.2, 0])
  })

  test('a side street of the same name at a right angle stays apart', () => {
    expect(joinPieces([Float64Array.of(0, 0, 0.1, 0), Float64Array.of(0.1, 0, 0.1, 0.1)])).toHaveLength(2)
  })

  test('a ring ends', () => {
    const square = [
      [0, 0],
      [0.1, 0],
      [0.15, 0.05],
      [0.1, 0.1],
      [0, 0.1],
      [-0.05, 0.05],
      [0, 0],
    ]
    const pieces = square.slice(1).map((end, index) => Float64Array.from([...(square[index] as number[]), ...end]))
    expect(joinPieces(pieces).reduce((points, line) => points + line.length / 2 - 1, 0)).toBe(6)
  })
})

describe('placing', () => {
  test('text reads from west to east, whichever way the street is stored', () => {
    for (const points of [
      [
        [0, 0],
        [400, 20],
      ],
      [
        [400, 20],
        [0, 0],
      ],
    ] as const) {
      const { labels } = placeStreetLabels(street('Narva mnt', points), ZOOM, measure)
      expect(labels).toHaveLength(1)
      expect(readDirection(labels[0] as StreetLabel)).toBe(1)
      for (const { angleRadians } of (labels[0] as StreetLabel).glyphs) expect(Math.abs(angleRadians)).toBeLessThan(Math.PI / 2)
    }
  })

  test('letters stand on the street, as far apart as they are wide', () => {
    const { labels } = placeStreetLabels(
      street('Lai', [
        [0, 0],
        [300, 0],
      ]),
      ZOOM,
      measure,
    )
    const x = labels[0]?.glyphs.map((glyph) => (glyph.x - 0.5) * SCALE) ?? []
    expect(x).toHaveLength(3)
    expect(x[1]).toBeCloseTo(150, 4)
    expect((x[2] as number) - (x[1] as number)).toBeCloseTo(7, 4)
  })

  test('a street too short or too bent for its name has none', () => {
    expect(
      placeStreetLabels(
        street('Mannerheimintie', [
          [0, 0],
          [90, 0],
        ]),
        ZOOM,
        measure,
      ).labels,
    ).toHaveLength(0)
    const zigzag = Array.from({ length: 20 }, (_, index): [number, number] => [index * 15, index % 2 === 0 ? 0 : 25])
    expect(placeStreetLabels(street('Mannerheimintie', zigzag), ZOOM, measure).labels).toHaveLength(0)
  })

  test('a long street repeats its name, evenly', () => {
    const { labels } = placeStreetLabels(
      street('Pärnu mnt', [
        [0, 0],
        [2600, 0],
      ]),
      ZOOM,
      measure,
    )
    expect(labels).toHaveLength(4)
  })

  test('of two names in one place the more important stays', () => {
    const main = street('Pikk', [
      [0, 0],
      [300, 0],
    ])
    const minor = street(
      'Mündi',
      [
        [0, 4],
        [300, 4],
      ],
      'minor',
    )
    const both: NamedStreets = {
      names: [...main.names, ...minor.names],
      classes: [...main.classes, ...minor.classes],
      lines: [...main.lines, ...minor.lines],
    }
    expect(placeStreetLabels(both, ZOOM, measure).labels.map(({ text }) => text)).toEqual(['Pikk'])
  })

  test('two carriageways of one street share one name', () => {
    const one = street('Liivalaia', [
      [0, 0],
      [300, 0],
    ])
    const other = street('Liivalaia', [
      [0, 40],
      [300, 40],
    ])
    const both: NamedStreets = {
      names: [...one.names, ...other.names],
      classes: [...one.classes, ...other.classes],
      lines: [...one.lines, ...other.lines],
    }
    expect(placeStreetLabels(both, ZOOM, measure).labels).toHaveLength(1)
  })
})

test('a name across a tile edge is the same letters at the same places in both tiles', () => {
  const placed = placeStreetLabels(names, ZOOM, measure)
  let shared = 0
  for (const label of placed.labels) {
    const tileX = Math.floor(((label.glyphs[0]?.x as number) * SCALE) / 256)
    const endX = Math.floor(((label.glyphs.at(-1)?.x as number) * SCALE) / 256)
    const tileY = Math.floor(((label.glyphs[0]?.y as number) * SCALE) / 256)
    if (tileX === endX) continue
    shared += 1
    for (const x of [tileX, endX]) expect(searchLabels(placed, createTileView(x, tileY, ZOOM, 256).unitBox)).toContain(label)
  }
  expect(shared).toBeGreaterThan(0)
})
