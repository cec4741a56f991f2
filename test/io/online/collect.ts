import { collectOgcFeatures } from '../../../src/io/online/ogc-features.ts'
import { collectWfs } from '../../../src/io/online/wfs.ts'
import { startCollection, type CollectOptions, type CollectProgress } from '../../../src/io/online/collect-features.ts'
import { createFeaturePages, type OnlineFeature } from '../../../src/io/online/feature-pages.ts'
import { OnlineError, type Fault, type Note } from '../../../src/io/online/online-fault.ts'
import type { Area } from '../../../src/io/online/service-types.ts'
import { CITIES } from '../../../src/cities/index.ts'

export const AREAS: readonly Area[] = CITIES.map(({ id, extentDegrees }) => ({ cityId: id, extentDegrees }))

/** Short waits, so that a fault of time shows in a test. */
export const TEST_LIMITS = { timeoutMilliseconds: 5000, mostBytes: 5e6, longestRetryMilliseconds: 1500 }

export interface Collected {
  readonly features: readonly OnlineFeature[]
  readonly notes: readonly Note[]
  readonly progress: readonly CollectProgress[]
}

export async function collect(
  kind: 'wfs' | 'ogc-features',
  address: string,
  layer: string,
  change: Partial<CollectOptions> = {},
): Promise<Collected> {
  const pages = createFeaturePages()
  const progress: CollectProgress[] = []
  const collection = startCollection({
    reader: pages,
    mostFeatures: 20_000,
    signal: new AbortController().signal,
    onProgress: (step) => {
      progress.push(step)
    },
    limits: TEST_LIMITS,
    mostBytes: 50e6,
    ...change,
  })
  await (kind === 'wfs' ? collectWfs : collectOgcFeatures)(collection, new URL(address), layer, AREAS)
  return { features: pages.features(), notes: collection.notes, progress }
}

/** The fault that some work ends with; fails where it ends well. */
export async function faultOf(work: Promise<unknown> | (() => unknown)): Promise<Fault> {
  try {
    await (typeof work === 'function' ? work() : work)
  } catch (error) {
    if (error instanceof OnlineError) return error.fault
    throw error
  }
  throw new Error('Expected a fault, but all went well')
}
