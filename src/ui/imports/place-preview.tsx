import { CITIES } from '../../cities/index.ts'
import { joinBoxes, type Box } from '../../geo/boxes.ts'
import type { CrsOption } from '../../layers/own/own-import.ts'
import { CityDot } from '../common/city-dot.tsx'
import { useMessages } from '../context.tsx'
import { accentOf } from '../theme.ts'

const SIDE = 200
/** Degrees of latitude that the map shows at least, and of longitude for the same ground at 60° north. */
const LEAST_SPAN_DEGREES = 1.6

/** A small map: the extent of each city, and the box in which the data would lie. */
export function PlacePreview({ option, label }: { option: CrsOption | null; label: string }) {
  const { cityName } = useMessages()
  const box = option?.boxDegrees ?? null
  const view = fitView([...CITIES.map((city) => city.extentDegrees), ...(box === null ? [] : [box])])
  const rectangle = ([west, south, east, north]: Box) => {
    const [left, top, right, bottom] = [view.x(west), view.y(north), view.x(east), view.y(south)]
    // A single point is still to be seen.
    const [width, height] = [Math.max(right - left, 5), Math.max(bottom - top, 5)]
    return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height }
  }
  return (
    <>
      <svg className="crs-map" viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={label}>
        {CITIES.map((city) => (
          <rect key={city.id} className="crs-city" style={accentOf(city.id)} {...rectangle(city.extentDegrees)} />
        ))}
        {box === null ? null : <rect className="crs-box" {...rectangle(box)} />}
      </svg>
      <p className="crs-key">
        {CITIES.map((city) => (
          <span key={city.id}>
            <CityDot cityId={city.id} /> {cityName(city.id)}
          </span>
        ))}
      </p>
    </>
  )
}

/** Longitude and latitude to the square, with room around; degrees of longitude are half as wide here. */
function fitView(boxes: readonly Box[]) {
  const [west, south, east, north] = boxes.reduce((all, each) => joinBoxes(all, each))
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2]
  const narrowing = Math.max(0.1, Math.cos((middleY * Math.PI) / 180))
  const span = Math.max(LEAST_SPAN_DEGREES, (north - south) * 1.2, (east - west) * narrowing * 1.2)
  return {
    x: (longitude: number) => SIDE / 2 + ((longitude - middleX) * narrowing * SIDE) / span,
    y: (latitude: number) => SIDE / 2 - ((latitude - middleY) * SIDE) / span,
  }
}
