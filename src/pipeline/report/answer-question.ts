import { cleanArea } from '../../analytics/zones/clean-area.ts'
import { cityById, CITY_IDS } from '../../cities/index.ts'
import { converterBetween } from '../../geo/crs.ts'
import type { AnalysisService, HeatChanges, MeasureTable, ZoneSet } from '../../services/analysis/analysis-service.ts'
import { reckonOwnColumns } from '../../services/analysis/own-columns.ts'
import type { DataFiles } from '../../services/city-tables.ts'
import type { FlatTable } from '../../report/flat-table.ts'
import { joinMeasureTables, pickZones } from '../../report/join-tables.ts'
import { rowOfZone } from '../../report/measure-columns.ts'
import { readAreas, type AreaZones } from '../../report/read-areas.ts'
import { ReportArgumentError, type ReportFormat, type ReportQuestion, type ReportZones } from '../../report/request.ts'
import { tabulateComparison, tabulateMeasures } from '../../report/tabulate-measures.ts'
import { tabulateSites } from '../../report/tabulate-sites.ts'
import { tabulateClusters, tabulateMatches, tabulateRanks } from '../../report/tabulate-statistics.ts'
import { listIssues, tabulateScenario } from '../../report/tabulate-scenario.ts'
import type { ReportEffects } from './effects.ts'
import { findDistrict } from './find-district.ts'
import { readScenario } from './read-scenario.ts'
import { reportProgress, sayHowLong } from './report-progress.ts'

/** What a question is put to. */
export interface Sources {
  readonly service: AnalysisService
  readonly files: DataFiles
  readonly effects: Pick<ReportEffects, 'readBytes' | 'warn' | 'now'>
}

/** A table of the answer. Rejects with a ReportArgumentError where a district or an area is none. */
export async function answerQuestion(
  question: ReportQuestion,
  heat: HeatChanges,
  format: ReportFormat,
  sources: Sources,
): Promise<FlatTable> {
  const { service, effects } = sources
  switch (question.kind) {
    case 'measures': {
      const sets = await openZones(question.zones, sources)
      const tables: MeasureTable[] = []
      for (const set of sets) tables.push(await service.measure(set, heat))
      const table = joinMeasureTables(tables)
      return tabulateMeasures(table, question.measureIds, question.scores, reckonOwnColumns(table, question.own ?? []))
    }
    case 'scenario': {
      const { path, beforePath, zones, measureIds } = question
      const plan = await readScenario('scenario', path, effects)
      const before = beforePath === null ? null : await readScenario('before', beforePath, effects)
      const asked = { scenario: plan.scenario, baseline: before?.scenario ?? null, heat }
      const ofZones = await service.evaluateScenario({ ...asked, zones })
      const ofCities = await service.evaluateScenario({ ...asked, zones: { kind: 'city', cityIds: zones.cityIds } })
      for (const issue of listIssues([ofZones], plan)) effects.warn(`--scenario ${path}: ${issue}.`)
      return tabulateScenario([ofZones, ofCities], measureIds, plan, before)
    }
    case 'compare': {
      const { level, districts, measureIds } = question
      const ids = await Promise.all(districts.map((district) => findDistrict(district, level, 'compare', sources)))
      const cityIds = CITY_IDS.filter((id) => districts.some(({ cityId }) => cityId === id))
      const table = await service.measure({ kind: 'districts', level, cityIds }, heat)
      const [first, second] = districts.map(({ cityId }, index) => rowOfZone(table, { cityId, id: ids[index] as string })) as [
        number,
        number,
      ]
      // On a map the two are places; in a table their measures are the rows.
      return format === 'geojson' || format === 'geoparquet'
        ? tabulateMeasures(pickZones(table, [first, second]), measureIds)
        : tabulateComparison(table, first, second, measureIds)
    }
    case 'match': {
      const { level, district, weights, limit } = question
      const zoneId = await findDistrict(district, level, 'match', sources)
      const matches = await service.match({ cityId: district.cityId, zoneId, level, weights, limit, heat })
      const cityIds = CITY_IDS.filter((id) => matches.some(({ row }) => row.cityId === id))
      return tabulateMatches(matches, await service.measure({ kind: 'districts', level, cityIds }, heat))
    }
    case 'moran': {
      const { zones, measureId, weights, permutations, seed } = question
      const table = await service.measure(zones, heat)
      const request = { zones, measureId, weights, seed, heat }
      sayHowLong(table.rows.length, permutations, effects)
      const clusters = await service.autocorrelate({ ...request, permutations }, reportProgress(effects))
      return tabulateClusters(clusters, measureId, table)
    }
    case 'ranks': {
      const { level, cityIds, measureId, draws, seed } = question
      const table = await service.measure({ kind: 'districts', level, cityIds }, heat)
      const ranks = await service.testRanks({ level, cityIds, measureId, draws, seed, heat }, goOn(effects))
      return tabulateRanks(ranks, measureId, table)
    }
    case 'sites': {
      const { zones, criteria, own = [], draws, seed } = question
      const table = await service.measure(zones, heat)
      const ratings = await service.rateSites({ zones, criteria, own, draws, seed, heat }, goOn(effects))
      return tabulateSites(ratings, { criteria, own }, table)
    }
  }
}

/** Says how far the work is, and never ends it. */
function goOn(effects: Sources['effects']): (share: number) => boolean {
  const progress = reportProgress(effects)
  return (share) => {
    progress(share)
    return true
  }
}

/** The sets to be measured: one, or one an area of a file. */
async function openZones(zones: ReportZones, { effects }: Sources): Promise<readonly ZoneSet[]> {
  if (zones.kind !== 'area-file') {
    if (zones.kind === 'area') checkArea(zones, '--area')
    return [zones]
  }
  const where = `--area ${zones.path}`
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await effects.readBytes(zones.path))
  } catch (error) {
    const code = (error as { readonly code?: string }).code
    const why =
      code === 'ENOENT'
        ? 'expected a GeoJSON file, but it does not exist'
        : code === 'EISDIR'
          ? 'expected a GeoJSON file, but it is a folder'
          : error instanceof TypeError
            ? 'expected GeoJSON in UTF-8, found other bytes'
            : `could not be read (${(error as Error).message})`
    throw new ReportArgumentError([`${where}: ${why}.`])
  }
  let areas: readonly AreaZones[]
  try {
    areas = readAreas(text, zones.cityId, 'area')
  } catch (error) {
    throw new ReportArgumentError([`${where}: ${(error as Error).message}.`])
  }
  areas.forEach((area, index) => checkArea(area, areas.length > 1 ? `${where}: feature ${index + 1}` : where))
  return areas
}

/** An area of nothing is reported before anything is measured. */
function checkArea({ cityId, polygonsDegrees }: AreaZones, where: string): void {
  const { point } = converterBetween(4326, cityById(cityId).epsg)
  try {
    cleanArea(polygonsDegrees.map((rings) => rings.map((ring) => ring.map(([x, y]) => point(x, y)))))
  } catch (error) {
    const [first = '', ...rest] = (error as Error).message
    throw new ReportArgumentError([`${where}: ${first.toLowerCase()}${rest.join('')}.`])
  }
}
