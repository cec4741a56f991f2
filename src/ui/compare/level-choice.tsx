import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { DISTRICT_LEVELS, type DistrictLevel } from '../../layers/districts/district-table.ts'
import { setComparison } from '../../state/transitions.ts'
import { useApp, useMessages, useServices } from '../context.tsx'

/** Large or small districts. */
export function LevelChoice() {
  const { text } = useMessages()
  const { store } = useServices()
  const level = useApp((app) => app.comparison.level)
  return (
    <RadioGroup
      className="segments"
      aria-label={text('param.level')}
      orientation="horizontal"
      value={level}
      onChange={(value) => store.getState().update((app) => setComparison(app, { level: value as DistrictLevel }))}
    >
      {DISTRICT_LEVELS.map((id) => (
        <Radio key={id} value={id} className="segment">
          {text(`param.level.${id}`)}
        </Radio>
      ))}
    </RadioGroup>
  )
}
