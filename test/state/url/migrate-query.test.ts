import { describe, expect, test } from 'vitest'
import { CITY_IDS } from '../../../src/cities/index.ts'
import { readUrl } from '../../../src/state/url/url.ts'

describe('a link of version 1', () => {
  const district = (index: number) => `${CITY_IDS[index] ?? ''}:abc`

  test('opens the comparison as it was written then', () => {
    const { state, problems } = readUrl(`?v=1&lang=fi&cmp=alike&cmp.level=coarse&cmp.pair=${district(0)},${district(1)}&cmp.axes=fsi,gsi`)
    expect(state.comparison).toMatchObject({
      tab: 'matches',
      level: 'coarse',
      axes: ['fsi', 'gsi'],
      pair: [
        { cityId: CITY_IDS[0], id: 'abc' },
        { cityId: CITY_IDS[1], id: 'abc' },
      ],
    })
    expect(problems).toEqual([])
  })

  test('keeps what has the same name today', () => {
    const { state, problems } = readUrl('?v=1&lang=sv&cmp=table&layer=building-year&swap=1')
    expect([state.language, state.comparison.tab, state.buildingLayer, state.swapped]).toEqual(['sv', 'table', 'building-year', true])
    expect(problems).toEqual([])
  })
})

test('the old names mean nothing in a link of version 2', () => {
  const { state, problems } = readUrl('?v=2&cmp=alike')
  expect(state.comparison.tab).toBeNull()
  expect(problems.map(({ key, isQuiet }) => ({ key, isQuiet }))).toEqual([{ key: 'cmp', isQuiet: true }])
})

test.each(['?view=both', '?v=1&view=both', '?v=2&view=both&swap=1'])('%s shows all cities, and is no problem', (query) => {
  const { state, problems } = readUrl(query)
  expect([state.layout, problems]).toEqual(['all', []])
})

test.each(['?v=1&cmp=constructor', '?view=toString'])('a word of the language in %s is a value that is not known', (query) => {
  const { state, problems } = readUrl(query)
  expect([state.layout, state.comparison.tab, problems.length]).toEqual(['all', null, 1])
})

describe('a link of version 2 shows districts as it did', () => {
  const shown = (query: string) => {
    const {
      state: { areaLayer, layerParams },
      problems,
    } = readUrl(`?v=2&${query}`)
    return { areaLayer, params: layerParams['district-measure'] ?? {}, problems }
  }

  test.each([
    ['areas=district-indicator', {}],
    ['areas=district-indicator&p.district-indicator=level:coarse', { level: 'coarse' }],
    ['areas=district-indicator&p.district-indicator=indicator:building-height', { measure: 'mean-height' }],
    ['areas=district-indicator&p.district-indicator=indicator:building-share;level:coarse', { measure: 'gsi', level: 'coarse' }],
    ['areas=district-indicator&p.district-indicator=indicator:floor-ratio', { measure: 'fsi' }],
    ['areas=district-heat', { measure: 'heat-density' }],
    ['areas=district-heat&p.district-heat=measure:total;RKT1:111', { measure: 'heat-demand', RKT1: 111 }],
    ['p.district-heat=measure:per-resident;level:coarse&areas=district-heat', { measure: 'heat-per-resident', level: 'coarse' }],
  ] as const)('%s', (query, params) => {
    expect(shown(query)).toEqual({ areaLayer: 'district-measure', params, problems: [] })
  })

  test.each([
    'population',
    'population-density',
    'buildings',
    'building-density',
    'green-share',
    'stops',
    'stop-density',
    'departures',
    'departure-density',
  ])('by %s, which has its name still', (indicator) => {
    expect(shown(`areas=district-indicator&p.district-indicator=indicator:${indicator}`)).toMatchObject({
      areaLayer: 'district-measure',
      params: indicator === 'population-density' ? {} : { measure: indicator },
      problems: [],
    })
  })

  test('what the layer that does not show was set to goes, but for the assumptions of the heat model', () => {
    const both = 'p.district-indicator=indicator:stops;level:coarse&p.district-heat=measure:total;level:coarse;RKT1:111'
    expect(shown(`areas=district-indicator&${both}`)).toMatchObject({
      params: { measure: 'stops', level: 'coarse', RKT1: 111 },
      problems: [],
    })
    expect(shown(`areas=population-grid&${both}`)).toEqual({ areaLayer: 'population-grid', params: { RKT1: 111 }, problems: [] })
  })

  test('what means nothing is reported, and takes nothing with it', () => {
    const { areaLayer, params, problems } = shown('areas=district-indicator&p.district-indicator=indicator:constructor;level:coarse')
    expect({ areaLayer, params }).toEqual({ areaLayer: 'district-measure', params: { level: 'coarse' } })
    expect(problems).toEqual([{ key: 'p.district-measure.measure', value: 'constructor', fallback: 'population-density', isQuiet: false }])
  })

  test('and so does one of version 1', () => {
    const { state, problems } = readUrl('?v=1&cmp=table&areas=district-heat')
    expect([state.comparison.tab, state.areaLayer, state.layerParams['district-measure']]).toEqual([
      'table',
      'district-measure',
      { measure: 'heat-density' },
    ])
    expect(problems).toEqual([])
  })

  test('a link of today is left as it is', () => {
    const { state, problems } = readUrl('?v=3&areas=district-measure&p.district-measure=measure:stops')
    expect([state.areaLayer, state.layerParams['district-measure']]).toEqual(['district-measure', { measure: 'stops' }])
    expect(problems).toEqual([])
  })
})
