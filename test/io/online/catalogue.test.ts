import { describe, expect, test } from 'vitest'
import { CITY_IDS } from '../../../src/cities/index.ts'
import { catalogueToDcat } from '../../../src/io/online/catalogue-dcat.ts'
import { readAddress } from '../../../src/io/online/read-address.ts'
import { readCatalogue } from '../../../src/io/online/read-catalogue.ts'
import { readText } from '../../house/list-files.ts'

const raw = JSON.parse(readText('data/catalogue.json')) as { entries: Record<string, unknown>[] }
const catalogue = readCatalogue(raw)

describe('the catalogue', () => {
  test('covers both cities, and only cities that there are', () => {
    for (const id of CITY_IDS) expect(catalogue.entries.filter(({ cities }) => cities.includes(id)).length).toBeGreaterThan(8)
    expect(catalogue.entries.flatMap(({ cities }) => cities).filter((id) => !(CITY_IDS as readonly string[]).includes(id))).toEqual([])
  })

  test('claims no check that nobody made', () => {
    expect(catalogue.entries.filter(({ checkedHere }) => checkedHere)).toEqual([])
  })

  test('holds addresses that the app would take as typed', () => {
    const protocols = catalogue.entries.filter(({ kind }) => kind !== 'tms').map(({ url }) => readAddress(url).protocol)
    expect(new Set(protocols)).toEqual(new Set(['https:']))
  })

  test('names the same 3D models as the registry', () => {
    const registry = JSON.parse(readText('tilesets/registry.json')) as Record<string, { url: string; kind: string }[]>
    const urls = catalogue.entries.map(({ url }) => url)
    const models = Object.values(registry)
      .flat()
      .filter(({ kind, url }) => (kind === '3dtiles' && !url.includes('2017')) || kind === 'i3s')
      .map(({ url }) => url)
    expect(models.length).toBeGreaterThan(3)
    expect(models.filter((url) => !urls.includes(url))).toEqual([])
  })

  test.each([
    ['kind', 'ftp', /kind/],
    ['url', 'ftp://a.example', /url/],
    ['url', 'not an address', /url/],
    ['title', { en: 'x' }, /title/],
    ['cities', [], /cities/],
    ['crs', ['EPSG:4326'], /crs/],
    ['seen', 'last week', /seen/],
    ['licence', '', /licence/],
  ])('with a wrong %s is refused, naming the entry', (field, value, message) => {
    const broken = { ...raw, entries: [{ ...raw.entries[0], [field]: value }] }
    expect(() => readCatalogue(broken)).toThrow(message)
    expect(() => readCatalogue(broken)).toThrow(/entry 1/)
  })

  test('with an id twice is refused', () => {
    expect(() => readCatalogue({ ...raw, entries: [raw.entries[0], raw.entries[0]] })).toThrow(/twice/)
  })
})

/**
 * Mandatory properties by class: those with `sh:minCount 1` in the shapes of DCAT-AP,
 * https://github.com/SEMICeu/DCAT-AP/blob/master/releases/3.0.0/html/shacl/shapes.ttl, and the kind of value they ask for.
 */
const MANDATORY: Readonly<Record<string, Readonly<Record<string, 'literal' | 'node'>>>> = {
  'dcat:Catalog': { 'dct:title': 'literal', 'dct:description': 'literal', 'dct:publisher': 'node' },
  'dcat:Dataset': { 'dct:title': 'literal', 'dct:description': 'literal' },
  'dcat:DataService': { 'dct:title': 'literal', 'dcat:endpointURL': 'node' },
  'dcat:Distribution': { 'dcat:accessURL': 'node' },
  'foaf:Agent': { 'foaf:name': 'literal' },
}
/** Of the same shapes, `sh:maxCount 1`. */
const AT_MOST_ONE = ['dct:license', 'dct:publisher', 'dct:issued']

interface JsonNode {
  readonly [key: string]: unknown
}

function listNodes(value: unknown): JsonNode[] {
  if (Array.isArray(value)) return value.flatMap(listNodes)
  if (typeof value !== 'object' || value === null) return []
  return [value as JsonNode, ...Object.values(value).flatMap(listNodes)]
}

describe('as DCAT-AP', () => {
  const document = catalogueToDcat(catalogue)
  const nodes = listNodes(document)
  const ofType = (type: string) => nodes.filter((node) => node['@type'] === type)

  test.each(Object.entries(MANDATORY))('every %s has what it must have', (type, properties) => {
    expect(ofType(type).length).toBeGreaterThan(0)
    for (const node of ofType(type)) {
      for (const [name, kind] of Object.entries(properties)) {
        const values = [node[name]].flat()
        expect(values.length, `${String(node['@id'])} ${name}`).toBeGreaterThan(0)
        for (const value of values) {
          const isLiteral = typeof value === 'string' || typeof (value as JsonNode | undefined)?.['@value'] === 'string'
          expect(
            isLiteral ? 'literal' : typeof value === 'object' && value !== null ? 'node' : 'nothing',
            `${String(node['@id'])} ${name}`,
          ).toBe(kind)
        }
      }
      for (const name of AT_MOST_ONE) expect([node[name] ?? []].flat().length).toBeLessThan(2)
    }
  })

  test('titles are in four languages, every service serves a dataset that is there, every address is one', () => {
    const datasets = new Set(ofType('dcat:Dataset').map((node) => node['@id']))
    expect(datasets.size).toBe(catalogue.entries.length)
    for (const service of ofType('dcat:DataService')) {
      expect((service['dct:title'] as JsonNode[]).map((title) => title['@language'])).toEqual(['en', 'fi', 'et', 'sv'])
      expect(datasets).toContain((service['dcat:servesDataset'] as JsonNode)['@id'])
      expect(URL.canParse(String((service['dcat:endpointURL'] as JsonNode)['@id']))).toBe(true)
    }
    expect(nodes.map((node) => node['@id']).filter((id) => typeof id === 'string' && /[{}\s<>"]/.test(id))).toEqual([])
  })

  test('every prefix that is used is in the context', () => {
    const context = document['@context'] as JsonNode
    const used = new Set(
      nodes
        .flatMap((node) => (node === context ? [] : [...Object.keys(node), typeof node['@type'] === 'string' ? node['@type'] : '']))
        .filter((name) => /^\w+:/.test(name))
        .map((name) => name.split(':')[0] as string),
    )
    expect([...used].filter((prefix) => context[prefix] === undefined)).toEqual([])
  })

  test('a licence that is not stated is not made up', () => {
    const unstated = catalogue.entries.filter(({ licence }) => licence === null).map(({ id }) => `urn:kaksik:service:${id}`)
    expect(unstated.length).toBeGreaterThan(5)
    expect(
      ofType('dcat:DataService').filter((node) => unstated.includes(String(node['@id'])) && node['dct:license'] !== undefined),
    ).toEqual([])
  })
})
