import { useEffect, useState } from 'react'
import type { AnalysisService, HeatChanges, MeasureTable, ZoneSet } from '../../services/analysis/analysis-service.ts'
import { CITY_IDS } from '../../cities/index.ts'
import type { DistrictLevel } from '../../layers/districts/district-table.ts'
import { useApp, useServices } from '../context.tsx'

/** What a question to the analysis worker has come to. While a new question is open, the last answer stands. */
export type Answer<Value> =
  | { readonly status: 'loading'; readonly value: Value | null }
  | { readonly status: 'failed'; readonly reason: string; readonly retry: () => void }
  | { readonly status: 'ready'; readonly value: Value }

/** Answers kept by question, so that going to another tab and back asks nothing twice. */
const MOST_KEPT = 40
const kept = new WeakMap<AnalysisService, Map<string, Promise<unknown>>>()

/**
 * The answer to a question; `key` names the question with all that it depends on, null asks nothing.
 * An answer that comes after another question is dropped.
 */
export function useAnswer<Value>(key: string | null, ask: (service: AnalysisService) => Promise<Value>): Answer<Value> {
  const { analysis } = useServices()
  const [attempt, setAttempt] = useState(0)
  const [state, setState] = useState<{ key: string | null; value: Value | null; reason: string | null }>({ key: null, value: null, reason: null })
  useEffect(() => {
    if (key === null) return
    let isCurrent = true
    askOnce(analysis(), key, ask).then(
      (value) => { if (isCurrent) setState({ key, value, reason: null }) },
      (error: unknown) => { if (isCurrent) setState({ key, value: null, reason: error instanceof Error ? error.message : String(error) }) },
    )
    return () => { isCurrent = false }
    // The key stands for all that `ask` closes over.
  }, [analysis, key, attempt])
  if (key !== null && state.key === key && state.reason !== null) {
    return {
      status: 'failed', reason: state.reason,
      retry: () => {
        setState({ key: null, value: null, reason: null })
        setAttempt((count) => count + 1)
      },
    }
  }
  return state.key === key && state.value !== null ? { status: 'ready', value: state.value } : { status: 'loading', value: state.value }
}

function askOnce<Value>(service: AnalysisService, key: string, ask: (service: AnalysisService) => Promise<Value>): Promise<Value> {
  const answers = kept.get(service) ?? new Map<string, Promise<unknown>>()
  kept.set(service, answers)
  const known = answers.get(key)
  if (known !== undefined) return known as Promise<Value>
  const answer = ask(service)
  answers.set(key, answer)
  // A failure may pass: it is asked for again.
  answer.catch(() => answers.delete(key))
  if (answers.size > MOST_KEPT) answers.delete(answers.keys().next().value as string)
  return answer
}

/** Assumptions of the heat model that the user changed; undefined where there are none. */
export function useHeatChanges(): HeatChanges | undefined {
  return useApp((app) => app.layerParams['building-heat'])
}

/** All measures of these zones, with the heat that the map shows. Null asks nothing, and stays without an answer. */
export function useMeasures(zones: ZoneSet | null): Answer<MeasureTable> {
  const heat = useHeatChanges()
  return useAnswer(
    zones === null ? null : JSON.stringify(['measure', zones, heat ?? {}]),
    (service) => service.measure(zones as ZoneSet, heat))
}

/** Every district of a level, in every city. */
export function districtsOf(level: DistrictLevel): ZoneSet {
  return { kind: 'districts', level, cityIds: CITY_IDS }
}
