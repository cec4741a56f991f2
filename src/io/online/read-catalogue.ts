import { CATALOGUE_KINDS, type Catalogue, type CatalogueEntry, type CatalogueText } from '../../schema/catalogue.ts'
import { fetchBytes } from '../fetch-file.ts'

const WHERE = 'data/catalogue.json'

/** Loads the catalogue that comes with the app; nobody else is asked. */
export async function loadCatalogue(baseUrl: string): Promise<Catalogue> {
  return readCatalogue(JSON.parse(new TextDecoder().decode(await fetchBytes(new URL(WHERE, baseUrl)))))
}

/**
 * The catalogue, every field checked.
 *
 * @throws Error naming the entry and the field, and what was expected
 */
export function readCatalogue(raw: unknown): Catalogue {
  const head = record(raw, WHERE)
  if (!Array.isArray(head['entries'])) throw new Error(`${WHERE}: expected "entries" to be a list`)
  const entries = head['entries'].map((entry, index) => readEntry(entry, `${WHERE}, entry ${index + 1}`))
  const twice = entries.find(({ id }, index) => entries.findIndex((other) => other.id === id) !== index)
  if (twice !== undefined) throw new Error(`${WHERE}: "${twice.id}" stands there twice`)
  return {
    title: texts(head['title'], `${WHERE}: title`),
    description: texts(head['description'], `${WHERE}: description`),
    publisher: text(head['publisher'], `${WHERE}: publisher`),
    issued: day(head['issued'], `${WHERE}: issued`),
    entries,
  }
}

function readEntry(raw: unknown, where: string): CatalogueEntry {
  const entry = record(raw, where)
  const kind = CATALOGUE_KINDS.find((candidate) => candidate === entry['kind'])
  if (kind === undefined) throw new Error(`${where}: expected "kind" to be one of ${CATALOGUE_KINDS.join(', ')}`)
  const url = text(entry['url'], `${where}: url`)
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new Error(`${where}: expected "url" to be a web address, found ${url}`)
  const { cities, crs } = entry
  if (!Array.isArray(cities) || cities.length === 0) throw new Error(`${where}: expected "cities" to name a city`)
  if (!Array.isArray(crs) || !crs.every((code) => Number.isInteger(code))) throw new Error(`${where}: expected "crs" to be EPSG codes`)
  return {
    id: text(entry['id'], `${where}: id`),
    kind,
    url,
    cities: cities.map((city) => text(city, `${where}: cities`)),
    crs: crs as number[],
    layer: entry['layer'] === null ? null : text(entry['layer'], `${where}: layer`),
    title: texts(entry['title'], `${where}: title`),
    goodFor: texts(entry['goodFor'], `${where}: goodFor`),
    publisher: text(entry['publisher'], `${where}: publisher`),
    licence: entry['licence'] === null ? null : text(entry['licence'], `${where}: licence`),
    seen: entry['seen'] === null ? null : day(entry['seen'], `${where}: seen`),
    checkedHere: entry['checkedHere'] === true,
  }
}

function record(raw: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw new Error(`${where}: expected an object`)
  return raw as Readonly<Record<string, unknown>>
}

function text(raw: unknown, where: string): string {
  if (typeof raw !== 'string' || raw.trim() === '') throw new Error(`${where}: expected a text`)
  return raw
}

function texts(raw: unknown, where: string): CatalogueText {
  const all = record(raw, where)
  return {
    en: text(all['en'], `${where}.en`),
    fi: text(all['fi'], `${where}.fi`),
    et: text(all['et'], `${where}.et`),
    sv: text(all['sv'], `${where}.sv`),
  }
}

function day(raw: unknown, where: string): string {
  if (typeof raw !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(raw)) throw new Error(`${where}: expected a day as YYYY-MM-DD`)
  return raw
}
