import { ChevronRight, Plane, Trash2 } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { Heading } from 'react-aria-components/Heading'
import { Switch } from 'react-aria-components/Switch'
import { CITY_IDS, type CityId } from '../../cities/index.ts'
import { metresPerDegree } from '../../geo/local-metres.ts'
import type { OwnLayer } from '../../layers/own/own-layer.ts'
import { removeOwnLayer, requestFlight, setOwnLayerShown } from '../../state/session-transitions.ts'
import type { Session } from '../../state/store.ts'
import { setLayout } from '../../state/transitions.ts'
import { IconButton } from '../common/icon-button.tsx'
import { useMessages, useServices } from '../context.tsx'
import { lazyPart } from '../common/lazy-part.tsx'
import { IssueList } from './issue-list.tsx'

const MassingButton = lazyPart(() => import('../scenario/draw/massing-button.tsx').then((module) => module.MassingButton))

/** One own layer: on or off, fly there, remove; how much of it shows, and what there is to say of it. */
export function OwnLayerRow({ layer }: { layer: OwnLayer }) {
  const { text, plural } = useMessages()
  const { store } = useServices()
  const { name, counts, issues } = layer
  const hasPolygons = CITY_IDS.some((id) => layer.cities[id].polygons !== null)
  const update = (change: (session: Session) => Session): void => store.getState().updateSession(change)
  const toggle = (): void => update((session) => setOwnLayerShown(session, layer.id, !layer.isShown))
  const remove = (): void => update((session) => removeOwnLayer(session, layer.id))
  const fly = (): void => {
    const cityId = fullestCity(layer)
    const { app } = store.getState()
    if (app.layout !== 'all' && app.layout !== cityId) store.getState().update((state) => setLayout(state, cityId))
    update((session) => flyToBox(session, layer, cityId))
  }
  return (
    <li className="own-layer">
      <div className="own-row">
        <Switch className="switch own-switch" isSelected={layer.isShown} onChange={toggle} aria-label={text('imports.show', { name })}>
          <span className="switch-track" aria-hidden="true" />
          <span className="swatch" style={{ background: layer.colour }} aria-hidden="true" />
          <span className="own-name">{name}</span>
        </Switch>
        <IconButton label={text('imports.fly', { name })} onPress={fly}>
          <Plane size={16} aria-hidden="true" />
        </IconButton>
        <IconButton label={text('imports.remove', { name })} onPress={remove}>
          <Trash2 size={16} aria-hidden="true" />
        </IconButton>
      </div>
      <p className="quiet">
        {counts.shown === counts.read
          ? plural('imports.features', counts.shown)
          : text('imports.shownOf', { shown: counts.shown, read: counts.read })}
        {'. '}
        {layer.credit ?? text('imports.credit')}
      </p>
      {hasPolygons ? <MassingButton layer={layer} /> : null}
      {issues.length === 0 ? null : (
        <Disclosure className="disclosure">
          <Heading level={4}>
            <Button slot="trigger" className="disclosure-button">
              <ChevronRight size={16} aria-hidden="true" />
              {plural('imports.remarks', issues.length)}
            </Button>
          </Heading>
          <DisclosurePanel>
            <IssueList fileName={name} issues={issues} />
          </DisclosurePanel>
        </Disclosure>
      )}
    </li>
  )
}

/** The city in which most of a layer shows. */
function fullestCity({ cities }: OwnLayer): CityId {
  return CITY_IDS.reduce((best, other) => (cities[other].featureCount > cities[best].featureCount ? other : best))
}

function flyToBox(session: Session, { cities }: OwnLayer, cityId: CityId): Session {
  const box = cities[cityId].boxDegrees
  if (box === null) return session
  const [west, south, east, north] = box
  const metres = metresPerDegree((south + north) / 2)
  const extentMetres = Math.max((east - west) * metres.east, (north - south) * metres.north, 300)
  return requestFlight(session, cityId, { kind: 'place', positionDegrees: [(west + east) / 2, (south + north) / 2], extentMetres })
}
