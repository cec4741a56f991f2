import { extname } from 'node:path'
import type { MeasureId } from '../../analytics/measures/types.ts'
import type { CityId } from '../../cities/index.ts'
import {
  DRAWS_DEFAULT,
  GRID_SIDES_METRES,
  LIMIT_DEFAULT,
  NEAREST_DEFAULT,
  PERMUTATIONS_DEFAULT,
  SEED_DEFAULT,
} from '../../report/options.ts'
import {
  REPORT_FORMATS,
  REPORT_SCORES,
  ReportArgumentError,
  type ManyZones,
  type ReportFormat,
  type ReportOutput,
  type ReportQuestion,
  type ReportRequest,
  type ReportZones,
} from '../../report/request.ts'
import type { WeightsChoice } from '../../services/analysis/analysis-service.ts'
import { ArgumentReader } from './argument-reader.ts'
import { readCriteria, readFormulas } from './read-own.ts'

/** Weights where none are given: the ratios, each the same. Sums would compare sizes of districts. */
const MATCH_WEIGHTS_DEFAULT: Readonly<Partial<Record<MeasureId, number>>> = {
  'population-density': 1,
  'fsi': 1,
  'gsi': 1,
  'mean-storeys': 1,
  'near-stop-share': 1,
  'green-per-resident': 1,
}

/**
 * What the arguments ask for; the inverse of `writeReportArguments`.
 *
 * @throws ReportArgumentError with one sentence for each argument that cannot be understood
 */
export function parseReportArguments(argv: readonly string[]): ReportRequest {
  const reader = new ArgumentReader(argv)
  // What is misspelt is reported first: an option that is not there would cause complaints of its own.
  if (reader.problems.length > 0) throw new ReportArgumentError(reader.problems)
  const kinds = (['scenario', 'compare', 'match', 'moran', 'ranks', 'sites'] as const).filter((kind) => reader.has(kind))
  if (kinds.length > 1) reader.complain(`Only one of ${kinds.map((kind) => `--${kind}`).join(', ')} can be asked for at a time.`)
  const kind = kinds[0] ?? 'measures'
  reader.checkKind(kind)
  const request = { question: readQuestion(kind, reader), heat: reader.heat(), output: readOutput(reader) }
  if (reader.problems.length > 0) throw new ReportArgumentError(reader.problems)
  return request
}

function readQuestion(kind: ReportQuestion['kind'], reader: ArgumentReader): ReportQuestion {
  switch (kind) {
    case 'measures': {
      const own = readFormulas(reader)
      return {
        kind,
        zones: readZones(reader),
        measureIds: reader.measures('measure'),
        ...(own.length === 0 ? {} : { own }),
        scores: reader.word('scores', REPORT_SCORES) ?? 'none',
      }
    }
    case 'scenario':
      return {
        kind,
        path: reader.text('scenario') ?? '',
        beforePath: reader.text('before'),
        zones: readManyZones(reader, reader.cities()),
        measureIds: reader.measures('measure'),
      }
    case 'compare':
      return {
        kind,
        level: reader.level(reader.cities()),
        districts: reader.districtPair('compare'),
        measureIds: reader.measures('measure'),
      }
    case 'match':
      return {
        kind,
        level: reader.level(reader.cities()),
        district: reader.district('match'),
        weights: reader.measureWeights('weights') ?? MATCH_WEIGHTS_DEFAULT,
        limit: reader.whole('limit', LIMIT_DEFAULT, 1, 200),
      }
    case 'moran':
      return {
        kind,
        measureId: reader.measure('moran'),
        zones: readManyZones(reader, [reader.oneCity('--moran')]),
        weights: readNeighbours(reader),
        permutations: reader.whole('permutations', PERMUTATIONS_DEFAULT, 9, 99_999),
        seed: readSeed(reader),
      }
    case 'ranks': {
      const cityIds = reader.cities()
      return {
        kind,
        measureId: reader.measure('ranks'),
        cityIds,
        level: reader.level(cityIds),
        draws: reader.whole('draws', DRAWS_DEFAULT, 10, 100_000),
        seed: readSeed(reader),
      }
    }
    case 'sites': {
      const own = readFormulas(reader)
      return {
        kind,
        criteria: readCriteria(reader, own),
        zones: readManyZones(reader, reader.cities()),
        ...(own.length === 0 ? {} : { own }),
        draws: reader.whole('draws', DRAWS_DEFAULT, 10, 100_000),
        seed: readSeed(reader),
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

/** By the ending of the file, unless it is given. */
function readFormat(reader: ArgumentReader, path: string | null): ReportFormat {
  const given = reader.word('format', REPORT_FORMATS)
  if (given !== null || path === null || reader.has('format')) return given ?? 'csv'
  const ending = extname(path).toLowerCase()
  const format = FORMATS_BY_ENDING[ending]
  if (format === undefined) {
    reader.complain(`--out ${path}: expected a name that ends in ${Object.keys(FORMATS_BY_ENDING).join(', ')}, or --format with it.`)
  }
  return format ?? 'csv'
}

const FORMATS_BY_ENDING: Readonly<Record<string, ReportFormat>> = {
  '.csv': 'csv',
  '.json': 'json',
  '.geojson': 'geojson',
  '.parquet': 'geoparquet',
  '.geoparquet': 'geoparquet',
}
