import { Ruler } from 'lucide-react'
import { setViewTool } from '../../state/view-tools.ts'
import { IconToggle } from '../common/icon-button.tsx'
import { useMessages, useServices, useSession } from '../context.tsx'

/** Opens and closes the panel of measuring and looking. */
export function ViewToolsButton() {
  const { text } = useMessages()
  const { store } = useServices()
  const isOpen = useSession((session) => session.viewTool !== null)
  return (
    <IconToggle
      className="view-tools-button"
      label={text('viewTool.title')}
      isSelected={isOpen}
      onChange={(isWanted) => store.getState().updateSession((session) => setViewTool(session, isWanted ? 'measure' : null))}
    >
      <Ruler size={18} aria-hidden="true" />
    </IconToggle>
  )
}
