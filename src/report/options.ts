import { CRITERION_FORM } from '../analytics/choice/site-criteria.ts'
import { MEASURE_IDS } from '../analytics/measures/types.ts'
import { CITIES, CITY_IDS } from '../cities/index.ts'
import { REPORT_FORMATS, REPORT_SCORES, type ReportQuestion } from './request.ts'

type QuestionKind = ReportQuestion['kind']

/** One option of the command line. `kinds` are the questions that it goes with. */
export interface ReportOption {
  /** How its value is written, for readers. */
  readonly value: string
  readonly help: string
  readonly kinds: readonly QuestionKind[]
}

const EVERY: readonly QuestionKind[] = ['measures', 'scenario', 'compare', 'match', 'moran', 'ranks', 'sites']
const CITY = CITY_IDS.join('|')
const DISTRICT = `<city>:<district>`
const words = (level: 'coarse' | 'fine') => CITIES.map(({ levelWords }) => levelWords[level][0]).join('|')

export const PERMUTATIONS_DEFAULT = 999
export const DRAWS_DEFAULT = 1000
export const LIMIT_DEFAULT = 5
export const SEED_DEFAULT = 1
export const NEAREST_DEFAULT = 6
/** Side in metres; finer than this a grid says more of its own place than of the city. */
export const GRID_SIDES_METRES = { least: 50, most: 5000 } as const

/** Every option in the order in which it is written and explained. */
export const REPORT_OPTIONS = {
  'scenario': {
    value: '<file.json>',
    kinds: ['scenario'],
    help: 'What a scenario does: of every figure before, after and the difference, by zone and, in the last rows, by city.',
  },
  'before': {
    value: '<file.json>',
    kinds: ['scenario'],
    help: 'Another scenario that stands before; the cities of today by default.',
  },
  'compare': {
    value: `${DISTRICT},${DISTRICT}`,
    kinds: ['compare'],
    help: 'Two districts side by side, with difference (second less first) and ratio (second by first).',
  },
  'match': { value: DISTRICT, kinds: ['match'], help: 'The districts of the other cities that are most like this one.' },
  'moran': {
    value: '<measure>',
    kinds: ['moran'],
    help: "Moran's I of a measure in one city, with local clusters (LISA) and Getis-Ord Gi*.",
  },
  'ranks': { value: '<measure>', kinds: ['ranks'], help: 'How firmly each district holds its rank, given what is estimated.' },
  'sites': {
    value: `"${CRITERION_FORM}[;...]"`,
    kinds: ['sites'],
    help: 'Zones rated 0-10 by criteria, all cities together, and the share of weights drawn between least and most in which each is in the best tenth.',
  },
  'city': {
    value: `${CITY}[,...]`,
    kinds: ['measures', 'scenario', 'moran', 'ranks', 'sites'],
    help: 'The cities; all of them by default.',
  },
  'level': {
    value: `fine|coarse|${words('fine')}|${words('coarse')}`,
    kinds: EVERY,
    help: 'Which districts; the fine ones by default.',
  },
  'grid': {
    value: '<metres>',
    kinds: ['measures', 'scenario', 'moran', 'sites'],
    help: 'Hexagons of equal area instead of districts. The number is the side, in metres, of a square of the same area: 250 means 62,500 m².',
  },
  'grid-area': {
    value: '<m²>',
    kinds: ['measures', 'scenario', 'moran', 'sites'],
    help: 'The same by the area of one hexagon in square metres.',
  },
  'area': {
    value: '<file.geojson>',
    kinds: ['measures'],
    help: 'Your own areas: Polygons or MultiPolygons in WGS84, one row a feature. GeoJSON itself may stand in place of the file.',
  },
  'measure': {
    value: 'all|<measure>[,...]',
    kinds: ['measures', 'scenario', 'compare'],
    help: `All by default: ${MEASURE_IDS.join(', ')}.`,
  },
  'formula': {
    value: '"<name> = <formula>[; ...]"',
    kinds: ['measures', 'sites'],
    help: 'Measures of your own, by measures, assumptions, numbers, + - * / ^, comparisons, a ? b : c, min, max, abs, sqrt, log, exp and round. A minus between names wants spaces. With --sites they are own:<name>.',
  },
  'scores': {
    value: REPORT_SCORES.join('|'),
    kinds: ['measures'],
    help: 'Standard scores beside the values: over the zones of each city by itself, or over all together.',
  },
  'weights': {
    value: '<measure>=<weight>[,...] | queen | nearest:<count>',
    kinds: ['match', 'moran'],
    help: `With --match: the measures to compare by, all ratios equally by default. With --moran: who is a neighbour, queen (a shared border or corner) by default; nearest:${NEAREST_DEFAULT} takes that many by distance.`,
  },
  'limit': { value: '<count>', kinds: ['match'], help: `Districts to list; ${LIMIT_DEFAULT} by default.` },
  'permutations': { value: '<count>', kinds: ['moran'], help: `${PERMUTATIONS_DEFAULT} by default.` },
  'draws': { value: '<count>', kinds: ['ranks', 'sites'], help: `${DRAWS_DEFAULT} by default.` },
  'seed': {
    value: '<number>',
    kinds: ['moran', 'ranks', 'sites'],
    help: `The same seed gives the same numbers; ${SEED_DEFAULT} by default.`,
  },
  'heat': {
    value: '<name>=<value>[,...]',
    kinds: EVERY,
    help: 'Assumptions of the heat model to change, by the names that they have in the address of the app.',
  },
  'format': {
    value: REPORT_FORMATS.join('|'),
    kinds: EVERY,
    help: 'By the ending of --out, or else csv. GeoJSON and GeoParquet are in WGS84.',
  },
  'out': { value: '<file>', kinds: EVERY, help: 'Standard output by default; geoparquet needs a file.' },
  'sidecar': {
    value: '<file>|-',
    kinds: EVERY,
    help: 'Where the provenance goes: by default <out>.provenance.json, or nowhere where there is no --out; - is standard error.',
  },
} as const satisfies Readonly<Record<string, ReportOption>>

export type ReportOptionName = keyof typeof REPORT_OPTIONS

/** What `--help` prints. */
export function writeReportHelp(): string {
  const rows = Object.entries(REPORT_OPTIONS).map(([name, { value, help }]) => `  --${name} ${value}\n      ${help}`)
  const [first, second] = CITIES
  const district = (city: (typeof CITIES)[number]) => `${city.id}:<district>`
  return [
    'npm run --silent report -- [options]',
    '',
    'Measures of districts, hexagons or your own areas, with the numbers of the app to the last digit. A gap is an',
    'empty field (null in JSON): the share of the land on which buildings are known stands beside it.',
    '',
    ...rows,
    '',
    'A district is named by its id or by its name in any language.',
    '',
    `  npm run --silent report -- --city ${second.id} --level ${second.levelWords.fine[0]} --measure fsi,gsi,population`,
    `  npm run --silent report -- --compare "${district(first)},${district(second)}" --out compare.json`,
    `  npm run --silent report -- --match "${district(first)}" --weights fsi=1,population-density=2`,
    `  npm run --silent report -- --scenario plan.kaksik.json --measure fsi,population --out plan.csv`,
    `  npm run --silent report -- --moran fsi --city ${second.id} --weights nearest:6 --permutations 999 --seed 1`,
    '',
  ].join('\n')
}
