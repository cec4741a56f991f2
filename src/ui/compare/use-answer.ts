import type { AnalysisService, HeatChanges, MeasureTable, ZoneSet } from '../../services/analysis/analysis-service.ts'
import { CITY_IDS } from '../../cities/index.ts'
import type { DistrictLevel } from '../../layers/districts/district-table.ts'
import { useLoaded, type Loaded } from '../common/use-loaded.ts'
import { useModelParams } from '../common/use-model-params.ts'
import { useServices } from '../context.tsx'

/** Answers kept by question, so that going to another tab and back asks nothing twice. */
const MOST_KEPT = 40
const kept = new WeakMap<AnalysisService, Map<string, Promise<unknown>>>()

/** The answer to a question to the analysis worker; `key` names the question with all that it depends on, null asks nothing. */
export function useAnswer<Value>(key: string | null, ask: (service: AnalysisService) => Promise<Value>): Loaded<Value> {
  const { analysis } = useServices()
  return useLoaded(key, () => askOnce(analysis(), key as string, ask))
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

/** Assumptions of the models of buildings that the user changed; undefined where there are none. */
export function useHeatChanges(): HeatChanges | undefined {
  return useModelParams()
}

/** All measures of these zones, with the heat that the map shows. Null asks nothing, and stays without an answer. */
export function useMeasures(zones: ZoneSet | null): Loaded<MeasureTable> {
  const heat = useHeatChanges()
  return useAnswer(zones === null ? null : JSON.stringify(['measure', zones, heat ?? {}]), (service) =>
    service.measure(zones as ZoneSet, heat),
  )
}

/** Every district of a level, in every city. */
export function districtsOf(level: DistrictLevel): ZoneSet {
  return { kind: 'districts', level, cityIds: CITY_IDS }
}
