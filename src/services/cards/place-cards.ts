import type { Language } from '../../cities/city.ts'
import { converterBetween } from '../../geo/crs.ts'
import type { GeoTable } from '../../geo/packed-geometry.ts'
import { idColumn, numberColumn, textColumn } from '../../layers/columns.ts'
import type { LayerSource } from '../../layers/layer.ts'
import { originOf } from '../../layers/provenance-of.ts'
import { categoriesFact, categoryFact, numberFact, textFact } from './card-facts.ts'
import type { Card, CardFact } from '../data-service.ts'
import { placeOfFeature } from '../feature-places.ts'

type PlaceDataset = 'transit_stops' | 'transit_lines' | 'places' | 'amenities'

/** The card of a transit stop; null for an id that the city does not have. */
export async function makeStopCard(source: LayerSource, id: string): Promise<Card | null> {
  const row = await findRow(source, 'transit_stops', id)
  if (row === -1) return null
  const [table, manifest] = await Promise.all([source.table('transit_stops'), source.manifest()])
  const origin = originOf(manifest, 'transit_stops')
  const modes = (textColumn(table, 'modes')[row] ?? '').split(',').filter((mode) => mode !== '')
  return makeCard(source, 'stop', 'transit_stops', id, row, textColumn(table, 'name')[row] ?? null, null, [
    categoriesFact('modes', 'mode', modes, origin),
    numberFact('departures', numberColumn(table, 'departures_per_day')[row], 'departuresPerDay', 0, origin),
  ])
}

/** The card of a transit line. */
export async function makeLineCard(source: LayerSource, id: string): Promise<Card | null> {
  const row = await findRow(source, 'transit_lines', id)
  if (row === -1) return null
  const [table, manifest] = await Promise.all([source.table('transit_lines'), source.manifest()])
  const origin = originOf(manifest, 'transit_lines')
  const line = textColumn(table, 'line')[row] ?? null
  const name = textColumn(table, 'name')[row] ?? null
  return makeCard(source, 'line', 'transit_lines', id, row, line, name, [
    categoryFact('mode', 'mode', textColumn(table, 'mode')[row], origin),
    textFact('line', line, origin),
    textFact('lineName', name, origin),
    numberFact('departures', numberColumn(table, 'departures_per_day')[row], 'departuresPerDay', 0, origin),
    categoryFact('path', 'linePath', textColumn(table, 'path')[row], origin),
  ])
}

/** The card of a place: a landmark, a quarter, a square or a water. */
export async function makePlaceCard(source: LayerSource, id: string, language: Language): Promise<Card | null> {
  const row = await findRow(source, 'places', id)
  if (row === -1) return null
  const [table, manifest] = await Promise.all([source.table('places'), source.manifest()])
  const origin = originOf(manifest, 'places')
  const name = textColumn(table, 'name')[row] ?? null
  const names = namesOf(table, row)
  const title = textColumn(table, `name_${language}`)[row] ?? name
  return makeCard(source, 'place', 'places', id, row, title, title === name ? null : name, [
    categoryFact('placeClass', 'place', textColumn(table, 'class')[row], origin),
    ...(names.size > 1 ? [textFact('names', [...names].join(' · '), origin)] : []),
  ])
}

/** The card of an amenity: a school, a shop, a library … */
export async function makeAmenityCard(source: LayerSource, id: string, language: Language): Promise<Card | null> {
  const row = await findRow(source, 'amenities', id)
  if (row === -1) return null
  const [table, manifest] = await Promise.all([source.table('amenities'), source.manifest()])
  const origin = originOf(manifest, 'amenities')
  const year = numberColumn(table, 'source_year')[row] as number
  const provenance = Number.isNaN(year) ? origin : { ...origin, year: String(year) }
  const name = textColumn(table, 'name')[row] ?? null
  const names = namesOf(table, row)
  const title = textColumn(table, `name_${language}`)[row] ?? name
  return makeCard(source, 'amenity', 'amenities', id, row, title, title === name ? null : name, [
    categoryFact('placeClass', 'amenity', textColumn(table, 'class')[row], provenance),
    ...(names.size > 1 ? [textFact('names', [...names].join(' · '), provenance)] : []),
  ])
}

/** Every name of a row once, the place's own first. */
function namesOf(table: GeoTable, row: number): ReadonlySet<string> {
  const names = ['name', 'name_fi', 'name_sv', 'name_et', 'name_en'].map((column) => textColumn(table, column)[row])
  return new Set(names.filter((name) => name != null))
}

async function findRow(source: LayerSource, name: PlaceDataset, id: string): Promise<number> {
  return idColumn(await source.table(name)).indexOf(id)
}

async function makeCard(
  source: LayerSource,
  kind: Card['kind'],
  dataset: PlaceDataset,
  id: string,
  row: number,
  title: string | null,
  subtitle: string | null,
  facts: readonly CardFact[],
): Promise<Card> {
  const place = placeOfFeature(await source.geometry(dataset), row)
  const { anchor } = source.city
  return {
    cityId: source.city.id,
    kind,
    id,
    title,
    subtitle,
    facts,
    positionDegrees:
      place === null ? [anchor.longitudeDegrees, anchor.latitudeDegrees] : converterBetween(source.city.epsg, 4326).point(place.x, place.y),
    heightMetres: 0,
    buildingIndex: null,
    outlineDegrees: null,
  }
}
