import { useEffect, useState } from 'react'
import { CITIES, type CityId } from '../../cities/index.ts'
import type { Manifest } from '../../schema/datasets.ts'
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
