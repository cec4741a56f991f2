import { CITY_IDS, type CityId } from '../../cities/index.ts'
import type { DataFiles } from '../../services/city-tables.ts'
import { readManifest } from '../../io/read-manifest.ts'
import { DATASETS, type DatasetName, type Manifest, type ManifestFile } from '../../schema/datasets.ts'
import { hashBytes } from '../manifest.ts'
import type { ReportEffects } from './effects.ts'

/** One file of the data that was read for a report. */
export interface UsedDataset {
  readonly cityId: CityId
  readonly name: DatasetName
  readonly entry: ManifestFile
  /** SHA-256 of what was read; the manifest has its own. */
  readonly sha256: string
}

/** The folder `data/`, and what was read of it. */
export interface ReportData {
  readonly files: DataFiles
  readonly usedDatasets: () => Promise<readonly UsedDataset[]>
}

/** Opens `data/`: files are read when they are asked for, each once, and remembered with their hash. */
export function openReportData(folder: string, effects: ReportEffects): ReportData {
  const read = new Map<string, Promise<Uint8Array>>()
  const dataUrl = `${folder}/`
  const readOnce = (path: string) => {
    const bytes = read.get(path) ?? effects.readBytes(path)
    read.set(path, bytes)
    return bytes
  }
  const fetchBytes = async (path: string) => {
    const bytes = await readOnce(path)
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  }
  return {
    files: { dataUrl, fetchBytes },
    usedDatasets: async () => {
      const used: UsedDataset[] = []
      for (const cityId of CITY_IDS) {
        const paths = [...read.keys()].filter((path) => path.startsWith(`${dataUrl}${cityId}/`) && path.endsWith('.parquet'))
        if (paths.length === 0) continue
        const manifest: Manifest = readManifest(await fetchBytes(`${dataUrl}${cityId}/manifest.json`), cityId)
        for (const name of Object.keys(DATASETS) as DatasetName[]) {
          const path = `${dataUrl}${cityId}/${name}.parquet`
          const entry = manifest.files[name]
          if (entry !== undefined && paths.includes(path)) {
            used.push({ cityId, name, entry, sha256: hashBytes(await readOnce(path)) })
          }
        }
      }
      return used
    },
  }
}
