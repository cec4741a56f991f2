import { useMessages } from '../../context.tsx'
import { SCENARIO_LIMITS } from '../../../scenario/limits.ts'
import { NumberInput } from '../edits/number-input.tsx'

/** How many storeys high what is drawn will stand. */
export function StoreysStepper({ storeys, onChange }: { storeys: number; onChange: (storeys: number) => void }) {
  const { text } = useMessages()
  return (
    <div className="tool-storeys">
      <NumberInput
        label={text('scenario.field.storeys')}
        value={storeys}
        least={1}
        most={SCENARIO_LIMITS.storeys}
        onChange={(next = storeys) => onChange(next)}
      />
    </div>
  )
}
