import { Sun, Sunset } from 'lucide-react'
import { cityById } from '../../cities/index.ts'
import { instantOfLocalTime } from '../../geo/local-time.ts'
import { sunPosition } from '../../geo/sun.ts'
import { shownCityIds } from '../../state/shown-cities.ts'
import { useApp, useMessages } from '../context.tsx'

/** How high the sun stands over the first shown city; the cities are so near that one figure will do. */
export function SunNote() {
  const { text, number } = useMessages()
  const cityId = useApp((app) => shownCityIds(app.layout, app.swapped)[0])
  const date = useApp((app) => app.date)
  const minutes = useApp((app) => app.minutes)
  const city = cityById(cityId)
  const { altitudeDegrees } = sunPosition(
    city.anchor.longitudeDegrees,
    city.anchor.latitudeDegrees,
    instantOfLocalTime(date, minutes, city.timeZone),
  )
  const isUp = altitudeDegrees > 0
  const Icon = isUp ? Sun : Sunset
  return (
    <p className="sun-note" title={isUp ? text('time.sun', { altitude: `${number(altitudeDegrees, 0)}°` }) : text('time.sunBelow')}>
      <Icon size={16} aria-hidden="true" />
      <span className="visually-hidden">
        {isUp ? text('time.sun', { altitude: `${number(altitudeDegrees, 0)}°` }) : text('time.sunBelow')}
      </span>
      <span aria-hidden="true" className="quantity">
        {number(altitudeDegrees, 0)}°
      </span>
    </p>
  )
}
