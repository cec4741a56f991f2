import type { CityId } from '../../cities/index.ts'
import { chooseScaleBar, metresPerPixel } from '../../geo/scale.ts'
import { Quantity } from '../common/quantity.tsx'
import { useApp, useMessages } from '../context.tsx'

const LONGEST_PIXELS = 96

/** A round length and how long it is on screen, at the point in the middle of the view. */
export function ScaleBar({ cityId, height }: { cityId: CityId; height: number }) {
  const { text, number } = useMessages()
  const pose = useApp((app) => app.cameras[cityId])
  if (height === 0) return null
  const { metres, pixels } = chooseScaleBar(metresPerPixel(pose.heightMetres, pose.pitchDegrees, height), LONGEST_PIXELS)
  const isFar = metres >= 1000
  const value = isFar ? metres / 1000 : metres
  const unitKey = isFar ? 'unit.kilometres' : 'unit.metres'
  return (
    <div className="scale-bar" role="img" aria-label={text('view.scale', { length: `${number(value)} ${text(unitKey)}` })}>
      <Quantity value={value} unitKey={unitKey} />
      <span className="scale-bar-line" style={{ width: `${pixels}px` }} />
    </div>
  )
}
