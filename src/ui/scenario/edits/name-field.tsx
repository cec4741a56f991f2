import { useState } from 'react'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { TextField } from 'react-aria-components/TextField'

interface NameFieldProps {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly value: string
  /** Shown while there is no name. */
  readonly placeholder?: string
  readonly autoFocus?: boolean
  /** Called once the name is confirmed: by Enter, or when the field is left. */
  readonly onConfirm: (name: string) => void
  readonly onCancel?: () => void
}

/** A text that counts only once it is confirmed, so that it is one step back and not one a letter. Escape takes it back. */
export function NameField({ label, isLabelHidden = false, value, placeholder, autoFocus = false, onConfirm, onCancel }: NameFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const end = (isConfirmed: boolean): void => {
    const name = (typed ?? value).trim()
    setTyped(null)
    if (isConfirmed && name !== value) onConfirm(name)
    else onCancel?.()
  }
  return (
    <TextField className="text-field" value={typed ?? value} onChange={setTyped} maxLength={200} autoComplete="off" autoFocus={autoFocus}>
      <Label className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Input
        className="text-input"
        {...(placeholder === undefined ? {} : { placeholder })}
        onBlur={() => end(true)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') end(true)
          else if (event.key === 'Escape') {
            event.preventDefault()
            end(false)
          }
        }}
      />
    </TextField>
  )
}
