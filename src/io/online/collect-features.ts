import { fetchOnline, type FetchLimits } from './fetch-online.ts'
import type { PageFacts, PageOutcome } from './feature-pages.ts'
import { OnlineError, type Note } from './online-fault.ts'

/** The reading of pages, in this thread or in a worker. */
export interface PageReader {
  readonly add: (bytes: Uint8Array<ArrayBuffer>, host: string, mostFeatures: number, isProbe: boolean) => PageOutcome | Promise<PageOutcome>
}

/** How far a collection has come. `matched` is null where the service does not say how many there are. */
export interface CollectProgress {
  readonly features: number
  readonly pages: number
  readonly bytes: number
  readonly matched: number | null
}

export interface CollectOptions {
  readonly reader: PageReader
  readonly mostFeatures: number
  readonly signal: AbortSignal
  readonly onProgress: (progress: CollectProgress) => void
  readonly limits: FetchLimits
  /** Largest sum of all pages, bytes. */
  readonly mostBytes: number
}

/** What a collection is in the middle of; one object for all cities of a service. */
export interface Collection {
  readonly options: CollectOptions
  readonly notes: Note[]
  features: number
  pages: number
  bytes: number
}

export const PAGE_SIZE = 1000
/** No honest service needs more pages than this for the features that are allowed. */
const MOST_PAGES = 2000
const ACCEPT = 'application/geo+json, application/json;q=0.9'

export function startCollection(options: CollectOptions): Collection {
  return { options, notes: [], features: 0, pages: 0, bytes: 0 }
}

/** Notes something once. */
export function note(collection: Collection, code: Note['code'], values: Note['values'] = {}): void {
  if (!collection.notes.some((known) => known.code === code)) collection.notes.push({ code, values })
}

/** Fetches one page and has it read. */
export async function fetchPage(collection: Collection, url: URL, isProbe = false): Promise<PageFacts> {
  const { options } = collection
  const answer = await fetchOnline(url, ACCEPT, options.signal, options.limits)
  const { byteLength } = answer.bytes
  const outcome = await options.reader.add(answer.bytes, url.host, options.mostFeatures, isProbe)
  options.signal.throwIfAborted()
  if ('fault' in outcome) throw new OnlineError(outcome.fault.code, outcome.fault.values, outcome.fault.offered)
  const { facts } = outcome
  collection.bytes += byteLength
  collection.pages++
  if (facts.isSwapped) note(collection, 'axis-answer')
  if (!isProbe) collection.features += Math.min(facts.fresh, options.mostFeatures - collection.features)
  options.onProgress({ features: collection.features, pages: collection.pages, bytes: collection.bytes, matched: facts.matched })
  return facts
}

/**
 * Goes from page to page until a service has no more, or a limit is reached (which is noted). A page
 * that fails after others came ends the collection with a note instead of throwing all away.
 *
 * @param after address of the page that follows; null ends the walk
 */
export async function walkPages(
  collection: Collection,
  first: URL,
  after: (facts: PageFacts, page: number, got: number) => URL | null,
): Promise<void> {
  const { options } = collection
  const asked = new Set<string>()
  let got = 0
  let url: URL | null = first
  for (let page = 0; url !== null; page++) {
    if (collection.features >= options.mostFeatures) return note(collection, 'limit', { count: options.mostFeatures })
    if (collection.bytes >= options.mostBytes) return note(collection, 'bytes', { megabytes: Math.round(options.mostBytes / 1e6) })
    if (asked.has(url.href) || page >= MOST_PAGES) return note(collection, 'partial', { count: collection.features, fault: 'loop' })
    asked.add(url.href)
    let facts: PageFacts
    try {
      facts = await fetchPage(collection, url)
    } catch (error) {
      if (!(error instanceof OnlineError) || got === 0) throw error
      return note(collection, 'partial', { count: collection.features, fault: error.fault.code })
    }
    got += facts.returned
    const next = after(facts, page, got)
    if (facts.returned > 0 && facts.fresh === 0) {
      // A page that brings nothing new although more is promised would go on for ever. As a first page
      // it only says that the service does not look at the area: all came with the area before.
      const isPromised = facts.matched === null || got - facts.returned < facts.matched
      if (page > 0 && next !== null && isPromised) note(collection, 'partial', { count: collection.features, fault: 'loop' })
      return
    }
    url = next
  }
}
