import { CITY_IDS, type CityId } from '../../cities/index.ts'
import type { Manifest } from '../../schema/datasets.ts'
import { forEveryCity } from '../../state/defaults.ts'
import { useLoaded } from '../common/use-loaded.ts'
import { useServices } from '../context.tsx'

export type ManifestState = Readonly<Record<CityId, Manifest | 'loading' | 'failed'>>

/** The list of data of every city; one that cannot be read does not hide the others. */
export function useManifests(): ManifestState {
  const { data } = useServices()
  const { value } = useLoaded('manifests', async () => {
    const read = await Promise.allSettled(CITY_IDS.map((id) => data.manifest(id)))
    return Object.fromEntries(
      read.map((manifest, index) => [CITY_IDS[index], manifest.status === 'fulfilled' ? manifest.value : 'failed']),
    ) as ManifestState
  })
  return value ?? forEveryCity(() => 'loading')
}
