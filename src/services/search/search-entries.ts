import { LANGUAGES } from '../../cities/city.ts'
import type { CityId } from '../../cities/index.ts'
import { indexPolygons } from '../../geo/locate-points.ts'
import { idColumn, numberColumn, textColumn } from '../../layers/columns.ts'
import type { LayerSource } from '../../layers/layer.ts'
import type { SearchHit } from '../data-service.ts'
import { lengthOfFeature, middleVertex, placeOfFeature } from '../feature-places.ts'
import { normaliseText } from './normalise-text.ts'

/** Something that can be found, by any of its names. */
export interface SearchEntry {
  readonly cityId: CityId
  readonly kind: SearchHit['kind']
  readonly id: string
  /** Names as written, the city's own first. */
  readonly names: readonly string[]
  /** The same names normalised, each with a space before it, so that " x" finds the start of a word. */
  readonly keys: readonly string[]
  /** Larger is shown first among equally good matches, 0-1. */
  readonly importance: number
  /** East, north in the city's CRS; null for a building, whose place is looked up when it is found. */
  readonly position: readonly [number, number] | null
  readonly extentMetres: number
  /** Row of the fine district that holds it, of a fine district the coarse one; -1 for none. */
  readonly districtRow: number
  /** Building index, -1 for everything else. */
  readonly buildingIndex: number
  /** Class of a place; null for everything else. */
  readonly placeClass: string | null
}

type Draft = Omit<SearchEntry, 'cityId' | 'keys' | 'names' | 'placeClass'> & {
  readonly placeClass?: string | null
  readonly names: readonly (string | null | undefined)[]
}

const NAME_COLUMNS = ['name', 'name_fi', 'name_sv', 'name_et', 'name_en'] as const

/** What of a city can be found, by the data that it needs: one that fails leaves the others. */
const LISTS = {
  districts: listDistricts,
  places: listPlaces,
  streets: listStreets,
  stops: listStops,
  amenities: listAmenities,
  buildings: listBuildings,
} as const
export type SearchPart = keyof typeof LISTS
export const SEARCH_PARTS = Object.keys(LISTS) as readonly SearchPart[]

/** The entries of one part of a city; rejects when its data cannot be read. */
export async function listSearchEntries(source: LayerSource, part: SearchPart): Promise<readonly SearchEntry[]> {
  return (await LISTS[part](source)).flatMap((draft): SearchEntry[] => {
    const names = [...new Set(draft.names)].filter((name): name is string => name != null && name !== '')
    const keys = names.map((name) => ` ${normaliseText(name)}`)
    return names.length === 0
      ? []
      : [
          {
            ...draft,
            cityId: source.city.id,
            names,
            keys,
            placeClass: draft.placeClass ?? null,
          },
        ]
  })
}

async function listDistricts(source: LayerSource): Promise<readonly Draft[]> {
  const [coarse, fine] = await Promise.all([source.districts('coarse'), source.districts('fine')])
  return [coarse, fine].flatMap((districts) =>
    districts.ids.map((id, row): Draft => ({
      kind: 'district',
      id,
      names: [...source.city.placeNameLanguages, ...LANGUAGES].map((language) => districts.names[language][row]),
      importance: districts.level === 'coarse' ? 1 : 0.9,
      position: [districts.labelPositions[row * 2] as number, districts.labelPositions[row * 2 + 1] as number],
      extentMetres: Math.sqrt(districts.areasSquareMetres[row] as number) * 1.2,
      districtRow: districts.level === 'coarse' ? -1 : (coarse.rowOfId.get(districts.parentIds[row] ?? '') ?? -1),
      buildingIndex: -1,
    })),
  )
}

async function listPlaces(source: LayerSource): Promise<readonly Draft[]> {
  const [table, geometry, locate] = await Promise.all([source.table('places'), source.geometry('places'), locator(source)])
  const ids = idColumn(table)
  const classes = textColumn(table, 'class')
  const nameColumns = NAME_COLUMNS.map((name) => textColumn(table, name))
  return ids.flatMap((id, row): Draft[] => {
    const place = placeOfFeature(geometry, row)
    if (place === null) return []
    return [
      {
        kind: 'place',
        id,
        names: nameColumns.map((column) => column[row]),
        placeClass: classes[row] ?? null,
        importance: classes[row] === 'landmark' ? 0.95 : 0.75,
        position: [place.x, place.y],
        extentMetres: classes[row] === 'quarter' ? 1500 : 400,
        districtRow: locate(place.x, place.y),
        buildingIndex: -1,
      },
    ]
  })
}

/** Streets of one name are one entry, at the middle of the longest piece. */
async function listStreets(source: LayerSource): Promise<readonly Draft[]> {
  const [table, geometry, locate] = await Promise.all([source.table('streets'), source.geometry('streets'), locator(source)])
  const names = textColumn(table, 'name')
  const swedishNames = textColumn(table, 'name_sv')
  const ids = idColumn(table)
  const streets = new Map<string, { rows: number[]; length: number; longest: number; longestLength: number }>()
  names.forEach((name, row) => {
    const key = name ?? swedishNames[row]
    if (key == null) return
    const street = streets.get(key) ?? { rows: [], length: 0, longest: row, longestLength: -1 }
    const length = lengthOfFeature(geometry, row)
    street.rows.push(row)
    street.length += length
    if (length > street.longestLength) {
      street.longest = row
      street.longestLength = length
    }
    streets.set(key, street)
  })
  return [...streets.values()].flatMap(({ rows, length, longest }): Draft[] => {
    const middle = middleVertex(geometry, longest)
    if (middle === null) return []
    return [
      {
        kind: 'street',
        id: ids[longest] as string,
        names: [names[longest], ...new Set(rows.map((row) => swedishNames[row]))],
        importance: 0.5 + 0.2 * Math.min(1, length / 5000),
        position: middle,
        extentMetres: Math.min(4000, Math.max(300, length / 2)),
        districtRow: locate(middle[0], middle[1]),
        buildingIndex: -1,
      },
    ]
  })
}

/** Stops of one name are one entry, that of the most departures. */
async function listStops(source: LayerSource): Promise<readonly Draft[]> {
  const [table, geometry, locate] = await Promise.all([source.table('transit_stops'), source.geometry('transit_stops'), locator(source)])
  const ids = idColumn(table)
  const names = textColumn(table, 'name')
  const departures = numberColumn(table, 'departures_per_day')
  const busiest = new Map<string, number>()
  names.forEach((name, row) => {
    if (name === null) return
    const known = busiest.get(name)
    if (known === undefined || (departures[row] || 0) > (departures[known] || 0)) busiest.set(name, row)
  })
  return [...busiest.values()].flatMap((row): Draft[] => {
    const place = placeOfFeature(geometry, row)
    if (place === null) return []
    return [
      {
        kind: 'stop',
        id: ids[row] as string,
        names: [names[row]],
        importance: 0.35 + 0.1 * Math.min(1, (departures[row] || 0) / 1000),
        position: [place.x, place.y],
        extentMetres: 400,
        districtRow: locate(place.x, place.y),
        buildingIndex: -1,
      },
    ]
  })
}

async function listAmenities(source: LayerSource): Promise<readonly Draft[]> {
  const [table, geometry, locate] = await Promise.all([source.table('amenities'), source.geometry('amenities'), locator(source)])
  const nameColumns = NAME_COLUMNS.map((name) => textColumn(table, name))
  return idColumn(table).flatMap((id, row): Draft[] => {
    const place = placeOfFeature(geometry, row)
    if (place === null) return []
    return [
      {
        kind: 'amenity',
        id,
        names: nameColumns.map((column) => column[row]),
        importance: 0.3,
        position: [place.x, place.y],
        extentMetres: 300,
        districtRow: locate(place.x, place.y),
        buildingIndex: -1,
      },
    ]
  })
}

/** Buildings that have a name or an address; of several at one address the largest. */
async function listBuildings(source: LayerSource): Promise<readonly Draft[]> {
  const [buildings, texts, fine] = await Promise.all([source.buildings(), source.buildingTexts(), source.districts('fine')])
  const largestAt = new Map<string, number>()
  const chosen: number[] = []
  for (let index = 0; index < buildings.count; index++) {
    const address = texts.addresses[index]
    if (texts.names[index] != null) chosen.push(index)
    else if (address != null) {
      const known = largestAt.get(address)
      const area = buildings.footprintsSquareMetres
      if (known === undefined || (area[index] as number) > (area[known] as number)) largestAt.set(address, index)
    }
  }
  return [...chosen, ...largestAt.values()].map((index): Draft => ({
    kind: 'building',
    id: texts.ids[index] as string,
    names: [texts.names[index], texts.addresses[index]],
    importance: (texts.names[index] == null ? 0.1 : 0.4) + 0.1 * Math.min(1, (buildings.footprintsSquareMetres[index] as number) / 5000),
    position: null,
    extentMetres: 250,
    districtRow: fine.rowOfId.get(buildings.fineDistrictIds[index] ?? '') ?? -1,
    buildingIndex: index,
  }))
}

async function locator(source: LayerSource) {
  return indexPolygons((await source.districts('fine')).geometry)
}
