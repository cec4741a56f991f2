import { Globe } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { lazyPart } from '../common/lazy-part.tsx'
import { useMessages } from '../context.tsx'
import { useOnline } from './online-context.ts'

const OnlineDataDialog = lazyPart(() => import('./online-data-dialog.tsx').then((module) => module.OnlineDataDialog), { isFloating: true })

/** Opens the catalogue and the services by address; what is behind it loads when it is pressed. */
export function OnlineDataButton() {
  const { text } = useMessages()
  const online = useOnline()
  const [isOpen, setIsOpen] = useState(false)
  if (online === null) return null
  return (
    <>
      <Button className="button online-data-button" onPress={() => setIsOpen(true)}>
        <Globe size={16} aria-hidden="true" />
        {text('online.open')}
      </Button>
      {isOpen ? <OnlineDataDialog onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}
