import { describe, expect, test } from 'vitest'
import { CITY_IDS } from '../../../src/cities/index.ts'
import { readUrl } from '../../../src/state/url/url.ts'

describe('a link of version 1', () => {
  const district = (index: number) => `${CITY_IDS[index] ?? ''}:abc`

  test('opens the comparison as it was written then', () => {
    const { state, problems } = readUrl(`?v=1&lang=fi&cmp=alike&cmp.level=coarse&cmp.pair=${district(0)},${district(1)}&cmp.axes=fsi,gsi`)
    expect(state.comparison).toMatchObject({
      tab: 'matches', level: 'coarse', axes: ['fsi', 'gsi'],
      pair: [{ cityId: CITY_IDS[0], id: 'abc' }, { cityId: CITY_IDS[1], id: 'abc' }],
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
