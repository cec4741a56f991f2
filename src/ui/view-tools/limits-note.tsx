import { useMessages, useSession } from '../context.tsx'
import type { MessageKey } from '../messages/index.ts'

/** How far the figures of a tool hold, under them. */
export function LimitsNote({ of, isOfCity = false }: { of: MessageKey; isOfCity?: boolean }) {
  const { text } = useMessages()
  const hasScenario = useSession((session) => Object.keys(session.planned).length > 0)
  return (
    <p className="quiet view-limits">
      <strong>{text('viewTool.limits')}.</strong> {text(of)} {isOfCity ? text('viewTool.limits.city') : null}{' '}
      {isOfCity && hasScenario ? text('viewTool.before') : null}
    </p>
  )
}
