import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { setScaleMode } from '../../state/transitions.ts'
import { useApp, useMessages, useServices } from '../context.tsx'

/** Whether all cities share one colour scale, or each has its own. */
export function ScaleChoice() {
  const { text } = useMessages()
  const { store } = useServices()
  const scaleMode = useApp((app) => app.scaleMode)
  return (
    <RadioGroup
      className="segments"
      aria-label={text('legend.scale')}
      orientation="horizontal"
      value={scaleMode}
      onChange={(mode) => store.getState().update((app) => setScaleMode(app, mode === 'joint' ? 'joint' : 'per-city'))}
    >
      <Radio value="joint" className="segment">
        {text('legend.scale.joint')}
      </Radio>
      <Radio value="per-city" className="segment">
        {text('legend.scale.perCity')}
      </Radio>
    </RadioGroup>
  )
}
