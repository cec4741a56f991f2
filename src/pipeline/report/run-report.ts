import type { AnalysisService } from '../../services/analysis/analysis-service.ts'
import type { DataFiles } from '../../services/city-tables.ts'
import { createAnalysisService } from '../../services/analysis/create-analysis-service.ts'
import type { FlatTable } from '../../report/flat-table.ts'
import { parseReportArguments } from './parse-arguments.ts'
import { writeReportHelp } from '../../report/options.ts'
import { ReportArgumentError, type ReportFormat, type ReportRequest } from '../../report/request.ts'
import { writeCsv, writeGeoJson, writeJson } from '../../report/write-tables.ts'
import { hashBytes } from '../manifest.ts'
import { answerQuestion } from './answer-question.ts'
import { checkTargets } from './check-targets.ts'
import type { ReportEffects } from './effects.ts'
import { writeProvenance } from './make-provenance.ts'
import { openReportData } from './read-data.ts'
import { writeGeoParquet } from './write-geoparquet.ts'

export interface ReportPlace {
  /** The folder of the repository, without links. */
  readonly root: string
  /** The folder `data`, without a slash at its end. */
  readonly dataFolder: string
  readonly appVersion: string
  /** For tests; the service of the app where left out. */
  readonly openService?: (files: DataFiles) => AnalysisService
}

/**
 * Runs a report and returns the exit code: 0, or 2 where the arguments cannot be understood; then one
 * sentence each goes to standard error and nothing is written. Broken data reject with a sentence.
 */
export async function runReport(argv: readonly string[], place: ReportPlace, effects: ReportEffects): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    effects.print(writeReportHelp())
    return 0
  }
  try {
    const request = parseReportArguments(argv)
    await checkTargets(request, place.root, effects)
    await makeReport(request, place, effects)
    return 0
  } catch (error) {
    if (!(error instanceof ReportArgumentError)) throw error
    for (const problem of error.problems) effects.warn(problem)
    effects.warn('Nothing was written; --help lists the options.')
    return 2
  }
}

async function makeReport(request: ReportRequest, place: ReportPlace, effects: ReportEffects): Promise<void> {
  const { output } = request
  const data = openReportData(place.dataFolder, effects)
  const service = (place.openService ?? createAnalysisService)(data.files)
  const table = await answerQuestion(request.question, request.heat, output.format, { service, files: data.files, effects })
  const report = encodeTable(table, output.format)
  const sidecarPath = output.sidecarPath ?? (output.path === null ? null : `${output.path}.provenance.json`)
  const datasets = await data.usedDatasets()
  const sidecar =
    sidecarPath === null
      ? null
      : writeProvenance({
          request,
          table,
          datasets,
          codeState: await effects.readCodeState(),
          appVersion: place.appVersion,
          today: effects.today(),
          reportSha256: hashBytes(report),
        })
  // The sidecar first: a report never lies there without the word on where it comes from.
  if (sidecar !== null && sidecarPath !== '-') await effects.writeFile(sidecarPath as string, new TextEncoder().encode(sidecar))
  if (output.path === null) effects.print(new TextDecoder().decode(report))
  else await effects.writeFile(output.path, report)
  if (sidecar !== null && sidecarPath === '-') effects.warn(sidecar.trimEnd())
  for (const { cityId, name, entry, sha256 } of datasets) {
    if (sha256 !== entry.sha256) effects.warn(`data/${cityId}/${name}.parquet is not the file that its manifest describes.`)
  }
  // CSV has no place for figures of the whole table.
  if (output.format === 'csv') for (const [name, value] of Object.entries(table.summary)) effects.warn(`${name}: ${String(value)}`)
}

function encodeTable(table: FlatTable, format: ReportFormat): Uint8Array {
  switch (format) {
    case 'csv':
      return new TextEncoder().encode(writeCsv(table))
    case 'json':
      return new TextEncoder().encode(writeJson(table))
    case 'geojson':
      return new TextEncoder().encode(writeGeoJson(table))
    case 'geoparquet':
      return writeGeoParquet(table)
  }
}
