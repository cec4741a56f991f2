import { DATASETS, type DatasetName, type Manifest, type ManifestFile } from '../schema/datasets.ts'

/**
 * Reads `manifest.json`. What is read of it later is checked here, the rest is taken as written.
 *
 * @throws Error naming the file and what was expected, for text that is no JSON or lacks a field
 */
export function readManifest(bytes: ArrayBuffer, cityId: string): Manifest {
  const where = `${cityId}/manifest.json`
  let raw: unknown
  try {
    raw = JSON.parse(new TextDecoder().decode(bytes))
  } catch (error) {
    throw new Error(`${where}: expected JSON, but ${(error as Error).message}`, { cause: error })
  }
  if (!isRecord(raw) || !isRecord(raw['files'])) throw new Error(`${where}: expected an object with "files"`)
  const files: Partial<Record<DatasetName, ManifestFile>> = {}
  for (const name of Object.keys(DATASETS) as DatasetName[]) {
    const file = raw['files'][name]
    if (file === undefined) continue
    if (!isRecord(file) || !isRecord(file['provenance']) || !Array.isArray(file['sources'])) {
      throw new Error(`${where}: expected "${name}" to have "provenance" and "sources"`)
    }
    files[name] = file as unknown as ManifestFile
  }
  return {
    city: typeof raw['city'] === 'string' ? raw['city'] : cityId,
    crs: typeof raw['crs'] === 'string' ? raw['crs'] : '',
    heightSystem: typeof raw['heightSystem'] === 'string' ? raw['heightSystem'] : '',
    files,
    quality: isRecord(raw['quality']) ? (raw['quality'] as Record<string, number>) : {},
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
