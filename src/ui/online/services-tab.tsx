import { Trash2 } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import { Switch } from 'react-aria-components/Switch'
import type { OnlineEntry } from '../../state/online-entry.ts'
import type { ServiceRequest } from '../../layers/own/service-request.ts'
import { IconButton } from '../common/icon-button.tsx'
import { useMessages, useSession } from '../context.tsx'
import type { OnlineActions } from './online-context.ts'
import { requestOf } from './make-request.ts'
import { remarkText } from './remark-text.ts'

interface ServicesTabProps {
  readonly actions: OnlineActions
  readonly onSwitchOn: (request: ServiceRequest) => void
}

/** What is switched on: how far it is, what went wrong, whose it is. */
export function ServicesTab({ actions, onSwitchOn }: ServicesTabProps) {
  const { text } = useMessages()
  const entries = useSession((session) => session.online)
  if (entries.length === 0) return <p>{text('online.on.none')}</p>
  return (
    <ul className="catalogue-list">
      {entries.map((entry) => (
        <ServiceItem key={entry.request.id} entry={entry} actions={actions} onSwitchOn={onSwitchOn} />
      ))}
    </ul>
  )
}

function ServiceItem({ entry, actions, onSwitchOn }: ServicesTabProps & { entry: OnlineEntry }) {
  const messages = useMessages()
  const { text, plural } = messages
  const { request, status, streamed, features, fault, notes, offered } = entry
  const { id, title } = request
  const { host } = new URL(request.url)
  const choose = (layer: string): void => {
    const { credit, mostFeatures, kind } = request
    actions.remove(id)
    onSwitchOn(requestOf({ url: new URL(request.url), kind, layer, credit: credit === host ? '' : credit, mostFeatures }))
  }
  return (
    <li className="catalogue-item">
      <div className="catalogue-words" role="status">
        <h3 className="catalogue-title">{title}</h3>
        {status === 'loading' ? (
          <>
            <ProgressBar className="service-progress" isIndeterminate aria-label={text('online.on.loading', { host })} />
            <p>
              {text('online.on.loading', { host })} {features > 0 ? plural('online.features', features) : ''}
            </p>
          </>
        ) : null}
        {status === 'ready' ? <p>{streamed === null ? plural('online.features', features) : text('online.on.drawn')}</p> : null}
        {status === 'ready' && streamed?.kind === '3dtiles' ? (
          <Switch className="switch" isSelected={entry.hidesBuildings} onChange={(hides) => actions.setHidesBuildings(id, hides)}>
            <span className="switch-track" aria-hidden="true" />
            {text('online.on.hideBuildings')}
          </Switch>
        ) : null}
        {fault === null || status !== 'failed' ? null : (
          <p className="service-fault">
            <b>{text('online.on.failed')}.</b> {remarkText(messages, 'fault', fault)}
          </p>
        )}
        {status === 'ready'
          ? notes.map((note) => (
              <p key={note.code} className="quiet">
                {remarkText(messages, 'note', note)}
              </p>
            ))
          : null}
        <p className="quiet">{request.credit}</p>
      </div>
      <div className="service-buttons">
        {status === 'ready' ? (
          <Switch
            className="switch"
            aria-label={text('online.on.show', { title })}
            isSelected={entry.isShown}
            onChange={(isShown) => actions.setShown(id, isShown)}
          >
            <span className="switch-track" aria-hidden="true" />
          </Switch>
        ) : null}
        {status === 'loading' ? (
          <Button className="button" onPress={() => actions.cancel(id)}>
            {text('online.on.cancel')}
          </Button>
        ) : null}
        {status === 'failed' && offered.length === 0 ? (
          <Button className="button" onPress={() => onSwitchOn(request)}>
            {text('online.on.retry')}
          </Button>
        ) : null}
        <IconButton label={text('online.on.remove', { title })} onPress={() => actions.remove(id)}>
          <Trash2 size={16} aria-hidden="true" />
        </IconButton>
      </div>
      {offered.length === 0 || status !== 'failed' ? null : (
        <div className="service-offered">
          <p>{text('online.on.offered')}</p>
          {offered.slice(0, 300).map((name) => (
            <Button key={name} className="button" onPress={() => choose(name)}>
              {name.slice(0, 120)}
            </Button>
          ))}
        </div>
      )}
    </li>
  )
}
