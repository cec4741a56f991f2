import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { LANGUAGES, type City, type Language } from '../../cities/city.ts'
import type { DatasetName } from '../../schema/datasets.ts'
import { openTables } from '../../services/city-tables.ts'
import { labelsFileOf, writeLabels } from '../../services/labels/labels-file.ts'
import { makeLabels } from '../../services/labels/make-labels.ts'

/** Data sets that give the map its names. */
export const LABEL_DATASETS = ['districts', 'places', 'streets', 'water'] as const satisfies readonly DatasetName[]

/** The labels of a city's map in every language, by file name; none for a folder that lacks the data of some. */
export async function buildLabels(city: City, dataFolder: string): Promise<ReadonlyMap<string, string>> {
  if (!LABEL_DATASETS.every((dataset) => existsSync(join(dataFolder, `${dataset}.parquet`)))) return new Map()
  const source = openTables(city, `${dataFolder}/`, {
    fetchBytes: async (path) => {
      const bytes = await readFile(path)
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
    },
  })
  const build = async (language: Language) =>
    [basename(labelsFileOf(city.id, language)), writeLabels(await makeLabels(source, language))] as const
  return new Map(await Promise.all(LANGUAGES.map(build)))
}
