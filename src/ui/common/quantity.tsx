import { useMessages } from '../context.tsx'
import { UNIT_SPACE } from '../messages/format.ts'

interface QuantityProps {
  readonly value: number
  readonly unitKey?: string | null
  readonly decimals?: number
}

/** A number in tabular figures with its unit, lighter, after a narrow space. */
export function Quantity({ value, unitKey, decimals }: QuantityProps) {
  const { number, dataText } = useMessages()
  return (
    <span className="quantity">
      {number(value, decimals)}
      {unitKey == null ? null : (
        <span className="unit">
          {UNIT_SPACE}
          {dataText(unitKey)}
        </span>
      )}
    </span>
  )
}
