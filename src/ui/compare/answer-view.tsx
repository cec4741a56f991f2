import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Loaded } from '../common/use-loaded.ts'
import { useMessages } from '../context.tsx'

interface AnswerViewProps<Value> {
  readonly answer: Loaded<Value>
  readonly children: (value: Value) => ReactNode
}

/** What an answer holds; until it is there, a sentence. The last answer stays, dimmed, while another is on its way. */
export function AnswerView<Value>({ answer, children }: AnswerViewProps<Value>) {
  const { text } = useMessages()
  if (answer.status === 'failed') {
    return (
      <div className="compare-remark" role="alert">
        <p>{text('compare.failed', { reason: answer.reason })}</p>
        <Button className="button" onPress={answer.retry}>
          {text('app.tryAgain')}
        </Button>
      </div>
    )
  }
  if (answer.value === null)
    return (
      <p className="quiet compare-remark" role="status">
        {text('compare.measuring')}
      </p>
    )
  return (
    <div className="compare-answer" aria-busy={answer.status === 'loading'}>
      {children(answer.value)}
    </div>
  )
}
