import { Eye } from 'lucide-react'
import { useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import { setShowsBefore } from '../../state/scenario-session.ts'
import { useMessages, useServices, useSession } from '../context.tsx'

/** A press shorter than this was no holding: the state before stays until the next press. */
const HOLD_MILLISECONDS = 350

/** Shows the cities as they are before the scenario: while it is held, or from one short press to the next. */
export function BeforeButton() {
  const { text } = useMessages()
  const { store } = useServices()
  const isBefore = useSession((session) => session.showsBefore)
  const press = useRef({ began: 0, wasOn: false })
  const show = (shows: boolean) => store.getState().updateSession((session) => setShowsBefore(session, shows))
  return (
    <TooltipTrigger delay={500}>
      <Button
        className="icon-button before-button"
        aria-label={text('scenario.before')}
        aria-pressed={isBefore}
        onPressStart={() => {
          press.current = { began: performance.now(), wasOn: store.getState().session.showsBefore }
          show(true)
        }}
        onPressEnd={() => {
          const { began, wasOn } = press.current
          if (wasOn || performance.now() - began >= HOLD_MILLISECONDS) show(false)
        }}
      >
        <Eye size={18} aria-hidden="true" />
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {text('scenario.before.hint')}
      </Tooltip>
    </TooltipTrigger>
  )
}
