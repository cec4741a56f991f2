import { csvFormatRow } from 'd3-dsv'
import { join } from 'node:path'
import { CITIES } from '../cities/index.ts'
import type { City } from '../cities/city.ts'
import { createRoofSunDataset } from './buildings/roof-sun.ts'
import type { Dataset, Issue } from './dataset.ts'
import type { Effects } from './effects.ts'
import { encodeGeoParquet } from './formats/geoparquet.ts'
import { createManifest, type WrittenDataset } from './manifest.ts'

/** What each city's folder exports from its `build.ts`. */
export interface CityModule {
  readonly buildDatasets: (effects: Effects, sources: string) => Promise<readonly Dataset[]>
}

export interface BuildOptions {
  /** Folder with the raw open data. */
  readonly sources: string
  /** Folder that gets one folder a city. */
  readonly out: string
  /** Ids of the cities to build; all where it is absent. */
  readonly cityIds?: readonly string[]
  /** Loads a city's steps by its id; from its own folder where it is absent. */
  readonly loadCity?: (id: string) => Promise<CityModule>
}

/**
 * Builds `out/<city>/` from the sources. Nothing is written before every city asked for is built, and
 * a city's folder is swapped in whole, so a failure leaves the earlier data untouched.
 * Throws a `SourceError` where a source file is missing or unreadable.
 */
export async function buildData(effects: Effects, options: BuildOptions): Promise<void> {
  const cities = CITIES.filter((city) => options.cityIds?.includes(city.id) ?? true)
  const folders: (readonly [string, ReadonlyMap<string, Uint8Array>])[] = []
  for (const city of cities) {
    effects.log(`${city.names.en}: reading ${options.sources}`)
    const steps = await (options.loadCity ?? loadCity)(city.id)
    const datasets = await withRoofSun(city, await steps.buildDatasets(effects, options.sources))
    folders.push([join(options.out, city.id), encodeCity(effects, city, datasets)])
  }
  for (const [path, files] of folders) await effects.replaceFolder(path, files)
}

/** What follows from a city's buildings is the same work in every city. */
async function withRoofSun(city: City, datasets: readonly Dataset[]): Promise<readonly Dataset[]> {
  const [buildings, parts] = (['buildings', 'building_parts'] as const).map((name) => datasets.find((dataset) => dataset.name === name))
  if (buildings === undefined || parts === undefined) return datasets
  return [...datasets, await createRoofSunDataset(city, buildings, parts)]
}

/** The city's folder is found by its id: a new city brings its own and nothing here names it. */
async function loadCity(id: string): Promise<CityModule> {
  return (await import(`./cities/${id}/build.ts`)) as CityModule
}

/** The files of one city by name: a Parquet file a data set, the manifest, the list of issues. */
function encodeCity(effects: Effects, city: City, datasets: readonly Dataset[]): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  const written: WrittenDataset[] = []
  for (const dataset of datasets) {
    const bytes = encodeGeoParquet(dataset.name, dataset.features, city.epsg)
    files.set(`${dataset.name}.parquet`, bytes)
    written.push({ dataset, bytes })
    effects.log(`  ${dataset.name}: ${dataset.features.length} rows, ${Math.ceil(bytes.length / 1024)} kB`)
  }
  const manifest = createManifest(city, written)
  files.set('manifest.json', encodeText(`${JSON.stringify(manifest, null, 2)}\n`))
  const issues = datasets.flatMap((dataset) => dataset.issues)
  files.set('issues.csv', encodeText(formatIssues(issues)))
  logIssues(effects, issues)
  for (const [name, value] of Object.entries(manifest.quality)) effects.log(`  ${name}: ${value}`)
  return files
}

/** Every issue as a line: severity, code, file, feature, message. */
function formatIssues(issues: readonly Issue[]): string {
  const lines = issues.map((issue) => csvFormatRow([issue.severity, issue.code, issue.file, issue.feature, issue.message]))
  return `${['severity,code,file,feature,message', ...lines.sort()].join('\n')}\n`
}

/** Lines shown on the terminal; the rest is in `issues.csv`. */
const ISSUES_SHOWN = 20

function logIssues(effects: Effects, issues: readonly Issue[]): void {
  for (const issue of issues.slice(0, ISSUES_SHOWN)) effects.log(`  ${issue.severity}: ${issue.message}`)
  if (issues.length > ISSUES_SHOWN) effects.log(`  … and ${issues.length - ISSUES_SHOWN} more in issues.csv`)
}

function encodeText(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
