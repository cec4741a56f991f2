import { useMessages, useSession } from '../../context.tsx'

/** Before, after and the difference. */
export function ImpactsPart() {
  const { text } = useMessages()
  const isOpen = useSession((session) => session.scenario !== null)
  return <p className="quiet">{text(isOpen ? 'scenario.impacts.none' : 'scenario.impacts.noScenario')}</p>
}
