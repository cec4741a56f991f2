import { LANGUAGES, type Language } from '../../cities/city.ts'
import { converterBetween } from '../../geo/crs.ts'
import { nameInLanguage } from '../../layers/districts/district-table.ts'
import { textColumn } from '../../layers/columns.ts'
import type { LayerSource } from '../../layers/layer.ts'
import type { LabelClass, Labels } from '../../layers/types.ts'
import { lengthOfFeature, middleVertex, placeOfFeature } from '../feature-places.ts'

interface Label {
  readonly text: string
  readonly class: LabelClass
  readonly x: number
  readonly y: number
  readonly priority: number
}

/** Streets that get a label, the longest named ones of the main classes. */
const MOST_STREETS = 250
const MOST_WATERS = 60
const LABELLED_STREETS: ReadonlySet<string | null> = new Set(['motorway', 'main', 'secondary', 'minor'])

/**
 * Texts of a city's map in a language, most important first: coarse districts 100, landmarks 80
 * (lesser ones 42), fine districts 50-60, water 40-50, streets 10-40 by class and length. A data set that cannot be
 * read leaves its labels out: a map without street names is still a map.
 */
export async function makeLabels(source: LayerSource, language: Language): Promise<Labels> {
  const parts = await Promise.all(
    [districtLabels(source, language), landmarkLabels(source, language), streetLabels(source, language), waterLabels(source)].map((part) =>
      part.catch((): readonly Label[] => []),
    ),
  )
  const labels = parts.flat().sort((a, b) => b.priority - a.priority || (a.text < b.text ? -1 : 1))
  const toDegrees = converterBetween(source.city.epsg, 4326)
  return {
    kind: 'labels',
    texts: labels.map((label) => label.text),
    classes: labels.map((label) => label.class),
    positionsDegrees: toDegrees.batch(Float64Array.from(labels.flatMap((label) => [label.x, label.y]))),
    priority: Float32Array.from(labels, (label) => label.priority),
  }
}

async function districtLabels(source: LayerSource, language: Language): Promise<readonly Label[]> {
  const [coarse, fine] = await Promise.all([source.districts('coarse'), source.districts('fine')])
  return [coarse, fine].flatMap((districts) =>
    districts.ids.flatMap((_, row): Label[] => {
      const text = nameInLanguage(districts.names, row, language, source.city.placeNameLanguages)
      const population = districts.populations[row] || 0
      return text === null
        ? []
        : [
            {
              text,
              class: districts.level === 'coarse' ? 'district-coarse' : 'district-fine',
              x: districts.labelPositions[row * 2] as number,
              y: districts.labelPositions[row * 2 + 1] as number,
              priority: districts.level === 'coarse' ? 100 : 50 + 10 * Math.min(1, population / 20_000),
            },
          ]
    }),
  )
}

async function landmarkLabels(source: LayerSource, language: Language): Promise<readonly Label[]> {
  const [table, geometry] = await Promise.all([source.table('places'), source.geometry('places')])
  const classes = textColumn(table, 'class')
  const names = textColumn(table, 'name')
  const translations = LANGUAGES.map((each) => textColumn(table, `name_${each}`))
  const translated = textColumn(table, `name_${language}`)
  return classes.flatMap((placeClass, row): Label[] => {
    const text = translated[row] ?? names[row] ?? null
    const place = placeOfFeature(geometry, row)
    if (text === null || place === null || (placeClass !== 'landmark' && placeClass !== 'water')) return []
    return placeClass === 'landmark'
      ? [
          {
            text,
            class: 'landmark',
            x: place.x,
            y: place.y,
            // What the world has a name for is what visitors look for: three languages or more.
            priority: translations.filter((translation) => translation[row] != null).length >= 3 ? 80 : 42,
          },
        ]
      : [{ text, class: 'water', x: place.x, y: place.y, priority: 50 }]
  })
}

async function streetLabels(source: LayerSource, language: Language): Promise<readonly Label[]> {
  const [table, geometry] = await Promise.all([source.table('streets'), source.geometry('streets')])
  const classes = textColumn(table, 'class')
  const names = textColumn(table, 'name')
  const swedish = textColumn(table, 'name_sv')
  const streets = new Map<string, { row: number; longest: number; length: number }>()
  names.forEach((name, row) => {
    if (name === null || !LABELLED_STREETS.has(classes[row] ?? null)) return
    const piece = lengthOfFeature(geometry, row)
    const street = streets.get(name) ?? { row, longest: -1, length: 0 }
    street.length += piece
    if (piece > street.longest) {
      street.row = row
      street.longest = piece
    }
    streets.set(name, street)
  })
  const labels = [...streets].flatMap(([name, { row, length }]): Label[] => {
    const middle = middleVertex(geometry, row)
    if (middle === null) return []
    const isMain = classes[row] === 'main' || classes[row] === 'motorway'
    const text = language === 'sv' ? (swedish[row] ?? name) : name
    return [
      {
        text,
        class: 'street',
        x: middle[0],
        y: middle[1],
        priority: 10 + (isMain ? 15 : classes[row] === 'secondary' ? 8 : 0) + 15 * Math.min(1, length / 4000),
      },
    ]
  })
  return labels.sort((a, b) => b.priority - a.priority).slice(0, MOST_STREETS)
}

async function waterLabels(source: LayerSource): Promise<readonly Label[]> {
  const [table, geometry] = await Promise.all([source.table('water'), source.geometry('water')])
  const largest = new Map<string, Label>()
  textColumn(table, 'name').forEach((text, row) => {
    const place = text === null ? null : placeOfFeature(geometry, row)
    if (text === null || place === null || place.extentMetres < 150) return
    const label: Label = {
      text,
      class: 'water',
      x: place.x,
      y: place.y,
      priority: 40 + 10 * Math.min(1, place.extentMetres / 3000),
    }
    if (label.priority > (largest.get(text)?.priority ?? -1)) largest.set(text, label)
  })
  return [...largest.values()].sort((a, b) => b.priority - a.priority).slice(0, MOST_WATERS)
}
