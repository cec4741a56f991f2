import { createHash } from 'node:crypto'
import type { City } from '../cities/city.ts'
import { DATASETS, type DatasetName, type Manifest, type ManifestFile, type ManifestSource } from '../schema/datasets.ts'
import type { Dataset } from './dataset.ts'
import { countIssues } from './issues.ts'

/** What is known of one file once its bytes exist. */
export interface WrittenDataset {
  readonly dataset: Dataset
  readonly bytes: Uint8Array
}

/** The city's manifest; files in the schema's order and keys sorted, without a time of writing. */
export function createManifest(city: City, written: readonly WrittenDataset[]): Manifest {
  const files: Partial<Record<DatasetName, ManifestFile>> = {}
  const quality: Record<string, number> = {}
  for (const name of Object.keys(DATASETS) as DatasetName[]) {
    const found = written.find(({ dataset }) => dataset.name === name)
    if (found === undefined) continue
    files[name] = createEntry(city, found)
    Object.assign(quality, found.dataset.quality)
  }
  return { city: city.id, crs: `EPSG:${city.epsg}`, heightSystem: city.heightSystem, files, quality: sortKeys(quality) }
}

/** SHA-256 in hexadecimal. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function createEntry(city: City, { dataset, bytes }: WrittenDataset): ManifestFile {
  return {
    rows: dataset.features.length,
    sha256: hashBytes(bytes),
    bytes: bytes.length,
    crs: `EPSG:${city.epsg}`,
    geometry: dataset.geometry,
    sources: uniqueSources(dataset.sources),
    derived: sortKeys(dataset.derived),
    dropped: sortKeys({ ...countIssues(dataset.issues, 'dropped'), ...dataset.leftOut }),
    mended: countIssues(dataset.issues, 'mended'),
    provenance: dataset.provenance,
  }
}

function uniqueSources(sources: readonly ManifestSource[]): readonly ManifestSource[] {
  const byKey = new Map(sources.map((source) => [source.key, source]))
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}

function sortKeys<Entry>(record: Readonly<Record<string, Entry>>): Record<string, Entry> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
