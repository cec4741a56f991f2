import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../../src/cities/city.ts'
import { CITY_IDS } from '../../../src/cities/index.ts'
import { MESSAGE_KEYS_OF_DATA } from '../../../src/layers/message-keys.ts'
import type { MessageKey } from '../../../src/ui/messages/en.ts'
import { catalogueOf } from '../../../src/ui/messages/index.ts'
import { listFiles, readText } from '../../house/list-files.ts'

const en = catalogueOf('en')
const KEYS = Object.keys(en) as MessageKey[]
const placeholdersOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()

describe.each(LANGUAGES)('the catalogue %s', (language) => {
  const catalogue = catalogueOf(language)

  test('has the same keys as English, none empty', () => {
    expect(Object.keys(catalogue).sort()).toEqual([...KEYS].sort())
    expect(KEYS.filter((key) => catalogue[key].trim() === '' || catalogue[key] !== catalogue[key].trim())).toEqual([])
  })

  test('has the same placeholders as English', () => {
    const different = KEYS.filter((key) => placeholdersOf(catalogue[key]).join() !== placeholdersOf(en[key]).join())
    expect(different).toEqual([])
  })

  test('has a text for every key that data bring along', () => {
    expect(MESSAGE_KEYS_OF_DATA.filter((key) => !Object.hasOwn(catalogue, key))).toEqual([])
  })

  test('writes out no figure of the data: those come from the manifest', () => {
    // A year, a day of a month, and the size of a cell or raster as its source names it are no results.
    const allowed = /\b\d{1,2}\.\d{1,2}\.20\d\d\b|\b(?:19|20)\d\d\b|\b\d+\s?(?:m\b|m:n)|\b\d{1,2}\.? (?=\p{L}+ ?20\d\d|\p{L}+ 20)/gu
    const cities = CITY_IDS.join('|')
    const ofData = KEYS.filter((key) => new RegExp(`^methods\\.map\\.\\w+\\.(${cities})$`).test(key))
    expect(ofData.length).toBeGreaterThan(10)
    expect(ofData.filter((key) => /\d/.test(catalogue[key].replace(/km²/g, '').replace(allowed, ''))).map((key) => catalogue[key])).toEqual(
      [],
    )
    // Elsewhere no count with its thousands apart; spans of years and codes have none.
    const thousands = /(?<![\d–-])\d{1,3}(?:[\s,.\u00a0\u202f]\d{3})+(?!\d)/u
    expect(KEYS.filter((key) => thousands.test(catalogue[key])).map((key) => catalogue[key])).toEqual([])
  })

  test('has a text for each plural category of the language', () => {
    const stems = new Set(
      KEYS.filter((key) => key.endsWith('.other') && Object.hasOwn(en, key.replace(/other$/, 'one'))).map((key) =>
        key.replace(/\.other$/, ''),
      ),
    )
    expect([...stems]).toContain('search.results')
    // Whole numbers only: what is counted here comes in ones.
    const categories = new Set([0, 1, 2, 5, 11, 21, 101].map((count) => new Intl.PluralRules(language).select(count)))
    const missing = [...stems]
      .flatMap((stem) => [...categories].map((category) => `${stem}.${category}`))
      .filter((key) => !Object.hasOwn(catalogue, key))
    expect(missing).toEqual([])
  })
})

test.each(['fi', 'et', 'sv'] as const)('%s is a translation, not English again', (language) => {
  // Names, symbols and spans of years are alike everywhere; sentences are not.
  const sentences = KEYS.filter(
    (key) => en[key].includes(' ') && !/^(about\.code|language\.)/.test(key) && /[a-z]{3}/.test(en[key].replace(/\{\w+\}/g, '')),
  )
  expect(sentences.length).toBeGreaterThan(100)
  expect(sentences.filter((key) => catalogueOf(language)[key] === en[key])).toEqual([])
})

/** Keys that code puts together from a stem and a value. */
const DYNAMIC_STEMS = [
  'trouble.worker.',
  'online.fault.',
  'online.note.',
  'online.kind.',
  'online.features.',
  'online.found.',
  'imports.issue.',
  'imports.crs.',
  'imports.features.',
  'imports.remarks.',
  'imports.more.',
  'layer.',
  'kind.',
  'language.',
  'appearance.',
  'sharpness.',
  'provenance.',
  'quality.',
  'scenario.assumptions.changed.',
  'impact.',
  'assumption.solar-',
  'scenario.count.',
  'scenario.impacts.of.',
  'scenario.fault.',
  'scenario.issue.',
  'scenario.kind.',
  'scenario.list.',
  'scenario.news.',
  'scenario.package.',
  'scenario.standard.',
  'sheet.',
  'search.results.',
  'compare.tab.',
  'viewTool.measure',
  'viewTool.section',
  'viewTool.viewshed',
  'viewTool.sky',
  'viewTool.walk',
  'viewTool.shadows',
  'viewTool.places.',
  'walk.',
  'shadows.steps.',
  'compare.group.',
  'compare.fact.',
  'methods.measure.',
  'methods.map.',
  'methods.verdict.',
  'compare.scores.',
  'own.error.',
  'sites.direction.',
  'sites.scale.',
  'sites.shown.',
  'assumption.',
  'compare.class.',
  'compare.measures.count.',
  'compare.districts.',
  'compare.draw.corners.',
  'draw.start.',
  'draw.title.',
  'draw.how.',
  'draw.shape.',
  'draw.refusal.',
  'compare.scatter.left.',
  'unit.cubicMetres',
]

test('no key is unused', () => {
  const source = [...listFiles('src/ui'), ...listFiles('src/app'), ...listFiles('src/scene')]
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('/messages/'))
    .map(readText)
    .join('\n')
  const unused = KEYS.filter(
    (key) =>
      !source.includes(`'${key}'`) &&
      !source.includes(`"${key}"`) &&
      !MESSAGE_KEYS_OF_DATA.includes(key) &&
      !DYNAMIC_STEMS.some((stem) => key.startsWith(stem)),
  )
  expect(unused).toEqual([])
})
