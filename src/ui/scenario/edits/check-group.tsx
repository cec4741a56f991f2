import { Check } from 'lucide-react'
import { Checkbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { Label } from 'react-aria-components/Label'

interface CheckGroupProps {
  readonly label: string
  readonly choices: readonly { readonly id: string; readonly text: string }[]
  readonly chosen: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}

/** Any of a few choices. */
export function CheckGroup({ label, choices, chosen, onChange }: CheckGroupProps) {
  return (
    <CheckboxGroup className="check-group" value={[...chosen]} onChange={onChange}>
      <Label className="field-label">{label}</Label>
      <div className="check-choices">
        {choices.map(({ id, text }) => (
          <Checkbox key={id} value={id} className="check">
            <span className="check-box" aria-hidden="true">
              <Check size={12} />
            </span>
            {text}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  )
}
