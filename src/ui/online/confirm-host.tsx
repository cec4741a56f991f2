import { Button } from 'react-aria-components/Button'
import type { ServiceRequest } from '../../layers/own/service-request.ts'
import { useMessages, useSession } from '../context.tsx'

interface ConfirmHostProps {
  readonly request: ServiceRequest
  readonly onAllow: () => void
  readonly onRefuse: () => void
}

/** Asks for the user's word before the page may reach a host that it could not reach until now. */
export function ConfirmHost({ request, onAllow, onRefuse }: ConfirmHostProps) {
  const { text } = useMessages()
  const { host } = new URL(request.url)
  // Layers of online services come again by themselves; files cannot.
  const hasFiles = useSession((session) => session.ownLayers.some(({ id }) => !session.online.some((entry) => entry.request.id === id)))
  return (
    <div className="confirm-host">
      <h3>{text('online.confirm.title', { host })}</h3>
      <p>{text('online.confirm.text')}</p>
      {hasFiles ? <p>{text('online.confirm.files')}</p> : null}
      <div className="online-actions">
        <Button className="button" onPress={onRefuse} autoFocus>
          {text('online.confirm.no')}
        </Button>
        <Button className="button button-primary" onPress={onAllow}>
          {text('online.confirm.yes')}
        </Button>
      </div>
    </div>
  )
}
