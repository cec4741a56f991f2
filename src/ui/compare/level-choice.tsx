import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { DISTRICT_LEVELS, type DistrictLevel } from '../../layers/district-table.ts'
import { setAnalysis } from '../../state/transitions.ts'
import { useApp, useMessages, useServices } from '../context.tsx'

/** Large or small districts. */
export function LevelChoice() {
  const { text } = useMessages()
  const { store } = useServices()
  const level = useApp((app) => app.analysis.level)
  return (
    <RadioGroup
      className="segments"
      aria-label={text('param.level')}
      orientation="horizontal"
      value={level}
      onChange={(value) => store.getState().update((app) => setAnalysis(app, { level: value as DistrictLevel }))}
    >
      {DISTRICT_LEVELS.map((id) => <Radio key={id} value={id} className="segment">{text(`param.level.${id}`)}</Radio>)}
    </RadioGroup>
  )
}
