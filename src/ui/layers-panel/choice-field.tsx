import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'

interface Choice {
  readonly id: string
  readonly text: string
}

interface ChoiceFieldProps {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly choices: readonly Choice[]
  readonly value: string
  readonly onChange: (id: string) => void
}

/** One of a list of choices behind a button. */
export function ChoiceField({ label, isLabelHidden = false, choices, value, onChange }: ChoiceFieldProps) {
  return (
    <Select
      className="choice-field"
      selectedKey={value}
      onSelectionChange={(key) => {
        if (key !== null) onChange(String(key))
      }}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Button className="choice-button">
        <SelectValue className="choice-value" />
        <ChevronDown size={16} aria-hidden="true" />
      </Button>
      <Popover className="popover choice-popover" offset={4}>
        <ListBox className="menu" items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.text} className="menu-item">
              {choice.text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
