import { describe, expect, test } from 'vitest'
import { CITIES, CITY_IDS, type CityId } from '../../../src/cities/index.ts'
import { converterBetween } from '../../../src/geo/crs.ts'
import type { MeasureTable, ZoneSet } from '../../../src/services/analysis/analysis-service.ts'
import { MEASURE_IDS, type MeasureId } from '../../../src/analytics/measures/types.ts'
import { openCityTables } from '../../../src/services/city-tables.ts'
import { collectBuffers } from '../../../src/services/collect-buffers.ts'
import { createAnalysisService } from '../../../src/services/analysis/create-analysis-service.ts'
import { createDataService } from '../../../src/services/create-data-service.ts'
import { LAYERS } from '../../../src/layers/index.ts'
import { REAL_FILES } from '../real-files.ts'
import { makeTinyCities, tinyOrigin } from '../tiny-cities.ts'

const [FIRST, SECOND = FIRST] = CITY_IDS
const service = createAnalysisService(makeTinyCities())
const real = createAnalysisService(REAL_FILES)
const FINE: ZoneSet = { kind: 'districts', level: 'fine', cityIds: CITY_IDS }
const COARSE: ZoneSet = { kind: 'districts', level: 'coarse', cityIds: CITY_IDS }

/** A rectangle of the tiny city, in its metres, as somebody draws it. */
function drawArea(cityId: CityId, [west, south, east, north]: readonly [number, number, number, number]): ZoneSet {
  const [x, y] = tinyOrigin(cityId)
  const convert = converterBetween(CITIES.find(({ id }) => id === cityId)?.epsg as 3879, 4326)
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ] as const
  return { kind: 'area', cityId, name: 'Mine', polygonsDegrees: [[corners.map(([dx, dy]) => convert.point(x + dx, y + dy))]] }
}
const rowOf = (table: MeasureTable, cityId: CityId, id: string) => table.rows.findIndex((row) => row.cityId === cityId && row.id === id)
const valueOf = (table: MeasureTable, id: string, measure: MeasureId, cityId: CityId = FIRST) =>
  table.values[measure][rowOf(table, cityId, id)] as number

describe('districts', () => {
  test('by hand, in both cities', async () => {
    // As the model has it, before one city's floor area is scaled to its published energy.
    const table = await service.measure(FINE, { calibration: 'none' })
    expect(table.rows.map(({ cityId, id, parentId }) => [cityId, id, parentId])).toEqual(
      CITY_IDS.flatMap((cityId) => [
        [cityId, 'east', 'all'],
        [cityId, 'west', 'all'],
      ]),
    )
    for (const cityId of CITY_IDS) {
      const west = (measure: MeasureId) => valueOf(table, 'west', measure, cityId)
      expect(west('land-area')).toBe(1)
      expect(west('population-density')).toBe(5000)
      expect(west('buildings')).toBe(4)
      expect(west('footprint')).toBe(820)
      // b1 500·6, b2 100·2 (6 m over 3 m), b5 200·2, the shed 20·1.
      expect(west('gross-floor-area')).toBe(3620)
      expect(west('fsi')).toBeCloseTo(0.00362, 12)
      expect(west('mean-storeys')).toBeCloseTo(3620 / 820, 10)
      expect(west('heat-demand')).toBeCloseTo(0.4656, 10)
      expect(west('heat-per-resident')).toBeCloseTo(0.09312, 10)
      // A quarter of a square kilometre of park.
      expect(west('green-per-resident')).toBeCloseTo(50, 10)
      // All cells of the grid with residents lie in the west; stops 1 and 2 have 300 departures together.
      expect(west('near-stop-share')).toBeGreaterThan(50)
      expect(west('near-stop-departures')).toBeLessThanOrEqual(300)
      expect(west('near-stop-departures')).toBeGreaterThan(200)
    }
  })

  test('mapped on most of their land have ratios of that land, and no sum', async () => {
    const table = await service.measure(COARSE)
    const all = rowOf(table, FIRST, 'all')
    for (const measure of ['buildings', 'footprint', 'gross-floor-area', 'heat-demand', 'heat-per-resident'] as const) {
      expect(table.values[measure][all], measure).toBeNaN()
    }
    const { inputs } = await service.explain(COARSE, FIRST, 'all', 'fsi')
    const land = table.values['land-area'][all] as number
    expect(inputs[1]).toMatchObject({ name: 'coveredLandSquareMetres', value: land * 1e6 * 0.75 })
    expect(table.values['fsi'][all]).toBeCloseTo((inputs[0]?.value as number) / (land * 1e6 * 0.75), 12)
    expect(table.values['fsi'][all]).toBeGreaterThan(0)
  })

  test('mapped in part have their share and no figure of buildings', async () => {
    const table = await service.measure(FINE)
    expect(table.coverageShares[rowOf(table, FIRST, 'east')]).toBe(0.5)
    for (const measure of [
      'buildings',
      'footprint',
      'gross-floor-area',
      'fsi',
      'gsi',
      'osr',
      'mean-storeys',
      'heat-demand',
      'heat-per-resident',
    ] as const) {
      expect(valueOf(table, 'east', measure), measure).toBeNaN()
    }
    expect(valueOf(table, 'east', 'land-area')).toBe(0.8)
  })

  test('under other assumptions of heat', async () => {
    // b1 at 40 instead of 140 kWh/m².
    expect(valueOf(await service.measure(FINE, { RKT4: 40 }), 'west', 'heat-demand')).toBeCloseTo(0.1656, 10)
    expect(valueOf(await service.measure(FINE), 'west', 'heat-demand')).toBeCloseTo(0.4656, 10)
  })

  test('come with their outlines, and with arrays that may be moved to another thread', async () => {
    const [one, two] = [await service.measure(FINE), await service.measure(FINE)]
    expect(one.shapes.featureStarts).toHaveLength(one.rows.length + 1)
    expect(one.shapes.positionsDegrees).toHaveLength((one.shapes.ringStarts.at(-1) as number) * 2)
    const west = one.shapes.ringStarts[one.shapes.featureStarts[rowOf(one, SECOND, 'west')] as number] as number
    const [x, y] = converterBetween(4326, CITIES[1].epsg).point(
      one.shapes.positionsDegrees[west * 2] as number,
      one.shapes.positionsDegrees[west * 2 + 1] as number,
    )
    expect(Math.hypot(x - tinyOrigin(SECOND)[0], y - tinyOrigin(SECOND)[1])).toBeLessThan(0.01)
    const shared = new Set(collectBuffers(one))
    expect(collectBuffers(two).filter((buffer) => shared.has(buffer))).toEqual([])
    structuredClone(one, { transfer: collectBuffers(one) })
    expect(valueOf(await service.measure(FINE), 'west', 'buildings')).toBe(4)
    expect((await service.measure(FINE)).coverageShares[0]).toBe(0.5)
  })

  test('say how sure their figures are', async () => {
    const { provenance, estimatedShares, rows } = await service.measure(COARSE)
    const of = provenance[FIRST]
    expect(of['buildings']).toMatchObject({ kind: 'measured', year: '2021', source: `Survey of ${FIRST}` })
    expect(of['population']).toMatchObject({ kind: 'official', year: '2024' })
    expect(of['heat-demand'].kind).toBe('modelled')
    expect(of['near-stop-share']).toMatchObject({ kind: 'modelled' })
    expect(provenance[SECOND]['gsi'].year).toBe('2024')
    expect(rows).toHaveLength(2)
    expect(estimatedShares['gsi'][0]).toBe(0)
  })

  test('estimated shares by hand: storeys of b2 and b3 of 3,620 m² are no more than a guess', async () => {
    const table = await service.measure(FINE)
    expect(table.estimatedShares['fsi'][rowOf(table, FIRST, 'west')]).toBeCloseTo(220 / 3620, 10)
    // b2's year and storeys are assumed: 45,600 of 465,600 kWh.
    expect(table.estimatedShares['heat-demand'][rowOf(table, FIRST, 'west')]).toBeCloseTo(45.6 / 465.6, 10)
    expect(table.estimatedShares['population'][rowOf(table, FIRST, 'west')]).toBe(0)
  })
})

describe('a drawn area', () => {
  test('by hand: the west half of the west', async () => {
    const table = await service.measure(drawArea(SECOND, [0, 0, 500, 1000]))
    expect(table.rows).toMatchObject([{ cityId: SECOND, names: { et: 'Mine', en: 'Mine' }, parentId: null }])
    const value = (measure: MeasureId) => table.values[measure][0] as number
    expect(value('land-area')).toBeCloseTo(0.5, 5)
    expect(value('buildings')).toBeCloseTo(3, 2)
    expect(value('footprint')).toBeCloseTo(620, 0)
    // The cell of 125; the one beside it has no figure.
    expect(value('population')).toBeCloseTo(125, 6)
    // 250,000 m² of park, counted on a grid to about 1 %.
    expect(Math.abs(value('green-per-resident') - 2000)).toBeLessThan(20)
    expect(table.estimatedShares['population'][0]).toBe(1)
    expect(table.provenance[SECOND]['population'].kind).toBe('modelled')
    expect(table.coverageShares[0]).toBe(1)
  })

  test('cuts a building and the sea, and knows where nothing is mapped', async () => {
    // b1 is at 100-120: half of it.
    const half = await service.measure(drawArea(FIRST, [110, 400, 190, 600]))
    expect(half.values['buildings'][0]).toBeCloseTo(0.5, 2)
    expect(half.values['footprint'][0]).toBeCloseTo(250, 0)
    const east = await service.measure(drawArea(FIRST, [1300, 0, 2000, 1000]))
    expect(east.values['land-area'][0]).toBeCloseTo(0.5, 4)
    expect(east.coverageShares[0]).toBeCloseTo(0.2, 2)
    expect(east.values['buildings'][0]).toBeNaN()
  })

  test('that crosses itself, overlaps itself or is drawn the other way round counts once', async () => {
    const plain = drawArea(FIRST, [0, 0, 500, 1000]) as ZoneSet & { kind: 'area' }
    const [ring] = plain.polygonsDegrees[0] as readonly [readonly (readonly [number, number])[]]
    const twice = { ...plain, polygonsDegrees: [[ring], [ring.toReversed()]] }
    expect((await service.measure(twice)).values['land-area'][0]).toBeCloseTo(0.5, 5)
    const [a, b, c, d] = ring as unknown as [[number, number], [number, number], [number, number], [number, number]]
    // A bow tie of two triangles, each a quarter of the rectangle.
    expect((await service.measure({ ...plain, polygonsDegrees: [[[a, c, b, d]]] })).values['land-area'][0]).toBeCloseTo(0.25, 4)
  })

  test.each([
    ['no polygon', [], 'three corners'],
    [
      'two corners',
      [
        [
          [
            [24, 60],
            [25, 60],
          ],
        ],
      ],
      'three corners',
    ],
    [
      'corners in metres',
      [
        [
          [
            [25_496_000, 6_672_000],
            [25_497_000, 6_672_000],
            [25_497_000, 6_673_000],
          ],
        ],
      ],
      'longitude and latitude',
    ],
    [
      'no numbers',
      [
        [
          [
            [NaN, 60],
            [25, 60],
            [25, 61],
          ],
        ],
      ],
      'longitude and latitude',
    ],
    [
      'a speck',
      [
        [
          [
            [24.9, 60.1],
            [24.900001, 60.1],
            [24.9, 60.100001],
          ],
        ],
      ],
      'a square metre',
    ],
  ] as const)('%s is refused with a sentence', async (_, polygonsDegrees, sentence) => {
    await expect(service.measure({ kind: 'area', cityId: FIRST, name: '', polygonsDegrees })).rejects.toThrow(sentence)
  })

  test('out at sea has no land and no ratio of it', async () => {
    const table = await service.measure(drawArea(FIRST, [5000, 5000, 5500, 5500]))
    expect(table.values['land-area'][0]).toBe(0)
    expect(table.values['fsi'][0]).toBeNaN()
  })
})

test('hexagons cover the land, lose no resident and have their own ids', async () => {
  const table = await service.measure({ kind: 'hexagons', areaSquareMetres: 50_000, cityIds: [FIRST] })
  const sum = (measure: MeasureId) => table.values[measure].reduce((all, value) => all + (Number.isNaN(value) ? 0 : value), 0)
  expect(sum('land-area')).toBeCloseTo(1.8, 6)
  expect(sum('population')).toBeCloseTo(625, 6)
  expect(new Set(table.rows.map(({ id }) => id)).size).toBe(table.rows.length)
  expect(table.rows.length).toBeGreaterThan(36)
  expect([...table.values['land-area']].every((land) => land > 0 && land <= 0.05 + 1e-9)).toBe(true)
})

describe('explain', () => {
  test('has formula, inputs with their origin, and a building that the figure adds up from', async () => {
    const told = await service.explain(FINE, FIRST, 'west', 'fsi')
    expect(told).toMatchObject({ measureId: 'fsi', coverageShare: 1, row: { id: 'west' } })
    expect(told.value).toBeCloseTo(0.00362, 12)
    expect(told.inputs.map(({ name, value }) => [name, value])).toEqual([
      ['grossFloorAreaSquareMetres', 3620],
      ['coveredLandSquareMetres', 1_000_000],
    ])
    expect(told.inputs[0]?.provenance.kind).toBe('modelled')
    expect(told.formula).toContain('grossFloorAreaSquareMetres / coveredLandSquareMetres')
    // Heated are b1 with 3,000 and b2 with 200 m², mean 1,600: b1 and b2 are as near, and b1 is the first.
    expect(told.example).toMatchObject({
      id: 'b1',
      name: 'Sõle maja',
      footprintSquareMetres: 500,
      storeys: 6,
      storeysSource: 'mapped',
      grossFloorAreaSquareMetres: 3000,
      heatKilowattHoursPerYear: 420_000,
    })
  })

  test('has no building where none lies wholly in the zone', async () => {
    const sea = drawArea(FIRST, [110, 505, 118, 515])
    expect((await service.explain(sea, FIRST, 'area', 'buildings')).example).toBeNull()
  })

  test('a zone that is not there is named', async () => {
    await expect(service.explain(FINE, FIRST, 'nowhere', 'fsi')).rejects.toThrow('"nowhere"')
  })
})

describe('match', () => {
  test('finds the same district of the other city, and says in what another differs', async () => {
    const [first, second, ...rest] = await service.match({
      cityId: FIRST,
      zoneId: 'west',
      level: 'fine',
      weights: { 'land-area': 3, 'buildings': 1 },
      limit: 9,
    })
    expect(first).toMatchObject({ row: { cityId: SECOND, id: 'west' }, distance: 0 })
    // All districts whose buildings are known have as many: nothing to tell apart by.
    expect(first?.missing).toEqual(['buildings'])
    // Land of 0.8 and 1 km² twice: each is 0.1 from the median 0.9, so the scale is 0.14826. Its buildings are not known.
    expect(second).toMatchObject({ row: { cityId: SECOND, id: 'east' }, missing: ['buildings'] })
    expect(second?.distance).toBeCloseTo(0.2 / 0.14826, 9)
    expect(second?.parts).toMatchObject([{ measureId: 'land-area', own: 1, other: 0.8 }])
    expect(rest).toEqual([])
  })

  test('without measures, or of a district that is not there, is refused', async () => {
    await expect(service.match({ cityId: FIRST, zoneId: 'west', level: 'fine', weights: {}, limit: 1 })).rejects.toThrow('one measure')
    await expect(service.match({ cityId: FIRST, zoneId: 'no', level: 'fine', weights: { fsi: 1 }, limit: 1 })).rejects.toThrow('"no"')
  })
})

describe('ranks under uncertainty', () => {
  test('by hand: floor area of the west is off by its estimated storeys alone', async () => {
    const found = await service.testRanks({ level: 'fine', cityIds: [FIRST], measureId: 'gross-floor-area', draws: 4000, seed: 1 })
    const [east, west] = ['east', 'west'].map((id) => found.rows.findIndex((row) => row.id === id)) as [number, number]
    expect([found.ranks[east], found.rankHolds[east]]).toEqual([0, NaN])
    expect([found.ranks[west], found.rankHolds[west]]).toEqual([1, 1])
    // Mean error 3 m is a deviation of 3.76 m. b2: 200 m², 6 m, 2 storeys: 0.5/2 and 3.76/6. b3: 20 m², 3 m, 1 storey: 0.5 and 3.76/3.
    // b5: 400 m², measured, 2 storeys as a class: 0.5/2. A quarter of each variance is common to all.
    const deviation = 3 * Math.sqrt(Math.PI / 2)
    const parts = [200 * Math.hypot(0.25, deviation / 6), 20 * Math.hypot(0.5, deviation / 3), 400 * 0.25]
    const common = 0.5 * parts.reduce((sum, part) => sum + part, 0)
    const own = Math.sqrt(0.75 * parts.reduce((sum, part) => sum + part * part, 0))
    const high = 3620 + 1.645 * Math.hypot(common, own)
    expect(Math.abs((found.high[west] as number) - high)).toBeLessThan(0.05 * (high - 3620))
    // No draw is below what the source states: b1.
    expect(found.low[west]).toBeGreaterThanOrEqual(3000)
  })

  test('hold where nothing is estimated, and follow the formula of the measure', async () => {
    const request = { level: 'coarse', cityIds: [SECOND], draws: 300, seed: 7 } as const
    const people = await real.testRanks({ ...request, measureId: 'population' })
    expect([...people.rankHolds]).toEqual(people.rows.map(() => 1))
    expect(people.low).toEqual(people.high)
    const [fsi, osr] = [await real.testRanks({ ...request, measureId: 'fsi' }), await real.testRanks({ ...request, measureId: 'osr' })]
    expect(fsi.rankHolds.some((share) => share < 1)).toBe(true)
    const table = await real.measure({ ...COARSE, cityIds: [SECOND] })
    fsi.rows.forEach((_, row) => {
      // OSR falls as FSI rises, so the ends of its range are (1 - GSI) over the other ends.
      const open = 1 - (table.values['gsi'][row] as number)
      expect((osr.low[row] as number) / (open / (fsi.high[row] as number))).toBeCloseTo(1, 2)
      expect(fsi.low[row]).toBeLessThan(table.values['fsi'][row] as number)
      expect(fsi.high[row]).toBeGreaterThan(table.values['fsi'][row] as number)
    })
    expect(await real.testRanks({ ...request, measureId: 'fsi' })).toEqual(fsi)
  })

  test('can be cancelled', async () => {
    const request = { level: 'fine', cityIds: CITY_IDS, measureId: 'fsi', draws: 1000, seed: 1 } as const
    await expect(service.testRanks(request, () => false)).rejects.toThrow('Cancelled')
    await expect(service.testRanks({ ...request, draws: 1e9 })).rejects.toThrow('draws')
  })
})

describe('on the committed data', () => {
  test('map, card and comparison have the same figures', async () => {
    const table = await real.measure(COARSE)
    const data = createDataService(REAL_FILES)
    const source = openCityTables(SECOND, REAL_FILES)
    const layer = async (measure: MeasureId) => {
      const { spec } = LAYERS['district-measure']
      const { ids, values } = await spec.load(source, spec.parseParams({ measure, level: 'coarse' }))
      return new Map(ids.map((id, row) => [id, values[row] as number]))
    }
    const onMap = new Map(await Promise.all(MEASURE_IDS.map(async (id) => [id, await layer(id)] as const)))
    for (const { cityId, id } of table.rows) {
      if (cityId !== SECOND) continue
      for (const measure of MEASURE_IDS) expect(onMap.get(measure)?.get(id), measure).toBe(valueOf(table, id, measure, SECOND))
      const card = await data.card(SECOND, 'district', id, 'en')
      const shown =
        card?.facts.flatMap(({ labelKey, value }) =>
          MEASURE_IDS.flatMap((measure) => (labelKey === `measure.${measure}` ? [[measure, value] as const] : [])),
        ) ?? []
      expect(shown.length).toBeGreaterThan(10)
      for (const [measure, value] of shown) expect(value ?? NaN, measure).toBe(valueOf(table, id, measure, SECOND))
    }
  })

  test('clusters of one city are found, and neighbours across the sea refused', async () => {
    const request = {
      zones: { ...FINE, cityIds: [SECOND] },
      measureId: 'population-density',
      weights: { kind: 'contiguity' },
      permutations: 999,
      seed: 1,
    } as const
    const found = await real.autocorrelate(request)
    expect(found.rows).toHaveLength(84)
    expect(found.moran.i).toBeGreaterThan(found.moran.expected)
    expect(found.local.classes.filter((each) => each === 'no-data')).toHaveLength(84 - found.count)
    expect(await real.autocorrelate(request)).toEqual(found)
    await expect(real.autocorrelate({ ...request, zones: FINE })).rejects.toThrow('one city')
  })
})
