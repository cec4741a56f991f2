import { beforeAll, describe, expect, test } from 'vitest'
import { MEASURES } from '../../../src/analytics/measures/index.ts'
import { MEASURE_IDS } from '../../../src/analytics/measures/types.ts'
import { CITY_IDS } from '../../../src/cities/index.ts'
import type { MeasureTable } from '../../../src/services/analysis/analysis-service.ts'
import { messagesOf } from '../../../src/ui/context.tsx'
import { MAPPING_TOPICS, topicsOf, verdictOf } from '../../../src/ui/compare/explain/mapping-cards.ts'
import { headingUnit, measureValue, readFormula } from '../../../src/ui/compare/measure-texts.ts'
import { ZonesTable } from '../../../src/ui/compare/side-by-side/zones-table.tsx'
import { wrapWords } from '../../../src/ui/compare/save-file.ts'
import { scoresOf, sortRows, summariseCity } from '../../../src/ui/compare/table/table-rows.ts'
import { pairRows, rowOf, selectZone } from '../../../src/ui/compare/zone-rows.ts'
import { makeZoneFills } from '../../../src/ui/compare/zone-fill.ts'
import { drawShapes } from '../../../src/ui/compare/zone-map.tsx'
import { gatherPictures } from '../../../src/scene/city-pictures.ts'
import { DEFAULT_APP_STATE, startSession } from '../../../src/state/defaults.ts'
import { isMessageKey } from '../../../src/ui/messages/index.ts'
import { renderUi, textOf } from '../render-ui.tsx'
import { measureTiny } from './fake-analysis.ts'

const [FIRST, SECOND = FIRST] = CITY_IDS
let table: MeasureTable
beforeAll(async () => {
  table = await measureTiny()
})

/** A table with the given values of one measure in the place of its own. */
const withValues = (values: readonly number[]): MeasureTable => ({ ...table, values: { ...table.values, fsi: Float64Array.from(values) } })

describe('the pair', () => {
  test('starts with a district of each city whose buildings are known', () => {
    const [first, second] = pairRows(table, [null, null], CITY_IDS)
    expect([table.rows[first], table.rows[second]]).toMatchObject([
      { cityId: FIRST, id: 'west' },
      { cityId: SECOND, id: 'west' },
    ])
  })

  test('takes what is chosen, two of one city too; an unknown id falls back', () => {
    const chosen = pairRows(
      table,
      [
        { cityId: SECOND, id: 'east' },
        { cityId: SECOND, id: 'nowhere' },
      ],
      CITY_IDS,
    )
    expect(chosen.map((row) => table.rows[row])).toMatchObject([
      { cityId: SECOND, id: 'east' },
      { cityId: SECOND, id: 'west' },
    ])
  })

  test('shows both values, the second less the first, and the second by the first', () => {
    const values = Float64Array.from(table.rows, ({ id }) => (id === 'west' ? 2 : 0.5))
    const rows = [rowOf(table, { cityId: FIRST, id: 'west' }), rowOf(table, { cityId: SECOND, id: 'east' })] as const
    const html = renderUi(
      <ZonesTable table={withValues([...values])} rows={rows} onExplain={() => undefined} onMapping={() => undefined} />,
    )
    const line = html.split('<tr').find((part) => part.includes('Floor space index')) ?? ''
    const words = textOf(line)
      .split('\n')
      .filter((word) => word.trim() !== '')
    expect(words).toContain('2.00')
    expect(words).toContain('0.50')
    expect(words).toContain('−1.50')
    expect(words).toContain('0.25')
  })

  test('a gap is no data with the share that is covered, never a zero', () => {
    const rows = [rowOf(table, { cityId: FIRST, id: 'west' }), rowOf(table, { cityId: FIRST, id: 'east' })] as const
    const html = renderUi(<ZonesTable table={table} rows={rows} onExplain={() => undefined} onMapping={() => undefined} />)
    const line = html.split('<tr').find((part) => part.includes('Ground space index')) ?? ''
    expect(textOf(line)).toContain('no data')
    expect(textOf(line)).toContain('buildings known on 50% of the land')
  })
})

describe('the table', () => {
  const order = (sort: Parameters<typeof sortRows>[1], values: readonly number[]) =>
    sortRows(withValues(values), sort, 'en').map((row) => values[row])

  test('sorts by a measure either way, gaps last both times', () => {
    expect(order({ column: 'fsi', isDescending: true }, [1, NaN, 3, 2])).toEqual([3, 2, 1, NaN])
    expect(order({ column: 'fsi', isDescending: false }, [1, NaN, 3, 2])).toEqual([1, 2, 3, NaN])
  })

  test('scores within a city have mean 0 in each city; pooled ones over both', () => {
    const values = [1, 3, 10, 30]
    const rows = table.rows.map(({ cityId }) => cityId)
    expect(rows).toEqual([FIRST, FIRST, SECOND, SECOND])
    expect([...(scoresOf(withValues(values), 'fsi', 'city') ?? [])]).toEqual([-1, 1, -1, 1])
    const pooled = [...(scoresOf(withValues(values), 'fsi', 'pooled') ?? [])]
    expect(pooled.reduce((sum, score) => sum + score, 0)).toBeCloseTo(0, 12)
    expect(scoresOf(table, 'fsi', 'none')).toBeNull()
  })

  test("median and median deviation are a city's own", () => {
    expect(summariseCity(withValues([1, 3, 10, NaN]), 'fsi', FIRST)).toMatchObject({ count: 2, median: 2, medianAbsoluteDeviation: 1 })
    expect(summariseCity(withValues([1, 3, 10, NaN]), 'fsi', SECOND)).toMatchObject({ count: 1, median: 10 })
  })
})

test('selecting a district shows its city where it is hidden', () => {
  const hidden = selectZone({ ...DEFAULT_APP_STATE, layout: FIRST }, { cityId: SECOND, id: 'a' })
  expect(hidden).toMatchObject({ layout: SECOND, selection: { cityId: SECOND, kind: 'district', id: 'a' } })
  expect(selectZone(DEFAULT_APP_STATE, { cityId: SECOND, id: 'a' }).layout).toBe('all')
})

describe.each(['en', 'fi', 'et', 'sv'] as const)('texts of measures in %s', (language) => {
  const messages = messagesOf(language)

  test('every formula is words, without a name of a variable', () => {
    for (const id of MEASURE_IDS) expect(readFormula(messages, MEASURES[id].formula)).not.toMatch(/[a-z][A-Z]/)
  })
  test('each measure has a text, topics, and for each topic one on each city', () => {
    for (const id of MEASURE_IDS) {
      expect(isMessageKey(`methods.measure.${id}`)).toBe(true)
      expect(topicsOf(id).length).toBeGreaterThan(1)
    }
    for (const topic of MAPPING_TOPICS) for (const cityId of CITY_IDS) expect(isMessageKey(`methods.map.${topic}.${cityId}`)).toBe(true)
  })
  test('a gap has words and no unit', () => {
    expect(measureValue(messages, 'fsi', NaN)).toBe(messages.text('cardPanel.noData'))
  })
})

test('what rests on sources that cannot be made alike says so', () => {
  expect(verdictOf('heat-demand')).toBe('care')
  expect(verdictOf('near-stop-share')).toBe('care')
  expect(verdictOf('population-density')).toBe('good')
})

test('a heading leaves out a unit that only repeats the name', () => {
  const messages = messagesOf('en')
  expect(headingUnit(messages, 'population')).toBeNull()
  expect(headingUnit(messages, 'near-stop-share')).toBe('%')
  expect(headingUnit(messages, 'mean-storeys')).toBe('storeys')
})

test('the shapes of a small map keep north up and the true relation of width to height', () => {
  const rows = [0, 1]
  const { paths, height } = drawShapes(table.shapes, rows)
  // Both districts of a tiny city: 2 km × 1 km, so half as high as wide, within the margin of 4 on each side.
  expect((height - 8) / (360 - 8)).toBeCloseTo(0.5, 1)
  expect(paths.every((path) => path.startsWith('M') && path.endsWith('Z'))).toBe(true)
})

test('zones on the map: each city its own, in their colours, a gap as the hatch', () => {
  const fills = makeZoneFills(table, (row) => (table.rows[row]?.id === 'west' ? '#ff8000' : null), 'light')
  expect(Object.keys(fills)).toEqual([FIRST, SECOND])
  const fill = fills[SECOND]
  expect(fill?.ids).toEqual(['east', 'west'])
  expect([...(fill?.fillRgba ?? [])]).toEqual([0, 0, 0, 0, 255, 128, 0, 190])
  expect([...(fill?.noData ?? [])]).toEqual([1, 0])
  // Each district is one closed rectangle.
  expect([...(fill?.ringStarts ?? [])]).toEqual([0, 5, 10])
  expect([...(fill?.featureStarts ?? [])]).toEqual([0, 1, 2])
  const session = { ...startSession(), zoneFills: fills }
  expect(gatherPictures({ app: DEFAULT_APP_STATE, session }, SECOND).polygons).toEqual([fill])
  expect(gatherPictures({ app: DEFAULT_APP_STATE, session: startSession() }, SECOND).polygons).toEqual([])
})

test('words are wrapped within a width', () => {
  expect(wrapWords('a bb ccc dddd', 6, (text) => text.length)).toEqual(['a bb', 'ccc', 'dddd'])
})
