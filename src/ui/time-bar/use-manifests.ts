import { useEffect, useState } from 'react'
import { CITIES, type CityId } from '../../cities/index.ts'
import type { Manifest, ManifestSource } from '../../schema/datasets.ts'
import { useServices } from '../context.tsx'

export type ManifestState = Readonly<Record<CityId, Manifest | 'loading' | 'failed'>>

const LOADING = Object.fromEntries(CITIES.map((city) => [city.id, 'loading'])) as ManifestState

/** The list of data of every city; one that cannot be read does not hide the others. */
export function useManifests(): ManifestState {
  const { data } = useServices()
  const [manifests, setManifests] = useState<ManifestState>(LOADING)
  useEffect(() => {
    let isCurrent = true
    for (const { id } of CITIES) {
      const keep = (manifest: Manifest | 'failed') => {
        if (isCurrent) setManifests((before) => ({ ...before, [id]: manifest }))
      }
      data.manifest(id).then(keep, () => keep('failed'))
    }
    return () => { isCurrent = false }
  }, [data])
  return manifests
}

/** Every source of a city once, by its key, in the order of the files. */
export function listSources(manifest: Manifest): readonly ManifestSource[] {
  const sources = new Map<string, ManifestSource>()
  for (const file of Object.values(manifest.files)) {
    for (const source of file.sources) if (!sources.has(source.key)) sources.set(source.key, source)
  }
  return [...sources.values()]
}

/** Publishers of every city, each once, for the short line of credits. */
export function listPublishers(manifests: ManifestState): readonly string[] {
  const known = Object.values(manifests).filter((manifest) => typeof manifest === 'object')
  return [...new Set(known.flatMap(listSources).map((source) => source.publisher))]
}
