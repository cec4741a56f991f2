import { describe, expect, test } from 'vitest'
import { CITY_IDS } from '../../../src/cities/index.ts'
import { drawPlanned } from '../../../src/layers/planned/draw-planned.ts'
import { paintPlanned, PLANNED_COLOURS } from '../../../src/layers/planned/paint-planned.ts'
import type { FoundBuilding, PlannedVolume } from '../../../src/layers/planned/types.ts'
import { formatHex } from '../../../src/layers/colour/ramps.ts'
import type { Legend } from '../../../src/layers/types.ts'
import { emptyScenario } from '../../../src/scenario/change/create-scenario.ts'
import type { Edit } from '../../../src/scenario/types.ts'

const [CITY, OTHER = CITY] = CITY_IDS
const SQUARE = [
  [
    [24, 60],
    [24.001, 60],
    [24.001, 60.001],
    [24, 60.001],
  ],
] as const
const FOUND: FoundBuilding = {
  id: 'b1',
  index: 7,
  position: [24.0005, 60.0005],
  footprint: [SQUARE, SQUARE],
  footprintSquareMetres: 100,
  heightMetres: 9,
  storeys: 2,
  areStoreysEstimated: false,
  use: 'house',
}
const reference = { id: 'b1', position: [24.0005, 60.0005], footprintSquareMetres: 100 } as const
const draw = (...edits: readonly Edit[]) => drawPlanned({ ...emptyScenario('Trial', new Date(0)), edits }, CITY, [FOUND], 'light')

describe('a scenario in the view', () => {
  test('a new building is a block as high as its storeys, or as it states', () => {
    const building = {
      kind: 'add-building',
      id: 'e',
      cityId: CITY,
      footprint: SQUARE,
      storeys: 5,
      use: 'office',
      standard: 'standard',
    } as const
    // 5 × 3.2 m and 1 m of roof.
    expect(draw(building).volumes).toMatchObject([{ editId: 'e', heightMetres: 17, kind: 'building', colour: null, use: 'office' }])
    expect(draw({ ...building, heightMetres: 40 }).volumes[0]?.heightMetres).toBe(40)
    expect(draw({ ...building, cityId: OTHER }).volumes).toHaveLength(CITY === OTHER ? 1 : 0)
  })

  test('a removed building is hidden, and one that the data do not have is passed over', () => {
    expect(draw({ kind: 'remove-building', id: 'e', cityId: CITY, building: reference }).hidden).toEqual([7])
    expect(draw({ kind: 'remove-building', id: 'e', cityId: CITY, building: { ...reference, id: 'gone' } }).hidden).toEqual([])
  })

  test('a changed building stands in its place, every piece of it', () => {
    const { hidden, volumes } = draw({ kind: 'change-building', id: 'e', cityId: CITY, building: reference, storeys: 10 })
    expect(hidden).toEqual([7])
    expect(volumes.map(({ heightMetres, storeys, use }) => ({ heightMetres, storeys, use }))).toEqual([
      { heightMetres: 33, storeys: 10, use: 'house' },
      { heightMetres: 33, storeys: 10, use: 'house' },
    ])
    const [same] = draw({ kind: 'change-building', id: 'e', cityId: CITY, building: reference, use: 'retail' }).volumes
    expect([same?.heightMetres, same?.use]).toEqual([9, 'retail'])
  })

  test('a plan rule is an envelope, and clears the ground where it says so', () => {
    const rule = {
      kind: 'plan-rule',
      id: 'e',
      cityId: CITY,
      area: SQUARE,
      storeys: 3,
      coverageShare: 0.5,
      setbackMetres: 4,
      useShares: { apartments: 1 },
      clears: false,
    } as const
    expect(draw(rule).volumes).toMatchObject([{ kind: 'envelope', use: 'apartments' }])
    expect(draw(rule).hidden).toEqual([])
    expect(draw({ ...rule, clears: true }).hidden).toEqual([7])
    expect(draw({ ...rule, useShares: { apartments: 0.5, office: 0.5 } }).volumes[0]?.use).toBeNull()
  })

  test('parks and closed streets lie flat, stops are points and lines lines', () => {
    const { volumes, points, lines } = draw(
      { kind: 'add-park', id: 'p', cityId: CITY, area: SQUARE },
      { kind: 'close-street', id: 'c', cityId: CITY, area: SQUARE },
      { kind: 'add-stop', id: 's', cityId: CITY, position: [24, 60], departuresPerDay: 1 },
      {
        kind: 'add-line',
        id: 'l',
        cityId: CITY,
        path: [
          [24, 60],
          [24.1, 60],
          [24.2, 60],
        ],
        stops: [
          [24, 60],
          [24.2, 60],
        ],
        headwayMinutes: 10,
        serviceHours: 18,
      },
    )
    expect(volumes.map(({ kind, editId }) => `${kind} ${editId}`)).toEqual(['ground p', 'ground c'])
    expect(volumes.every(({ heightMetres }) => heightMetres < 1)).toBe(true)
    expect(points[0]?.ids).toEqual(['s', 'l', 'l'])
    expect([...(lines[0]?.partStarts ?? [])]).toEqual([0, 3])
  })

  test('rules without a place draw nothing', () => {
    const picture = draw({ kind: 'solar', id: 'e', cityIds: [CITY], selector: {}, share: 0.5 })
    expect(Object.values(picture).flat()).toEqual([])
  })
})

describe('the colour of a block', () => {
  const block: PlannedVolume = {
    editId: 'e',
    footprint: SQUARE,
    heightMetres: 20,
    storeys: 6,
    use: 'office',
    kind: 'building',
    colour: null,
  }
  const legend = (steps: Legend['steps']): Legend => ({ steps }) as unknown as Legend
  const colourOf = (...args: Parameters<typeof paintPlanned>) => formatHex(paintPlanned(...args))

  test('is that of its class in the legend', () => {
    const heights = legend([
      { colour: '#111111', to: 10, count: 0 },
      { colour: '#222222', from: 10, to: 20, count: 0 },
      { colour: '#333333', from: 20, count: 0 },
    ])
    expect(colourOf(block, 'building-height', heights, 'light')).toBe('#333333')
    expect(colourOf({ ...block, heightMetres: 19.9 }, 'building-height', heights, 'light')).toBe('#222222')
    const uses = legend([{ colour: '#444444', labelKey: 'use.office', count: 0 }])
    expect(colourOf(block, 'building-use', uses, 'light')).toBe('#444444')
  })

  test('is that of what is planned where the layer cannot tell', () => {
    expect(colourOf(block, 'building-plain', null, 'light')).toBe(PLANNED_COLOURS.light)
    expect(colourOf(block, 'building-year', legend([]), 'dark')).toBe(PLANNED_COLOURS.dark)
    expect(colourOf({ ...block, use: null }, 'building-use', legend([]), 'light')).toBe(PLANNED_COLOURS.light)
  })

  test('is its own where it has one', () => {
    expect(colourOf({ ...block, colour: '#00ff00' }, 'building-height', null, 'light')).toBe('#00ff00')
  })
})
