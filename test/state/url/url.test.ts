import { describe, expect, test } from 'vitest'
import { HOME_POSE } from '../../../src/cities/home.ts'
import { CITY_IDS } from '../../../src/cities/index.ts'
import { DEFAULT_APP_STATE } from '../../../src/state/defaults.ts'
import { readUrl, URL_TABLE, writeUrl } from '../../../src/state/url/url.ts'
import { makeRandomState } from '../random-states.ts'
import { chooseFrom, seededRandom } from '../../seeded-random.ts'

const [FIRST_CITY, SECOND_CITY = FIRST_CITY] = CITY_IDS

const HOME_CAMERA = [
  HOME_POSE.eastMetres,
  HOME_POSE.northMetres,
  HOME_POSE.heightMetres,
  HOME_POSE.headingDegrees,
  HOME_POSE.pitchDegrees,
].join(',')

describe('writing', () => {
  test('leaves out every default but the language', () => {
    expect(writeUrl(DEFAULT_APP_STATE)).toBe('?v=3&lang=en')
  })

  test('reads well', () => {
    const url = writeUrl({
      ...DEFAULT_APP_STATE,
      language: 'fi',
      buildingLayer: 'building-heat',
      overlays: ['transit-lines', 'green'],
      layerParams: { 'building-heat': { 'RKT1': 120, 'family-house': 'RKT' } },
      minutes: 9 * 60 + 5,
      selection: { cityId: FIRST_CITY, kind: 'building', id: 'way/12' },
    })
    expect(url).toBe(
      `?v=3&lang=fi&layer=building-heat&over=transit-lines,green&p.building-heat=family-house:RKT;RKT1:120&time=09:05&sel=${FIRST_CITY}:building:way/12`,
    )
  })

  test('has one pose while linked and one a city when not, rounded', () => {
    const pose = { eastMetres: 12.34, northMetres: -0.04, heightMetres: 1000, headingDegrees: 359.999, pitchDegrees: -30.126 }
    const cameras = { ...DEFAULT_APP_STATE.cameras, [FIRST_CITY]: pose, [SECOND_CITY]: pose }
    expect(writeUrl({ ...DEFAULT_APP_STATE, cameras })).toBe('?v=3&lang=en&cam=12.3,0,1000,0,-30.13')
    const unlinked = { ...DEFAULT_APP_STATE, linked: false, cameras: { ...DEFAULT_APP_STATE.cameras, [SECOND_CITY]: pose } }
    expect(writeUrl(unlinked)).toBe(`?v=3&lang=en&link=0&cam.${SECOND_CITY}=12.3,0,1000,0,-30.13`)
  })

  test('never throws, not even on half a letter', () => {
    const selection = { cityId: FIRST_CITY, kind: 'place', id: 'x\ud800y' } as const
    expect(() => writeUrl({ ...DEFAULT_APP_STATE, selection })).not.toThrow()
  })
})

test('a thousand states come back as they were, without a word', () => {
  const random = seededRandom(20)
  for (let round = 0; round < 1000; round++) {
    const state = makeRandomState(random)
    const url = writeUrl(state)
    expect(readUrl(url), url).toEqual({ state, problems: [] })
    expect(writeUrl(readUrl(url).state)).toBe(url)
  }
})

test('every key of the state has its place', () => {
  expect(Object.keys(URL_TABLE).toSorted()).toEqual(Object.keys(DEFAULT_APP_STATE).toSorted())
})

describe('a bad value falls back to the default and says so', () => {
  test.each([
    ['lang=xx', 'lang', 'en'],
    ['theme=DARK', 'theme', 'system'],
    ['view=oslo', 'view', 'all'],
    ['swap=yes', 'swap', '0'],
    ['link=', 'link', '1'],
    ['cam=1,2,3', 'cam', HOME_CAMERA],
    ['cam=1,2,Infinity,4,5', 'cam', HOME_CAMERA],
    ['cam=1,2,1e3,4,-5', 'cam', HOME_CAMERA],
    ['cam=1,2,300,4,-91', 'cam', HOME_CAMERA],
    ['layer=building-smell', 'layer', 'building-plain'],
    ['areas=toString', 'areas', 'none'],
    ['scale=both', 'scale', 'joint'],
    ['date=2026-02-30', 'date', '2026-06-21'],
    ['date=9999-12-31', 'date', '2026-06-21'],
    ['time=24:00', 'time', '15:00'],
    ['time=noon', 'time', '15:00'],
    ['shadows=2', 'shadows', '0'],
    ['sel=atlantis:building:1', 'sel', ''],
    [`sel=${FIRST_CITY}:building:`, 'sel', ''],
    [`sel=${FIRST_CITY}:building:a%00b`, 'sel', ''],
    ['compare=pairs', 'compare', ''],
    ['compare.size=huge', 'compare.size', 'half'],
    [`compare.pair=${FIRST_CITY}:a`, 'compare.pair', ','],
    ['compare.pair=atlantis:a,', 'compare.pair', ','],
    [
      'compare.measures=fsi,toString',
      'compare.measures',
      'population,population-density,fsi,gsi,heat-per-resident,near-stop-share,green-p…',
    ],
    ['compare.sort=--fsi', 'compare.sort', 'name'],
    ['compare.axes=fsi', 'compare.axes', DEFAULT_APP_STATE.comparison.axes.join(',')],
    ['compare.weights=fsi:-1', 'compare.weights', 'population-density:1,fsi:1,gsi:1,near-stop-share:1,green-per-resident:1'],
    ['compare.near=7', 'compare.near', 'contiguity'],
    ['compare.grid=1', 'compare.grid', '500'],
    ['online-map=true', 'online-map', '0'],
    ['p.building-heat=RKT1:900', 'p.building-heat.RKT1', '130'],
    ['p.building-heat=RKT1:', 'p.building-heat.RKT1', '130'],
    ['p.district-measure=measure:constructor', 'p.district-measure.measure', 'population-density'],
  ])('%s', (query, key, fallback) => {
    const { state, problems } = readUrl(`?${query}`)
    expect(state).toEqual(DEFAULT_APP_STATE)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ key, fallback, isQuiet: false })
  })

  test('one bad value takes no good one with it', () => {
    const { state, problems } = readUrl('?lang=et&date=soon&time=08:30&over=green,moon&p.building-heat=RKT1:120;RKT2:x')
    expect(state).toMatchObject({
      language: 'et',
      minutes: 510,
      date: DEFAULT_APP_STATE.date,
      overlays: ['green'],
      layerParams: { 'building-heat': { RKT1: 120 } },
    })
    expect(problems.map((problem) => problem.key)).toEqual(['over', 'p.building-heat.RKT2', 'date'])
  })
})

describe('quietly noted', () => {
  test('unknown keys, repeated keys, another version', () => {
    const { state, problems } = readUrl('?v=7&utm_source=mail&lang=fi&lang=sv&__proto__=1')
    expect(state).toEqual({ ...DEFAULT_APP_STATE, language: 'fi' })
    expect(problems.every((problem) => problem.isQuiet)).toBe(true)
    expect(problems.map((problem) => problem.key).toSorted()).toEqual(['__proto__', 'lang', 'utm_source', 'v'])
  })
})

test("without a language, the visitor's own stands", () => {
  expect(readUrl('', { ...DEFAULT_APP_STATE, language: 'sv' }).state.language).toBe('sv')
  expect(readUrl('?lang=en', { ...DEFAULT_APP_STATE, language: 'sv' }).state.language).toBe('en')
})

test('linked cameras are equal whatever the query says', () => {
  const { state } = readUrl(`?cam.${SECOND_CITY}=1,2,300,4,-50`)
  expect(state.cameras[FIRST_CITY]).toEqual(state.cameras[SECOND_CITY])
})

test('a pose beyond the limits is brought into them', () => {
  const { heightMetres, pitchDegrees } = readUrl('?cam=0,0,9000000,720.5,-1').state.cameras[FIRST_CITY]
  expect(heightMetres).toBeLessThanOrEqual(25_000)
  expect(pitchDegrees).toBeLessThanOrEqual(-3)
})

describe('hostile input', () => {
  const random = seededRandom(99)
  const keys = [
    'lang',
    'cam',
    'over',
    'p.building-heat',
    'p.__proto__',
    'p.constructor',
    '__proto__',
    'compare',
    'compare.pair',
    'compare.weights',
    'compare.measures',
    'sel',
    'date',
    'time',
    'toString',
    '',
    'p.',
  ]
  const pieces = [
    '%',
    '%zz',
    '%F0%9F',
    '&',
    '=',
    ';',
    ':',
    ',',
    '\0',
    '\ud800',
    '__proto__',
    'constructor',
    'NaN',
    '-',
    '1e999',
    '9'.repeat(400),
    '🏠',
    '<script>',
    ' ',
  ]

  test('never throws and always gives a whole state', () => {
    for (let round = 0; round < 3000; round++) {
      const query = Array.from(
        { length: 1 + Math.floor(random() * 6) },
        () => `${chooseFrom(random, keys)}=${Array.from({ length: Math.floor(random() * 6) }, () => chooseFrom(random, pieces)).join('')}`,
      ).join('&')
      const { state, problems } = readUrl(`?${query}`)
      expect(Object.keys(state).toSorted(), query).toEqual(Object.keys(DEFAULT_APP_STATE).toSorted())
      expect(readUrl(writeUrl(state)).state, query).toEqual(state)
      for (const problem of problems) expect(problem.value.length).toBeLessThanOrEqual(80)
    }
  })

  test('leaves the prototype of everything alone', () => {
    readUrl('?p.__proto__=polluted:1&p.building-heat=__proto__:1;constructor:2')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(readUrl('?p.building-heat=__proto__:1').state.layerParams).toEqual({})
  })

  test('takes no megabyte apart', () => {
    const { state, problems } = readUrl(`?lang=fi&x=${'y'.repeat(1_000_000)}`)
    expect(state).toEqual(DEFAULT_APP_STATE)
    expect(problems).toHaveLength(1)
  })
})
