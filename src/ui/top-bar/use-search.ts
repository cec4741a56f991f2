import type { SearchHit } from '../../services/data-service.ts'
import { useLoaded } from '../common/use-loaded.ts'
import { useMessages, useServices } from '../context.tsx'

export const SHORTEST_QUERY = 2
const WAIT_MILLISECONDS = 150
const LIMIT = 24

interface SearchState {
  readonly status: 'idle' | 'loading' | 'ready' | 'failed'
  readonly hits: readonly SearchHit[]
}

/** Hits for a query, asked for when typing pauses; those of the query before stay until others come. */
export function useSearch(query: string): SearchState {
  const { data } = useServices()
  const { language } = useMessages()
  const words = query.trim()
  const key = words.length < SHORTEST_QUERY ? null : JSON.stringify([words, language])
  const { status, value } = useLoaded(key, () => data.search(words, language, LIMIT), { waitMilliseconds: WAIT_MILLISECONDS })
  return { status, hits: status === 'failed' ? [] : (value ?? []) }
}
