import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'

interface IconButtonProps {
  /** Name for assistive technology, and the tooltip. */
  readonly label: string
  /** Tooltip where it says more than the name. */
  readonly hint?: string
  readonly onPress?: () => void
  readonly isDisabled?: boolean
  readonly className?: string
  readonly placement?: 'top' | 'bottom' | 'left' | 'right'
  readonly children: ReactNode
}

/** A button that shows an icon only: always with a name, and a tooltip that says it. */
export function IconButton({ label, hint, onPress, isDisabled = false, className = '', placement = 'bottom', children }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <Button
        aria-label={label}
        className={`icon-button ${className}`}
        isDisabled={isDisabled}
        {...(onPress === undefined ? {} : { onPress })}
      >
        {children}
      </Button>
      <Tooltip className="tooltip" placement={placement} offset={6}>
        {hint ?? label}
      </Tooltip>
    </TooltipTrigger>
  )
}

interface IconToggleProps {
  readonly label: string
  readonly hint?: string
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly className?: string
  readonly children: ReactNode
}

/** A button with an icon that is on or off. */
export function IconToggle({ label, hint, isSelected, onChange, className = '', children }: IconToggleProps) {
  return (
    <TooltipTrigger delay={500}>
      <ToggleButton aria-label={label} className={`icon-button ${className}`} isSelected={isSelected} onChange={onChange}>
        {children}
      </ToggleButton>
      <Tooltip className="tooltip" placement="bottom" offset={6}>
        {hint ?? label}
      </Tooltip>
    </TooltipTrigger>
  )
}
