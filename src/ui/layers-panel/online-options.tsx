import { Switch } from 'react-aria-components/Switch'
import { setOnlineBaseMap, setOnlineModel } from '../../state/transitions.ts'
import { useApp, useMessages, useServices } from '../context.tsx'
import { OnlineDataButton } from '../online/online-data-button.tsx'

/** Hosts that an online source contacts; empty where the app offers no such source. */
export interface OnlineHosts {
  readonly baseMap: readonly string[]
  readonly model: readonly string[]
}

/** Online sources, off until switched on, with the hosts that each would contact. */
export function OnlineOptions({ hosts }: { hosts: OnlineHosts }) {
  const { text } = useMessages()
  const { store } = useServices()
  const onlineBaseMap = useApp((app) => app.onlineBaseMap)
  const onlineModel = useApp((app) => app.onlineModel)
  if (hosts.baseMap.length + hosts.model.length === 0) return null
  return (
    <section className="layer-group" role="group" aria-label={text('layers.online')}>
      <h3 className="group-label">{text('layers.online')}</h3>
      <p className="quiet">{text('layers.online.explain')}</p>
      {hosts.baseMap.length === 0 ? null : (
        <Switch
          className="switch"
          isSelected={onlineBaseMap}
          onChange={(isOn) => store.getState().update((app) => setOnlineBaseMap(app, isOn))}
        >
          <span className="switch-track" aria-hidden="true" />
          <span>
            {text('layers.online.map')}
            <span className="host">{text('layers.online.host', { host: hosts.baseMap.join(', ') })}</span>
          </span>
        </Switch>
      )}
      {hosts.model.length === 0 ? null : (
        <Switch
          className="switch"
          isSelected={onlineModel}
          onChange={(isOn) => store.getState().update((app) => setOnlineModel(app, isOn))}
        >
          <span className="switch-track" aria-hidden="true" />
          <span>
            {text('layers.online.model')}
            <span className="host">{text('layers.online.host', { host: hosts.model.join(', ') })}</span>
          </span>
        </Switch>
      )}
      <OnlineDataButton />
    </section>
  )
}
