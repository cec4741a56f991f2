import { useEffect, useEffectEvent, useState } from 'react'
import { useSession } from '../context.tsx'

/** What a question has come to. While another is open, and after one that failed, the last answer stands. */
export type Loaded<Value> =
  | { readonly status: 'idle'; readonly value: null }
  | { readonly status: 'loading'; readonly value: Value | null }
  | { readonly status: 'failed'; readonly value: Value | null; readonly reason: string; readonly retry: () => void }
  | { readonly status: 'ready'; readonly value: Value }

interface LoadOptions {
  /** Waited before asking, so that a question which changes at once is not put; 0 when left out. */
  readonly waitMilliseconds?: number
}

interface Outcome<Value> {
  readonly key: string | null
  readonly attempt: number
  readonly answer: { readonly value: Value } | null
  readonly reason: string | null
}

/**
 * Asks a question whenever it changes, and says what it has come to: the one way in which the interface waits
 * for anything. An answer that comes after another question is dropped, and its signal says that it is not wanted.
 * All that is read is asked for anew when the session asks for it (see `Session.loadRetries`).
 *
 * @param key names the question with all that it depends on; null asks nothing
 * @param load answers it; the key stands for everything that it closes over
 */
export function useLoaded<Value>(
  key: string | null,
  load: (signal: AbortSignal) => Promise<Value>,
  { waitMilliseconds = 0 }: LoadOptions = {},
): Loaded<Value> {
  const retries = useSession((session) => session.loadRetries)
  const [own, setOwn] = useState(0)
  const attempt = own + retries
  const [outcome, setOutcome] = useState<Outcome<Value>>({ key: null, attempt, answer: null, reason: null })

  // The key stands for all that `load` closes over: another function under the same key asks nothing.
  const answer = useEffectEvent(load)
  useEffect(() => {
    if (key === null) return
    const controller = new AbortController()
    const { signal } = controller
    const ask = async (): Promise<void> => {
      try {
        const value = await answer(signal)
        if (!signal.aborted) setOutcome({ key, attempt, answer: { value }, reason: null })
      } catch (error) {
        if (signal.aborted) return
        const reason = error instanceof Error ? error.message : String(error)
        setOutcome((before) => ({ key, attempt, answer: before.answer, reason }))
      }
    }
    const timer = waitMilliseconds > 0 ? setTimeout(() => void ask(), waitMilliseconds) : undefined
    if (timer === undefined) void ask()
    return () => {
      clearTimeout(timer)
      controller.abort(new Error('Another question was asked'))
    }
  }, [key, attempt, waitMilliseconds])

  return describeOutcome(outcome, key, attempt, () => setOwn((count) => count + 1))
}

/** Exported for the test: the states do not need a page. */
export function describeOutcome<Value>(outcome: Outcome<Value>, key: string | null, attempt: number, retry: () => void): Loaded<Value> {
  const value = outcome.answer?.value ?? null
  if (key === null) return { status: 'idle', value: null }
  if (outcome.key !== key || outcome.attempt !== attempt) return { status: 'loading', value }
  if (outcome.reason !== null) return { status: 'failed', value, reason: outcome.reason, retry }
  return outcome.answer === null ? { status: 'loading', value } : { status: 'ready', value: outcome.answer.value }
}
