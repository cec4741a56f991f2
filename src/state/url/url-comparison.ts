import { parseCriteria, writeCriteria } from '../../analytics/choice/site-criteria.ts'
import { MEASURE_IDS, type MeasureId } from '../../analytics/measures/types.ts'
import { readOwnMeasures, writeOwnMeasures, type OwnMeasure } from '../../analytics/own/own-measure-text.ts'
import { CITY_IDS, cityById, type CityId } from '../../cities/index.ts'
import { DISTRICT_LEVELS } from '../../layers/districts/district-table.ts'
import {
  COMPARISON_SIZES,
  COMPARISON_TABS,
  DEFAULT_COMPARISON,
  HEXAGON_METRES,
  NEIGHBOUR_COUNTS,
  orderMeasures,
  orderWeights,
  SCORE_KINDS,
  type Comparison,
  type DistrictRef,
} from '../comparison.ts'
import { CORNER_LIMITS, isArea, isFull, MOST_AREAS_PER_CITY, withArea, type DrawnAreas } from '../drawing.ts'
import { choiceField, textField, type Field } from './url-fields.ts'

type ComparisonTable = { readonly [Key in keyof Comparison]: Field<Comparison[Key], unknown> }

const findMeasure = (raw: string): MeasureId | null => MEASURE_IDS.find((id) => id === raw) ?? null

/** Where each part of the comparison stands in the URL. A forgotten key does not compile. */
const COMPARISON_TABLE: ComparisonTable = {
  tab: textField(
    'compare',
    DEFAULT_COMPARISON.tab,
    (tab) => tab ?? '',
    (raw) => COMPARISON_TABS.find((tab) => tab === raw) ?? null,
  ),
  size: choiceField('compare.size', COMPARISON_SIZES, DEFAULT_COMPARISON.size),
  level: choiceField('compare.level', DISTRICT_LEVELS, DEFAULT_COMPARISON.level),
  pair: textField('compare.pair', DEFAULT_COMPARISON.pair, (pair) => pair.map(formatDistrict).join(','), parsePair),
  areas: textField('compare.areas', DEFAULT_COMPARISON.areas, formatAreas, parseAreas),
  measures: textField('compare.measures', DEFAULT_COMPARISON.measures, (ids) => ids.join(','), parseMeasures),
  scores: choiceField('compare.scores', SCORE_KINDS, DEFAULT_COMPARISON.scores),
  sort: textField('compare.sort', DEFAULT_COMPARISON.sort, ({ column, isDescending }) => `${isDescending ? '-' : ''}${column}`, parseSort),
  axes: textField('compare.axes', DEFAULT_COMPARISON.axes, (axes) => axes.join(','), parseAxes),
  weights: textField('compare.weights', DEFAULT_COMPARISON.weights, formatWeights, parseWeights),
  measure: choiceField('compare.measure', MEASURE_IDS, DEFAULT_COMPARISON.measure),
  clusterCityId: choiceField('compare.city', CITY_IDS, DEFAULT_COMPARISON.clusterCityId),
  neighbours: textField<Comparison['neighbours']>('compare.near', DEFAULT_COMPARISON.neighbours, String, (raw) =>
    raw === 'contiguity' ? raw : (NEIGHBOUR_COUNTS.find((count) => String(count) === raw) ?? null),
  ),
  hexagonMetres: textField<Comparison['hexagonMetres']>(
    'compare.grid',
    DEFAULT_COMPARISON.hexagonMetres,
    String,
    (raw) => HEXAGON_METRES.find((metres) => String(metres) === raw) ?? null,
  ),
  criteria: textField('compare.sites', DEFAULT_COMPARISON.criteria, writeCriteria, (raw) => {
    const outcome = parseCriteria(raw)
    return outcome.ok ? outcome.value : null
  }),
  own: textField('compare.own', DEFAULT_COMPARISON.own, (own) => writeOwnMeasures(own), parseOwn),
}

const KEYS = Object.keys(COMPARISON_TABLE) as (keyof Comparison)[]

/** `compare=table&compare.level=fine&…`: each part under a key of its own, defaults left out. */
export const comparisonField: Field<Comparison, unknown> = {
  write: (comparison) => KEYS.flatMap((key) => fieldOf(key).write(comparison[key], comparison)),
  read: (query, fallback) => Object.fromEntries(KEYS.map((key) => [key, fieldOf(key).read(query, fallback[key])])) as unknown as Comparison,
}

function fieldOf(key: keyof Comparison): Field<unknown, unknown> {
  return COMPARISON_TABLE[key] as Field<unknown, unknown>
}

function formatDistrict(district: DistrictRef | null): string {
  return district === null ? '' : `${district.cityId}:${district.id}`
}

/** Undefined for what is no district; null for none chosen. */
function parseDistrict(raw: string): DistrictRef | null | undefined {
  if (raw === '') return null
  const [city = '', id = '', ...rest] = raw.split(':')
  const cityId: CityId | undefined = CITY_IDS.find((candidate) => candidate === city)
  return cityId === undefined || rest.length > 0 || !/^[^\p{Cc}]{1,100}$/u.test(id) ? undefined : { cityId, id }
}

function parsePair(raw: string): Comparison['pair'] | null {
  const districts = raw.split(',').map(parseDistrict)
  const [first, second] = districts
  return districts.length !== 2 || first === undefined || second === undefined ? null : [first, second]
}

function formatAreas(areas: DrawnAreas): string {
  return Object.entries(areas)
    .flatMap(([cityId, ofCity]) => ofCity.map((corners) => `${cityId}:${corners.map((corner) => corner.join(',')).join(';')}`))
    .join('/')
}

/** Farther from its city's anchor, in degrees, nothing of an area could be measured. */
const FARTHEST_DEGREES = 1.5

function parseAreas(raw: string): DrawnAreas | null {
  let areas: DrawnAreas = {}
  for (const part of raw === '' ? [] : raw.split('/', CITY_IDS.length * MOST_AREAS_PER_CITY + 1)) {
    const [city = '', text = '', ...rest] = part.split(':')
    const cityId = CITY_IDS.find((candidate) => candidate === city)
    if (cityId === undefined || isFull(areas, cityId) || rest.length > 0) return null
    const { anchor } = cityById(cityId)
    const corners = text.split(';', CORNER_LIMITS.most + 1).map((corner) => {
      const match = /^(-?\d{1,3}(?:\.\d{1,6})?),(-?\d{1,2}(?:\.\d{1,6})?)$/.exec(corner)
      return [Number(match?.[1] ?? NaN), Number(match?.[2] ?? NaN)] as const
    })
    const isNear = corners.every(
      ([longitude, latitude]) =>
        Math.abs(longitude - anchor.longitudeDegrees) <= FARTHEST_DEGREES &&
        Math.abs(latitude - anchor.latitudeDegrees) <= FARTHEST_DEGREES,
    )
    if (!isNear || corners.length > CORNER_LIMITS.most || !isArea(corners)) return null
    areas = withArea(areas, cityId, corners)
  }
  return areas
}

function parseMeasures(raw: string): readonly MeasureId[] | null {
  const asked = raw === '' ? [] : raw.split(',').slice(0, 100)
  return asked.every((id) => findMeasure(id) !== null) ? orderMeasures(asked) : null
}

function parseSort(raw: string): Comparison['sort'] | null {
  const isDescending = raw.startsWith('-')
  const name = isDescending ? raw.slice(1) : raw
  const column = name === 'name' ? name : findMeasure(name)
  return column === null ? null : { column, isDescending }
}

function parseAxes(raw: string): Comparison['axes'] | null {
  const [x = null, y = null, ...rest] = raw.split(',').map(findMeasure)
  return x === null || y === null || rest.length > 0 ? null : [x, y]
}

function formatWeights(weights: Comparison['weights']): string {
  return Object.entries(weights)
    .map(([id, weight]) => `${id}:${weight}`)
    .join(',')
}

function parseWeights(raw: string): Comparison['weights'] | null {
  const weights: Partial<Record<MeasureId, number>> = {}
  for (const part of raw === '' ? [] : raw.split(',').slice(0, 100)) {
    const match = /^([a-z-]+):(\d(?:\.\d{1,2})?)$/.exec(part)
    const id = findMeasure(match?.[1] ?? '')
    if (id === null) return null
    weights[id] = Number(match?.[2])
  }
  return orderWeights(weights)
}

function parseOwn(raw: string): readonly OwnMeasure[] | null {
  const { measures, problems } = readOwnMeasures(raw)
  return problems.length === 0 ? measures : null
}
