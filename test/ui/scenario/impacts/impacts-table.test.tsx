import { describe, expect, test } from 'vitest'
import { CITY_IDS } from '../../../../src/cities/index.ts'
import { messagesOf } from '../../../../src/ui/context.tsx'
import { ImpactsTable } from '../../../../src/ui/scenario/impacts/impacts-table.tsx'
import { isChanged, sayImpact, tabulateImpacts, type Impact, type ZoneImpacts } from '../../../../src/ui/scenario/impacts/zone-impacts.ts'
import { renderUi, textOf } from '../../render-ui.tsx'

const impact = (before: number, after: number, decimals = 0): Impact => ({
  id: 'heat',
  name: 'Heat demand',
  unit: 'GWh a year',
  decimals,
  before,
  after,
  difference: after - before,
  known: ['modelled · 2023'],
})
const say = (...values: Parameters<typeof impact>) => sayImpact(impact(...values), messagesOf('en'))

describe('an impact', () => {
  test('is written before, after and as the signed difference', () => {
    expect(say(1200, 1500)).toEqual(['1,200', '1,500', '+300'])
    expect(say(1500, 1200)).toEqual(['1,500', '1,200', '−300'])
    expect(say(1.25, 1, 2)).toEqual(['1.25', '1.00', '−0.25'])
  })

  test('that is small is not written as none', () => {
    expect(say(6000, 6000.013)).toEqual(['6,000', '6,000', '+0.013'])
    expect(say(6000, 6000)).toEqual(['6,000', '6,000', '0'])
    // What adding up in another order leaves is no change.
    expect(isChanged(impact(0.1 + 0.2, 0.3))).toBe(false)
  })

  test('of a withheld sum shows what is known of the difference', () => {
    expect(sayImpact({ ...impact(Number.NaN, Number.NaN), difference: 12 }, messagesOf('en'))).toEqual(['no data', 'no data', '+12'])
  })

  test('with a gap on a side shows the gap', () => {
    expect(say(Number.NaN, 2)).toEqual(['no data', '2', '–'])
    expect(isChanged(impact(Number.NaN, Number.NaN))).toBe(false)
    expect(isChanged(impact(Number.NaN, 1))).toBe(true)
  })
})

const zones: readonly ZoneImpacts[] = CITY_IDS.map((cityId, index) => ({
  key: cityId,
  cityId,
  name: `Zone ${index}`,
  impacts: [impact(10, 10 + index), { ...impact(5, 5), id: 'land', name: 'Land area', unit: null }],
}))

test('the table has the zones side by side, and on demand only what changes', () => {
  const all = textOf(renderUi(<ImpactsTable zones={zones} onlyChanged={false} />))
  expect(all).toContain('Land area')
  expect(all.split('\n')).toEqual(expect.arrayContaining(['Zone 0', 'Zone 1', 'Before', 'After', 'Difference', '+1']))
  expect(textOf(renderUi(<ImpactsTable zones={zones} onlyChanged />))).not.toContain('Land area')
})

test('a report has a table a zone', () => {
  expect(tabulateImpacts(zones, messagesOf('en'))[1]).toMatchObject({
    title: 'Zone 1',
    rows: [
      { name: 'Heat demand (GWh a year)', cells: ['10', '11', '+1'], known: 'modelled · 2023' },
      { name: 'Land area', cells: ['5', '5', '0'] },
    ],
  })
})
