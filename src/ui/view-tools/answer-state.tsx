import type { ReactNode } from 'react'
import { LoadFailure } from '../common/load-failure.tsx'
import type { Loaded } from '../common/use-loaded.ts'
import { useMessages } from '../context.tsx'

/** An answer, or where it has got to; nothing while nothing was asked. */
export function AnswerState<Value>({ answer, children }: { answer: Loaded<Value>; children: (value: Value) => ReactNode }) {
  const { text } = useMessages()
  if (answer.status === 'idle') return null
  if (answer.status === 'failed') return <LoadFailure says={text('viewTool.failed')} onRetry={answer.retry} />
  if (answer.status === 'loading' || answer.value === null) return <p className="quiet">{text('app.loading')}</p>
  return <div aria-live="polite">{children(answer.value)}</div>
}
