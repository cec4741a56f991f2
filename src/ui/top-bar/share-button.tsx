import { Share2 } from 'lucide-react'
import { IconButton } from '../common/icon-button.tsx'
import { useMessages, useServices } from '../context.tsx'

/** Copies the address, which holds everything that was set, and says whether that worked. */
export function ShareButton() {
  const { text } = useMessages()
  const { notify } = useServices()
  const copy = () => {
    // Absent where the page is not served securely.
    const clipboard = navigator.clipboard as Clipboard | undefined
    const done = clipboard?.writeText(location.href) ?? Promise.reject(new Error('No clipboard'))
    done.then(
      () => notify({ key: 'share.copied' }),
      () => notify({ key: 'share.failed' }),
    )
  }
  return (
    <IconButton label={text('share.label')} hint={text('share.hint')} onPress={copy}>
      <Share2 size={18} aria-hidden="true" />
    </IconButton>
  )
}
