import { Button } from 'react-aria-components/Button'
import type { LinkedSource } from '../../state/online-proposal.ts'
import { setProposedSources } from '../../state/session-transitions.ts'
import { setOnlineBaseMap, setOnlineModel } from '../../state/transitions.ts'
import { useMessages, useServices, useSession } from '../context.tsx'
import type { OnlineHosts } from '../layers-panel/online-options.tsx'

/** Asks whether a link may switch on the online sources that it names. Nothing is asked of a host before the user's word. */
export function ConfirmSources({ hosts }: { hosts: OnlineHosts }) {
  const { text } = useMessages()
  const { store } = useServices()
  const proposed = useSession((session) => session.proposedSources)
  if (proposed.length === 0) return null
  const close = (): void => store.getState().updateSession((session) => setProposedSources(session, []))
  const allow = (): void => {
    store
      .getState()
      .update((app) =>
        proposed.reduce(
          (changed, source) => (source === 'onlineBaseMap' ? setOnlineBaseMap(changed, true) : setOnlineModel(changed, true)),
          app,
        ),
      )
    close()
  }
  const hostsOf = (source: LinkedSource): readonly string[] => (source === 'onlineBaseMap' ? hosts.baseMap : hosts.model)
  return (
    <section
      className="welcome"
      aria-labelledby="sources-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <h2 id="sources-title" className="welcome-title">
        {text('online.proposal.title')}
      </h2>
      <p>{text('online.proposal.text')}</p>
      <ul>
        {proposed.map((source) => (
          <li key={source}>
            {text(source === 'onlineBaseMap' ? 'layers.online.map' : 'layers.online.model')}
            <span className="host">{text('layers.online.host', { host: hostsOf(source).join(', ') })}</span>
          </li>
        ))}
      </ul>
      <div className="online-actions">
        <Button className="button" onPress={close} autoFocus>
          {text('online.confirm.no')}
        </Button>
        <Button className="button button-primary" onPress={allow}>
          {text('online.proposal.yes')}
        </Button>
      </div>
    </section>
  )
}
