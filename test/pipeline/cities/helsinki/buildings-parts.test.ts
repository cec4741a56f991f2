import { describe, expect, test } from 'vitest'
import type { BuildingDraft } from '../../../../src/pipeline/buildings/building-draft.ts'
import { attachParts, type SourcePart } from '../../../../src/pipeline/cities/helsinki/buildings-parts.ts'
import type { Issue } from '../../../../src/pipeline/dataset.ts'
import { multiPolygonArea, representativePoint, type MultiPolygonRings } from '../../../../src/pipeline/geometry/planar.ts'

const rectangle = (x: number, y: number, width: number, height: number): MultiPolygonRings => [
  [
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
      [x, y],
    ],
  ],
]

function makeBuilding(id: string, geometry: MultiPolygonRings): BuildingDraft {
  return {
    id,
    geometry,
    footprintSquareMetres: multiPolygonArea(geometry),
    point: representativePoint(geometry),
    height: { metres: 12, source: 'measured' },
    storeys: null,
    storeysClass: null,
    use: null,
    useWithoutHeight: null,
    year: null,
    name: null,
    address: null,
    groundHeightMetres: null,
    source: 'osm',
    sourceYear: 2024,
    parts: [],
    bodyHeightMetres: null,
    storeysHeightMetres: null,
  }
}

function makePart(id: string, geometry: MultiPolygonRings): SourcePart {
  return {
    shape: { label: id, properties: {}, geometry, footprintSquareMetres: multiPolygonArea(geometry), point: representativePoint(geometry) },
    part: { id, geometry, minHeightMetres: 10, heightMetres: 14, heightSource: 'measured' },
  }
}

describe('a part of a building', () => {
  const small = makeBuilding('small', rectangle(45, 0, 20, 25))
  const large = makeBuilding('large', rectangle(0, 30, 100, 70))
  const partsOf = (drafts: readonly BuildingDraft[], part: SourcePart, issues: Issue[] = []) =>
    Object.fromEntries(attachParts(drafts, [part], issues).map((draft) => [draft.id, draft.parts.map(({ id }) => id)]))

  test('belongs to the building that holds most of it, not to the one under its middle', () => {
    // An arch over two buildings: 100 m by 90 m, its middle in the small house between them.
    const house = makeBuilding('house', rectangle(40, 40, 20, 20))
    const hall = makeBuilding('hall', [
      [
        ...(rectangle(0, 0, 100, 100)[0] ?? []),
        [
          [35, 35],
          [35, 65],
          [65, 65],
          [65, 35],
          [35, 35],
        ],
      ],
    ])
    expect(partsOf([house, hall], makePart('arch', rectangle(0, 5, 100, 90)))).toEqual({ house: [], hall: ['arch'] })
  })

  test('belongs to the smaller of two outlines that hold it alike', () => {
    const tower = makeBuilding('tower', rectangle(10, 40, 20, 20))
    expect(partsOf([large, tower], makePart('spire', rectangle(15, 45, 5, 5)))).toEqual({ large: [], tower: ['spire'] })
  })

  test('is left out and counted where no building holds more than half of it', () => {
    const issues: Issue[] = []
    // 1,000 m² of 5,500 m² lie in the small house and a tenth in the large one.
    expect(partsOf([small, large], makePart('roof', rectangle(0, -20, 100, 55)), issues)).toEqual({ small: [], large: [] })
    expect(issues.map(({ severity, code, feature }) => [severity, code, feature])).toEqual([['dropped', 'no-building', 'roof']])
  })
})
