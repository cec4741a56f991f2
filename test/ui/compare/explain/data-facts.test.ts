import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LANGUAGES } from '../../../../src/cities/city.ts'
import { cityById, CITY_IDS } from '../../../../src/cities/index.ts'
import type { Manifest } from '../../../../src/schema/datasets.ts'
import { listDataFacts, listEnergyFacts } from '../../../../src/ui/compare/explain/data-facts.ts'
import { MAPPING_TOPICS } from '../../../../src/ui/compare/explain/mapping-cards.ts'
import { formatDataMessage } from '../../../../src/ui/messages/format.ts'

const manifestWith = (quality: Manifest['quality']): Manifest => ({ city: 'x', crs: '', heightSystem: '', files: {}, quality })

test('the heights add up, and figures are rounded as they are read', () => {
  const facts = listDataFacts(
    manifestWith({
      buildings_height_measured_count: 625,
      buildings_height_from_storeys_count: 1988,
      buildings_height_estimated_count: 5790,
      height_estimate_mean_absolute_error_m: 3.58,
      land_km2: 214.24,
      land_with_known_buildings_km2: 22.97,
    }),
  )
  expect(facts).toEqual({ heights: 8403, measured: 625, fromStoreys: 1988, estimated: 5790, error: 3.6, land: 214, known: 23 })
})

test('another count of buildings makes another sentence', () => {
  const facts = listDataFacts(
    manifestWith({
      buildings_height_measured_count: 1,
      buildings_height_from_storeys_count: 2,
      buildings_height_estimated_count: 9_000,
      height_estimate_mean_absolute_error_m: 4,
    }),
  )
  expect(formatDataMessage('en', `methods.map.storeys.${CITY_IDS[0]}`, facts)).toBe(
    'Of 9,003 heights, 1 are measured, 2 come from storeys and 9,000 are estimated (mean error 4 m).',
  )
})

test('the published energy and the dated factors come from the city', () => {
  expect(listEnergyFacts(cityById('tallinn'))).toEqual({ limit: 4879, boundYear: '2011', districtHeat: '' })
  expect(listEnergyFacts(cityById('helsinki'))).toEqual({
    districtHeat: '198 (2019), 182 (2020), 182 (2021), 223 (2022), 162 (2023)',
  })
})

test.each(CITY_IDS)('the data of %s fill every placeholder in every language', (city) => {
  const manifest = JSON.parse(readFileSync(`data/${city}/manifest.json`, 'utf8')) as Manifest
  const facts = { ...listDataFacts(manifest), ...listEnergyFacts(cityById(city)) }
  const texts = LANGUAGES.flatMap((language) =>
    MAPPING_TOPICS.map((topic) => formatDataMessage(language, `methods.map.${topic}.${city}`, facts)),
  )
  expect(texts.filter((text) => text.includes('{') || text.startsWith('methods.'))).toEqual([])
})
