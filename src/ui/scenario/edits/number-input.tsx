import { Minus, Plus } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { NumberField } from 'react-aria-components/NumberField'

interface NumberInputProps {
  readonly label: string
  /** Word of the unit, as the texts have it. */
  readonly unit?: string
  /** Undefined: none is stated, and the field is empty. */
  readonly value: number | undefined
  readonly least: number
  readonly most: number
  readonly step?: number
  /** A year is no amount: grouping its thousands would make it one. */
  readonly isYear?: boolean
  /** Undefined where the field was emptied; only from fields that may be empty. */
  readonly onChange: (value: number | undefined) => void
  readonly mayBeEmpty?: boolean
}

/** A number with its unit. */
export function NumberInput(props: NumberInputProps) {
  const { label, unit, value, least, most, step = 1, isYear = false, onChange, mayBeEmpty = false } = props
  return (
    <NumberField
      className="number-field"
      value={value ?? Number.NaN}
      minValue={least}
      maxValue={most}
      step={step}
      formatOptions={{ useGrouping: !isYear, maximumFractionDigits: 3 }}
      onChange={(next) => {
        if (!Number.isNaN(next)) onChange(next)
        else if (mayBeEmpty) onChange(undefined)
      }}
    >
      <Label className="field-label">
        {label}
        {unit === undefined ? null : <span className="unit"> ({unit})</span>}
      </Label>
      <Group className="number-group">
        <Button slot="decrement" className="number-step">
          <Minus size={14} aria-hidden="true" />
        </Button>
        <Input className="number-input" />
        <Button slot="increment" className="number-step">
          <Plus size={14} aria-hidden="true" />
        </Button>
      </Group>
    </NumberField>
  )
}
