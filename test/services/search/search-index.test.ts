import { describe, expect, test } from 'vitest'
import { CITY_IDS } from '../../../src/cities/index.ts'
import { normaliseText } from '../../../src/services/search/normalise-text.ts'
import type { SearchEntry } from '../../../src/services/search/search-entries.ts'
import { mergeSearchEntries } from '../../../src/services/search/merge-search-entries.ts'
import { buildSearchIndex, searchIndex } from '../../../src/services/search/search-index.ts'

const [FIRST, SECOND = FIRST] = CITY_IDS

const entry = (id: string, names: readonly string[], own: Partial<SearchEntry> = {}): SearchEntry => ({
  cityId: FIRST,
  kind: 'street',
  id,
  names,
  keys: names.map((name) => ` ${normaliseText(name)}`),
  importance: 0.5,
  position: [0, 0],
  extentMetres: 100,
  districtRow: -1,
  buildingIndex: -1,
  placeClass: null,
  ...own,
})
const find = (entries: readonly SearchEntry[], query: string, limit = 10) =>
  searchIndex(buildSearchIndex(entries), query, CITY_IDS, limit).map((found) => found.entry.id)

describe('matching', () => {
  const entries = [
    entry('mannerheim', ['Mannerheimintie', 'Mannerheimvägen']),
    entry('pikk', ['Pikk tänav']),
    entry('long', ['Pikkala tee 5']),
    entry('kalamaja', ['Vana-Kalamaja']),
  ]

  test.each([
    ['mannerheimvagen', ['mannerheim']],
    ['MANNERHEIMVÄGEN', ['mannerheim']],
    ['pikk', ['pikk', 'long']],
    ['kala', ['kalamaja']],
    ['tänav pikk', ['pikk']],
    ['5 pik', ['long']],
    ['heim', []],
    ['alamaja', []],
    ['pikk x', []],
    ['', []],
    ['  -- ', []],
    ['%', []],
  ])('"%s"', (query, expected) => {
    expect(find(entries, query)).toEqual(expected)
  })

  test('an entry is found once, by its best name', () => {
    const found = searchIndex(buildSearchIndex([entry('a', ['Tori', 'Tori tänav', 'Torg'])]), 'tor', CITY_IDS, 5)
    expect(found.map(({ name }) => name)).toEqual(['Tori'])
  })

  test('words are of one name: not one of each', () => {
    expect(find([entry('a', ['Pikk', 'Lühike'])], 'pikk lühike')).toEqual([])
  })
})

describe('order', () => {
  test('whole names, then beginnings, then later words', () => {
    const entries = [entry('within', ['Uus Torn']), entry('beginning', ['Torniväljak']), entry('whole', ['Torn'])]
    expect(find(entries, 'torn')).toEqual(['whole', 'beginning', 'within'])
  })

  test('a district before a street that begins alike', () => {
    const entries = [
      entry('street', ['Töölönkatu'], { importance: 0.55 }),
      entry('district', ['Etu-Töölö'], { kind: 'district', importance: 0.9 }),
    ]
    expect(find(entries, 'toolo')).toEqual(['district', 'street'])
  })

  test('the shorter of two that are equal, whatever their order', () => {
    const entries = [entry('a', ['Saare tee']), entry('b', ['Saare'])]
    expect(find(entries, 'saar')).toEqual(['b', 'a'])
    expect(find(entries.toReversed(), 'saar')).toEqual(['b', 'a'])
  })
})

describe('both cities', () => {
  const many = Array.from({ length: 50 }, (_, index) => entry(`m${index}`, [`Sadama ${index}`], { importance: 0.9 }))
  const few = [entry('few', ['Sadama'], { cityId: SECOND, importance: 0 })]

  test('the one with fewer names keeps its place', () => {
    const found = find([...many, ...few], 'sadama', 10)
    expect(found).toHaveLength(10)
    expect(found).toContain('few')
  })

  test('a city without matches leaves its places to the other', () => {
    expect(find(many, 'sadama', 10)).toHaveLength(10)
  })

  test('never more than the limit', () => {
    expect(find([...many, ...few], 'sadama', 1)).toHaveLength(1)
    expect(find([...many, ...few], 'sadama', 0)).toEqual([])
    expect(find([...many, ...few], 'sadama', NaN)).toEqual([])
  })
})

describe('what says the same twice is found once', () => {
  const ids = (entries: readonly SearchEntry[]) => mergeSearchEntries(entries).map(({ id }) => id)
  const place = (id: string, names: readonly string[], placeClass: string, own: Partial<SearchEntry> = {}) =>
    entry(id, names, { kind: 'place', placeClass, importance: 0.95, districtRow: 3, ...own })
  const building = entry('building', ['Oleviste kirik', 'Lai 50'], { kind: 'building', districtRow: 3, importance: 0.4 })

  test('a landmark that is a building is the building, under all its names', () => {
    const merged = mergeSearchEntries([place('place', ['Oleviste kirik', "St. Olaf's Church"], 'landmark'), building])
    expect(merged).toHaveLength(1)
    expect(merged[0]).toMatchObject({ id: 'building', importance: 0.95, names: ['Oleviste kirik', "St. Olaf's Church", 'Lai 50'] })
  })

  test('not in another district or city', () => {
    expect(ids([place('place', ['Oleviste kirik'], 'landmark', { districtRow: 4 }), building])).toEqual(['place', 'building'])
    expect(ids([place('place', ['Oleviste kirik'], 'landmark', { cityId: SECOND }), building])).toEqual(['place', 'building'])
  })

  test('a quarter is its district, a street its square, two places of one name one', () => {
    const district = entry('district', ['Kalamaja'], { kind: 'district' })
    expect(ids([district, place('quarter', ['Kalamaja'], 'quarter')])).toEqual(['district'])
    expect(ids([place('square', ['Vabaduse väljak'], 'square'), entry('street', ['Vabaduse väljak'], { districtRow: 3 })])).toEqual([
      'square',
    ])
    expect(ids([place('a', ['Ülemiste'], 'landmark'), place('b', ['ülemiste'], 'landmark')])).toEqual(['a'])
  })
})
