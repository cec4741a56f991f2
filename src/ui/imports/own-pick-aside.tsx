import { X } from 'lucide-react'
import { readAttributes } from '../../layers/own/own-layer.ts'
import { setOwnPick } from '../../state/session-transitions.ts'
import { IconButton } from '../common/icon-button.tsx'
import { useMessages, useServices, useSession } from '../context.tsx'

/** Rows that are shown of one feature: a file may hold thousands. */
const MOST_ROWS = 60

/** The attributes of a feature of an own layer, as text and nothing else. */
export function OwnPickAside() {
  const { text } = useMessages()
  const { store } = useServices()
  const pick = useSession((session) => session.ownPick)
  const layer = useSession((session) => session.ownLayers.find(({ id }) => id === session.ownPick?.layerId))
  if (pick === null || layer === undefined) return null
  const rows = readAttributes(layer.attributes, pick.row).slice(0, MOST_ROWS)
  const close = (): void => store.getState().updateSession((session) => setOwnPick(session, null))
  return (
    <aside
      className="panel card-aside own-pick"
      aria-label={text('imports.pick.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <div className="card">
        <div className="card-head">
          <div className="card-titles">
            <p className="card-kind">
              <span className="swatch" style={{ background: layer.colour }} aria-hidden="true" />
              {text('imports.pick.title')}
            </p>
            <h2 className="card-title">{layer.name}</h2>
          </div>
          <IconButton label={text('imports.pick.close')} placement="left" onPress={close}>
            <X size={18} aria-hidden="true" />
          </IconButton>
        </div>
        {rows.length === 0 ? (
          <p className="quiet">{text('imports.pick.none')}</p>
        ) : (
          <dl className="own-attributes">
            {rows.map(([name, value], index) => (
              <div key={`${index} ${name}`}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </aside>
  )
}
