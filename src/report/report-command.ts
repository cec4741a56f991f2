import type { MeasureId } from '../analytics/measures/types.ts'
import type { CityId } from '../cities/index.ts'
import type { WeightsChoice } from '../services/analysis/analysis-service.ts'
import { ArgumentReader } from './report-arguments.ts'
import { writeArea } from './report-area.ts'
import {
  DRAWS_DEFAULT, GRID_SIDES_METRES, LIMIT_DEFAULT, NEAREST_DEFAULT, PERMUTATIONS_DEFAULT, SEED_DEFAULT, type ReportOptionName,
} from './report-options.ts'
import {
  REPORT_FORMATS, REPORT_SCORES, ReportArgumentError, type ManyZones, type ReportDistrict, type ReportFormat, type ReportOutput,
  type ReportQuestion, type ReportRequest, type ReportZones,
} from './report-request.ts'

/** Weights where none are given: the ratios, each the same. Sums would compare sizes of districts. */
const MATCH_WEIGHTS_DEFAULT: Readonly<Partial<Record<MeasureId, number>>> = {
  'population-density': 1, fsi: 1, gsi: 1, 'mean-storeys': 1, 'near-stop-share': 1, 'green-per-resident': 1,
}

/** Banner lines of npm would stand in front of a table on standard output. */
const COMMAND = 'npm run --silent report --'

/**
 * The command line, for a POSIX shell, that gives what the request describes. Every choice is
 * written out, so that it means the same when a default changes.
 */
export function writeReportCommand(request: ReportRequest): string {
  return [COMMAND, ...writeReportArguments(request).map(quoteForShell)].join(' ')
}

/** The same as a list of arguments, unquoted. */
export function writeReportArguments({ question, heat, output }: ReportRequest): readonly string[] {
  const options: readonly (readonly [ReportOptionName, string | null])[] = [
    ...writeQuestion(question),
    ['heat', writePairs(heat)],
    ['format', output.format],
    ['out', output.path],
    ['sidecar', output.sidecarPath],
  ]
  return options.flatMap(([name, value]) => {
    if (value === null) return []
    // A value that starts with a dash would be taken for the next option.
    return value.startsWith('-') && value !== '-' ? [`--${name}=${value}`] : [`--${name}`, value]
  })
}

/**
 * What the arguments ask for; the inverse of `writeReportArguments`.
 *
 * @throws ReportArgumentError with one sentence for each argument that cannot be understood
 */
export function parseReportArguments(argv: readonly string[]): ReportRequest {
  const reader = new ArgumentReader(argv)
  // What is misspelt is told first: an option that is not there would cause complaints of its own.
  if (reader.problems.length > 0) throw new ReportArgumentError(reader.problems)
  const kinds = (['compare', 'match', 'moran', 'ranks'] as const).filter((kind) => reader.has(kind))
  if (kinds.length > 1) reader.complain(`Only one of ${kinds.map((kind) => `--${kind}`).join(', ')} can be asked for at a time.`)
  const kind = kinds[0] ?? 'measures'
  reader.checkKind(kind)
  const request = { question: readQuestion(kind, reader), heat: reader.heat(), output: readOutput(reader) }
  if (reader.problems.length > 0) throw new ReportArgumentError(reader.problems)
  return request
}

function writeQuestion(question: ReportQuestion): (readonly [ReportOptionName, string | null])[] {
  switch (question.kind) {
    case 'measures': return [
      ...writeZones(question.zones), ['measure', question.measureIds.join(',')],
      ['scores', question.scores === 'none' ? null : question.scores],
    ]
    case 'compare': return [
      ['compare', question.districts.map(writeDistrict).join(',')], ['level', question.level], ['measure', question.measureIds.join(',')],
    ]
    case 'match': return [
      ['match', writeDistrict(question.district)], ['level', question.level],
      ['weights', writePairs(question.weights)], ['limit', String(question.limit)],
    ]
    case 'moran': return [
      ['moran', question.measureId], ...writeZones(question.zones),
      ['weights', question.weights.kind === 'contiguity' ? 'queen' : `nearest:${question.weights.count}`],
      ['permutations', String(question.permutations)], ['seed', String(question.seed)],
    ]
    case 'ranks': return [
      ['ranks', question.measureId], ['city', question.cityIds.join(',')], ['level', question.level],
      ['draws', String(question.draws)], ['seed', String(question.seed)],
    ]
  }
}

function writeZones(zones: ReportZones): (readonly [ReportOptionName, string | null])[] {
  switch (zones.kind) {
    case 'districts': return [['city', zones.cityIds.join(',')], ['level', zones.level]]
    case 'hexagons': {
      const side = Math.sqrt(zones.areaSquareMetres)
      // The side only where it gives the very same area back.
      const size = side * side === zones.areaSquareMetres
        ? ['grid', String(side)] as const : ['grid-area', String(zones.areaSquareMetres)] as const
      return [['city', zones.cityIds.join(',')], size]
    }
    case 'area': return [['city', zones.cityId], ['area', writeArea(zones)]]
    case 'area-file': return [['city', zones.cityId], ['area', zones.path]]
  }
}

function writeDistrict({ cityId, idOrName }: ReportDistrict): string {
  return `${cityId}:${idOrName}`
}

function writePairs(pairs: Readonly<Record<string, unknown>>): string | null {
  const entries = Object.entries(pairs)
  return entries.length === 0 ? null : entries.map(([name, value]) => `${name}=${String(value)}`).join(',')
}

function readQuestion(kind: ReportQuestion['kind'], reader: ArgumentReader): ReportQuestion {
  switch (kind) {
    case 'measures': return {
      kind, zones: readZones(reader), measureIds: reader.measures('measure'), scores: reader.word('scores', REPORT_SCORES) ?? 'none',
    }
    case 'compare': return {
      kind, level: reader.level(reader.cities()), districts: reader.districtPair('compare'), measureIds: reader.measures('measure'),
    }
    case 'match': return {
      kind, level: reader.level(reader.cities()), district: reader.district('match'),
      weights: reader.measureWeights('weights') ?? MATCH_WEIGHTS_DEFAULT, limit: reader.whole('limit', LIMIT_DEFAULT, 1, 200),
    }
    case 'moran': return {
      kind, measureId: reader.measure('moran'), zones: readManyZones(reader, [reader.oneCity('--moran')]), weights: readNeighbours(reader),
      permutations: reader.whole('permutations', PERMUTATIONS_DEFAULT, 9, 99_999), seed: readSeed(reader),
    }
    case 'ranks': {
      const cityIds = reader.cities()
      return {
        kind, measureId: reader.measure('ranks'), cityIds, level: reader.level(cityIds),
        draws: reader.whole('draws', DRAWS_DEFAULT, 10, 100_000), seed: readSeed(reader),
      }
    }
  }
}

function readZones(reader: ArgumentReader): ReportZones {
  const area = reader.text('area')
  if (area === null) return readManyZones(reader, reader.cities())
  reader.checkAlone('area', ['level', 'grid', 'grid-area'])
  const cityId = reader.has('city') ? reader.oneCity('--area') : null
  return area.trimStart().startsWith('{') ? reader.inlineArea(area, cityId) : { kind: 'area-file', path: area, cityId }
}

function readManyZones(reader: ArgumentReader, cityIds: readonly CityId[]): ManyZones {
  const { least, most } = GRID_SIDES_METRES
  if (reader.has('grid')) {
    reader.checkAlone('grid', ['level', 'grid-area'])
    return { kind: 'hexagons', areaSquareMetres: reader.number('grid', least, most, ' metres') ** 2, cityIds }
  }
  if (reader.has('grid-area')) {
    reader.checkAlone('grid-area', ['level'])
    return { kind: 'hexagons', areaSquareMetres: reader.number('grid-area', least ** 2, most ** 2, ' m²'), cityIds }
  }
  return { kind: 'districts', level: reader.level(cityIds), cityIds }
}

function readNeighbours(reader: ArgumentReader): WeightsChoice {
  const text = reader.text('weights')
  if (text === null || text === 'queen') return { kind: 'contiguity' }
  const count = Number(/^nearest:(\d+)$/.exec(text)?.[1] ?? NaN)
  if (count >= 1 && count <= 50) return { kind: 'nearest', count }
  reader.complain(`--weights: expected queen, or nearest:${NEAREST_DEFAULT} with a count from 1 to 50, found "${text}".`)
  return { kind: 'contiguity' }
}

function readSeed(reader: ArgumentReader): number {
  return reader.whole('seed', SEED_DEFAULT, 0, 4_294_967_295)
}

function readOutput(reader: ArgumentReader): ReportOutput {
  const [path, sidecarPath] = [reader.text('out'), reader.text('sidecar')]
  const format = readFormat(reader, path)
  if (format === 'geoparquet' && path === null) reader.complain('--format geoparquet is binary: expected a file in --out.')
  if (path !== null && path === sidecarPath) reader.complain('--sidecar: expected another file than --out.')
  return { format, path, sidecarPath }
}

function readFormat(reader: ArgumentReader, path: string | null): ReportFormat {
  const endings: Readonly<Record<string, ReportFormat>> = { csv: 'csv', json: 'json', geojson: 'geojson', parquet: 'geoparquet', geoparquet: 'geoparquet' }
  return reader.word('format', REPORT_FORMATS) ?? endings[path?.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'csv'
}

/** One word of a POSIX shell (IEEE 1003.1, 2.2.2 Single-Quotes): nothing within is expanded. */
function quoteForShell(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`
}

