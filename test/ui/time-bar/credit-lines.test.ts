import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CITY_IDS } from '../../../src/cities/index.ts'
import type { Manifest } from '../../../src/schema/datasets.ts'
import { listCreditLines, listHolders, listSources, shortenHolder } from '../../../src/ui/time-bar/credit-lines.ts'

const manifests = CITY_IDS.map((id) => JSON.parse(readFileSync(`data/${id}/manifest.json`, 'utf8')) as Manifest)

describe('shortenHolder', () => {
  test.each([
    ['City of Helsinki', 'Helsinki'],
    ['Helsinki Region Environmental Services HSY', 'HSY'],
    ['Helsinki Region Transport (HSL)', 'HSL'],
    ['National Land Survey of Finland', 'NLS'],
    ['OpenStreetMap contributors (by way of EqualStreetNames)', 'OpenStreetMap contributors'],
    ['OpenStreetMap contributors; schema OpenMapTiles', 'OpenStreetMap contributors'],
    ['FinEst Centre for Smart Cities', 'FinEst Centre'],
  ])('"%s" is "%s"', (publisher, short) => {
    expect(shortenHolder(publisher)).toBe(short)
  })
})

test('the short line names every holder once, the volunteers first', () => {
  expect(listHolders(manifests.flatMap(listSources))).toEqual([
    'OpenStreetMap contributors',
    'Helsinki',
    'NLS',
    'HSY',
    'HSL',
    'Tallinn',
    'FinEst Centre',
  ])
})

test('the full list has each credit once for each licence, and loses none', () => {
  for (const manifest of manifests) {
    const lines = listCreditLines(manifest)
    const names = lines.map(({ credit, licence }) => `${credit} ${licence}`)
    expect(new Set(names).size).toBe(names.length)
    for (const { credit, licence } of listSources(manifest))
      expect(names.map((name) => name.replace(/^©\s*/, ''))).toContain(`${credit.replace(/^©\s*/, '')} ${licence}`)
  }
  // A sign that one source of a holder carries stands for all; what nobody signed gets none.
  const credits = manifests.flatMap(listCreditLines).map(({ credit }) => credit)
  expect(credits).toContain('© HSY')
  expect(credits).toContain('Heights of landmarks: Kaksik, by the sources cited')
  const volunteers = manifests.map((manifest) => listCreditLines(manifest).find(({ credit }) => credit === '© OpenStreetMap contributors'))
  expect(volunteers.map((line) => line?.years)).toEqual(['2019–2025', '2021–2026'])
})
