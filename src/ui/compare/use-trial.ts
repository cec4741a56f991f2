import { useState } from 'react'
import { useLoaded, type Loaded } from '../common/use-loaded.ts'

/** Long work that is started by hand. */
export type Trial<Value> =
  | { readonly status: 'idle' | 'cancelled' }
  | { readonly status: 'running'; readonly share: number }
  | { readonly status: 'failed'; readonly reason: string }
  | { readonly status: 'done'; readonly value: Value }

/** Told the share done, 0-1; answers whether to go on. */
type OnProgress = (share: number) => boolean

/**
 * Runs long work in the worker when started, shows how far it is, and stops it when asked or when the question changes.
 *
 * @param question names the work with all that it depends on
 */
export function useTrial<Value>(question: string, work: (onProgress: OnProgress) => Promise<Value>) {
  const [run, setRun] = useState({ number: 0, question: '', isCancelled: false })
  const [progress, setProgress] = useState({ number: 0, share: 0 })
  const isAsked = run.number > 0 && run.question === question
  const answer = useLoaded(isAsked && !run.isCancelled ? `${run.number} ${question}` : null, (signal) =>
    work((share) => {
      if (!signal.aborted) setProgress({ number: run.number, share })
      return !signal.aborted
    }),
  )
  return {
    trial: describeTrial(isAsked, run.isCancelled, answer, progress.number === run.number ? progress.share : 0),
    start: () => setRun(({ number }) => ({ number: number + 1, question, isCancelled: false })),
    cancel: () => setRun((before) => ({ ...before, isCancelled: true })),
  }
}

function describeTrial<Value>(isAsked: boolean, isCancelled: boolean, answer: Loaded<Value>, share: number): Trial<Value> {
  if (!isAsked) return { status: 'idle' }
  if (isCancelled) return { status: 'cancelled' }
  if (answer.status === 'failed') return { status: 'failed', reason: answer.reason }
  return answer.status === 'ready' ? { status: 'done', value: answer.value } : { status: 'running', share }
}
