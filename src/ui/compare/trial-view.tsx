import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import { useMessages } from '../context.tsx'
import type { Trial } from './use-trial.ts'

interface TrialButtonProps {
  readonly trial: Trial<unknown>
  readonly label: string
  readonly isDisabled?: boolean
  readonly onStart: () => void
  readonly onCancel: () => void
}

/** Starts long work; while it runs, ends it. */
export function TrialButton({ trial, label, isDisabled = false, onStart, onCancel }: TrialButtonProps) {
  const { text } = useMessages()
  return trial.status === 'running' ? (
    <Button className="button" onPress={onCancel}>
      {text('compare.ranks.cancel')}
    </Button>
  ) : (
    <Button className="button button-primary" isDisabled={isDisabled} onPress={onStart}>
      {label}
    </Button>
  )
}

/** How far long work is, or why there is nothing of it. */
export function TrialProgress({ trial }: { trial: Trial<unknown> }) {
  const { text } = useMessages()
  if (trial.status === 'cancelled') return <p role="status">{text('compare.ranks.cancelled')}</p>
  if (trial.status === 'failed') return <p role="alert">{text('compare.failed', { reason: trial.reason })}</p>
  if (trial.status !== 'running') return null
  return (
    <ProgressBar className="rank-progress" value={trial.share * 100}>
      {({ percentage, valueText }) => (
        <>
          <Label>{text('compare.ranks.running')}</Label> <span className="quantity">{valueText}</span>
          <div className="progress-track">
            <div className="progress-fill" style={{ width: `${percentage ?? 0}%` }} />
          </div>
        </>
      )}
    </ProgressBar>
  )
}
