import { useEffect, useState } from 'react'
import type { SearchHit } from '../../services/data-service.ts'
import { useMessages, useServices } from '../context.tsx'

export const SHORTEST_QUERY = 2
const WAIT_MILLISECONDS = 150
const LIMIT = 24

export interface SearchState {
  readonly status: 'idle' | 'loading' | 'ready' | 'failed'
  readonly hits: readonly SearchHit[]
}

const IDLE: SearchState = { status: 'idle', hits: [] }

/** Hits for a query, asked for when typing pauses; an answer that comes late is dropped. */
export function useSearch(query: string): SearchState {
  const { data } = useServices()
  const { language } = useMessages()
  const [state, setState] = useState<SearchState>(IDLE)
  const words = query.trim()
  useEffect(() => {
    if (words.length < SHORTEST_QUERY) {
      setState(IDLE)
      return
    }
    let isCurrent = true
    setState((before) => ({ status: 'loading', hits: before.hits }))
    const timer = setTimeout(() => {
      data.search(words, language, LIMIT).then(
        (hits) => { if (isCurrent) setState({ status: 'ready', hits }) },
        () => { if (isCurrent) setState({ status: 'failed', hits: [] }) },
      )
    }, WAIT_MILLISECONDS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [words, language, data])
  return state
}
