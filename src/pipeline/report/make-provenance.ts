import { writeOwnMeasures } from '../../analytics/own/own-measure-text.ts'
import { cityById } from '../../cities/index.ts'
import { writeReportArguments, writeReportCommand } from '../../report/write-command.ts'
import type { FlatTable } from '../../report/flat-table.ts'
import type { ReportRequest } from '../../report/request.ts'
import type { CodeState } from './effects.ts'
import type { UsedDataset } from './read-data.ts'

/**
 * Version of the methods. Raise it with every change after which the same data and parameters give
 * another number: a formula, a constant, a sampling distance, the random numbers. It need not be
 * raised for new measures or columns, or for data, which have their own hashes.
 */
const METHOD_VERSION = '5'

export interface ProvenanceInput {
  readonly request: ReportRequest
  readonly table: FlatTable
  readonly datasets: readonly UsedDataset[]
  readonly codeState: CodeState | null
  readonly appVersion: string
  readonly today: string
  /** SHA-256 of the report as it was written. */
  readonly reportSha256: string
}

/** The sidecar of a report: all that it takes to make it again, and to cite it. JSON text. */
export function writeProvenance(input: ProvenanceInput): string {
  const { request, table, datasets, codeState } = input
  const { question, heat, output } = request
  const cityIds = [...new Set(datasets.map(({ cityId }) => cityId))]
  return `${JSON.stringify(
    {
      title: `Kaksik report: ${describeQuestion(request)}`,
      created: input.today,
      citation: writeCitation(input),
      command: writeReportCommand(request),
      arguments: writeReportArguments(request),
      parameters: { ...question, heat },
      seed: 'seed' in question ? question.seed : null,
      method_version: METHOD_VERSION,
      app_version: input.appVersion,
      commit: codeState?.commit ?? null,
      has_uncommitted_changes: codeState?.hasUncommittedChanges ?? null,
      report: { file: output.path, format: output.format, rows: table.rowCount, sha256: input.reportSha256 },
      summary: table.summary,
      columns: table.columns.map(({ name, unit, meaning }) => ({ name, unit, meaning })),
      crs: {
        measured_in: Object.fromEntries(cityIds.map((id) => [id, `EPSG:${cityById(id).epsg}`])),
        written_in: output.format === 'geojson' || output.format === 'geoparquet' ? 'OGC:CRS84' : null,
      },
      datasets: datasets.map(({ cityId, name, entry, sha256 }) => ({
        city: cityId,
        dataset: name,
        file: `data/${cityId}/${name}.parquet`,
        sha256: entry.sha256,
        is_as_in_manifest: sha256 === entry.sha256,
        rows: entry.rows,
        crs: entry.crs,
        date: entry.provenance.year,
        provenance: entry.provenance,
        sources: entry.sources.map(({ title, publisher, licence, year, credit }) => ({ title, publisher, licence, date: year, credit })),
        derived: entry.derived,
      })),
    },
    null,
    2,
  )}\n`
}

/** One paragraph to cite the figures by, with the credits that the licences ask for. */
function writeCitation({ request, datasets, codeState, appVersion, today }: ProvenanceInput): string {
  const credits = [...new Set(datasets.flatMap(({ entry }) => entry.sources.map(({ credit, licence }) => `${credit} (${licence})`)))]
  const code = [`version ${appVersion}`, `method ${METHOD_VERSION}`, codeState === null ? null : `commit ${codeState.commit.slice(0, 10)}`]
  return (
    `Kaksik (${today.slice(0, 4)}): ${describeQuestion(request)}. Computed on ${today} with Kaksik, ` +
    `${code.filter((part) => part !== null).join(', ')}, by: ${writeReportCommand(request)}. Data: ${credits.join('; ')}.`
  )
}

function describeQuestion({ question }: ReportRequest): string {
  const cities = (ids: readonly Parameters<typeof cityById>[0][]) => ids.map((id) => cityById(id).names.en).join(' and ')
  switch (question.kind) {
    case 'measures': {
      const { zones } = question
      const names = [...question.measureIds, ...(question.own === undefined ? [] : [writeOwnMeasures(question.own, '; ')])].join(', ')
      switch (zones.kind) {
        case 'districts':
          return `${names} of the ${zones.level} districts of ${cities(zones.cityIds)}`
        case 'city':
          return `${names} of ${cities(zones.cityIds)}`
        case 'hexagons':
          return `${names} on hexagons of ${zones.areaSquareMetres} m² in ${cities(zones.cityIds)}`
        case 'area':
          return `${names} of the area "${zones.name}" in ${cities([zones.cityId])}`
        case 'area-file':
          return `${names} of the areas of ${zones.path}`
      }
      break
    }
    case 'scenario':
      return `what the scenario of ${question.path} does to ${question.measureIds.join(', ')} in ${cities(question.zones.cityIds)}`
    case 'compare':
      return `comparison of ${question.districts.map(({ cityId, idOrName }) => `${idOrName}, ${cities([cityId])}`).join(' with ')}`
    case 'match':
      return `districts like ${question.district.idOrName}, ${cities([question.district.cityId])}`
    case 'moran':
      return `spatial autocorrelation of ${question.measureId} in ${cities(question.zones.cityIds)}`
    case 'ranks':
      return `ranks by ${question.measureId} of the ${question.level} districts of ${cities(question.cityIds)}`
    case 'sites':
      return `sites rated by ${question.criteria.map(({ measureId }) => measureId).join(', ')} in ${cities(question.zones.cityIds)}`
  }
}
