import { House, Minus, Plus } from 'lucide-react'
import { useRef } from 'react'
import type { CameraPose } from '../../cities/city.ts'
import type { CityId } from '../../cities/index.ts'
import { zoomPose } from '../../state/camera-pose.ts'
import { setCamera } from '../../state/transitions.ts'
import { requestFlight } from '../../state/session-transitions.ts'
import { IconButton } from '../common/icon-button.tsx'
import { useApp, useMessages, useServices } from '../context.tsx'
import { accentOf } from '../theme.ts'
import { MovePad } from './move-pad.tsx'
import { ScaleBar } from './scale-bar.tsx'
import { useSize } from './use-size.ts'
import { ViewStatus } from './view-status.tsx'

const ZOOM_FACTOR = 0.6

/** What stands around one city's view: scale, north, zoom, home, progress and failure. */
export function ViewFrame({ cityId }: { cityId: CityId }) {
  const { text, cityName } = useMessages()
  const { store } = useServices()
  const frame = useRef<HTMLElement>(null)
  const { height } = useSize(frame)
  const name = cityName(cityId)
  const change = (command: (pose: CameraPose) => CameraPose) =>
    store.getState().update((app) => setCamera(app, cityId, command(app.cameras[cityId])))
  const fly = (kind: 'home' | 'north') => store.getState().updateSession((session) => requestFlight(session, cityId, { kind }))

  return (
    <section ref={frame} className="view-frame" style={accentOf(cityId)} aria-label={text('view.label', { city: name })}>
      <ViewStatus cityId={cityId} />
      <div className="view-corner">
        <div className="view-controls" role="group" aria-label={text('view.controls', { city: name })}>
          <NorthButton cityId={cityId} onPress={() => fly('north')} />
          <IconButton label={text('view.zoomIn')} placement="top" onPress={() => change((pose) => zoomPose(pose, ZOOM_FACTOR))}>
            <Plus size={18} aria-hidden="true" />
          </IconButton>
          <IconButton label={text('view.zoomOut')} placement="top" onPress={() => change((pose) => zoomPose(pose, 1 / ZOOM_FACTOR))}>
            <Minus size={18} aria-hidden="true" />
          </IconButton>
          <MovePad onChange={change} />
          <IconButton label={text('view.home')} placement="top" onPress={() => fly('home')}>
            <House size={18} aria-hidden="true" />
          </IconButton>
        </div>
        <ScaleBar cityId={cityId} height={height} />
      </div>
    </section>
  )
}

function NorthButton({ cityId, onPress }: { cityId: CityId; onPress: () => void }) {
  const { text } = useMessages()
  const heading = useApp((app) => Math.round(app.cameras[cityId].headingDegrees))
  return (
    <IconButton label={text('view.north')} placement="top" onPress={onPress}>
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" style={{ rotate: `${-heading}deg` }}>
        <path d="M12 2 16 12H8Z" fill="currentColor" />
        <path d="M12 22 8 12h8Z" fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinejoin="round" />
      </svg>
    </IconButton>
  )
}
