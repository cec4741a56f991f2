import { writeCriteria } from '../analytics/choice/site-criteria.ts'
import { writeOwnMeasures, type OwnMeasure } from '../analytics/own/own-measure-text.ts'
import type { ReportOptionName } from './options.ts'
import { writeArea } from './read-areas.ts'
import type { ReportDistrict, ReportQuestion, ReportRequest, ReportZones } from './request.ts'

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

function writeQuestion(question: ReportQuestion): (readonly [ReportOptionName, string | null])[] {
  switch (question.kind) {
    case 'measures':
      return [
        ...writeZones(question.zones),
        ['measure', question.measureIds.join(',')],
        ['formula', writeOwn(question.own)],
        ['scores', question.scores === 'none' ? null : question.scores],
      ]
    case 'scenario':
      return [
        ['scenario', question.path],
        ['before', question.beforePath],
        ...writeZones(question.zones),
        ['measure', question.measureIds.join(',')],
      ]
    case 'compare':
      return [
        ['compare', question.districts.map(writeDistrict).join(',')],
        ['level', question.level],
        ['measure', question.measureIds.join(',')],
      ]
    case 'match':
      return [
        ['match', writeDistrict(question.district)],
        ['level', question.level],
        ['weights', writePairs(question.weights)],
        ['limit', String(question.limit)],
      ]
    case 'moran':
      return [
        ['moran', question.measureId],
        ...writeZones(question.zones),
        ['weights', question.weights.kind === 'contiguity' ? 'queen' : `nearest:${question.weights.count}`],
        ['permutations', String(question.permutations)],
        ['seed', String(question.seed)],
      ]
    case 'ranks':
      return [
        ['ranks', question.measureId],
        ['city', question.cityIds.join(',')],
        ['level', question.level],
        ['draws', String(question.draws)],
        ['seed', String(question.seed)],
      ]
    case 'sites':
      return [
        ['sites', writeCriteria(question.criteria)],
        ...writeZones(question.zones),
        ['formula', writeOwn(question.own)],
        ['draws', String(question.draws)],
        ['seed', String(question.seed)],
      ]
  }
}

function writeZones(zones: ReportZones): (readonly [ReportOptionName, string | null])[] {
  switch (zones.kind) {
    case 'districts':
      return [
        ['city', zones.cityIds.join(',')],
        ['level', zones.level],
      ]
    case 'city':
      return [
        ['city', zones.cityIds.join(',')],
        ['level', 'city'],
      ]
    case 'hexagons': {
      const side = Math.sqrt(zones.areaSquareMetres)
      // The side only where it gives the very same area back.
      const size =
        side * side === zones.areaSquareMetres
          ? (['grid', String(side)] as const)
          : (['grid-area', String(zones.areaSquareMetres)] as const)
      return [['city', zones.cityIds.join(',')], size]
    }
    case 'area':
      return [
        ['city', zones.cityId],
        ['area', writeArea(zones)],
      ]
    case 'area-file':
      return [
        ['city', zones.cityId],
        ['area', zones.path],
      ]
  }
}

function writeOwn(own: readonly OwnMeasure[] | undefined): string | null {
  return own === undefined || own.length === 0 ? null : writeOwnMeasures(own, '; ')
}

function writeDistrict({ cityId, idOrName }: ReportDistrict): string {
  return `${cityId}:${idOrName}`
}

function writePairs(pairs: Readonly<Record<string, unknown>>): string | null {
  const entries = Object.entries(pairs)
  return entries.length === 0 ? null : entries.map(([name, value]) => `${name}=${String(value)}`).join(',')
}

/** One word of a POSIX shell (IEEE 1003.1, 2.2.2 Single-Quotes): nothing within is expanded. */
function quoteForShell(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`
}
