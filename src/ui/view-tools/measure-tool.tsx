import { measurePath } from '../../analytics/view/measure-path.ts'
import { cityById } from '../../cities/index.ts'
import { converterBetween } from '../../geo/crs.ts'
import type { Drawing } from '../../state/drawing.ts'
import { Quantity } from '../common/quantity.tsx'
import { useMessages } from '../context.tsx'
import { FigureList, type FigureRow } from './figure-list.tsx'
import { LimitsNote } from './limits-note.tsx'
import { PlaceBar, usePlaces } from './place-bar.tsx'

/** Lengths, heights, slopes and areas between places that are clicked. */
export function MeasureTool() {
  const places = usePlaces('measure')
  return (
    <>
      <PlaceBar tool="measure" how="ruler.how" />
      {places === null || places.cityId === null ? null : <Figures places={places} />}
      <LimitsNote of="ruler.limits" />
    </>
  )
}

function Figures({ places }: { places: Drawing }) {
  const { text, share, cityName } = useMessages()
  const { cityId, corners } = places
  const heightsMetres = places.heightsMetres ?? []
  if (cityId === null) return null
  const toPlane = converterBetween(4326, cityById(cityId).epsg)
  const points = corners.map(([longitude, latitude], index) => {
    const [x, y] = toPlane.point(longitude, latitude)
    return { x, y, heightMetres: heightsMetres[index] ?? 0 }
  })
  const found = measurePath(points)
  const last = heightsMetres.at(-1) ?? 0
  const metres = (value: number) => <Quantity value={value} unitKey="unit.metres" decimals={1} />
  const rows: (FigureRow | null)[] = [
    last > 0 ? { label: text('ruler.height'), value: metres(last) } : null,
    ...(found === null
      ? []
      : [
          { label: text('ruler.length'), value: metres(found.lengthMetres) },
          found.riseMetres === 0 && found.spatialLengthMetres === found.lengthMetres
            ? null
            : { label: text('ruler.spatialLength'), value: metres(found.spatialLengthMetres) },
          points.length > 2 ? { label: text('ruler.distance'), value: metres(found.distanceMetres) } : null,
          { label: text('ruler.rise'), value: metres(found.riseMetres) },
          found.slope === null
            ? null
            : { label: text('ruler.slope'), value: `${share(found.slope).replace('-', '−')} · ${slopeDegrees(found.slope)}°` },
          points.length < 3
            ? null
            : {
                label: text('ruler.area'),
                value:
                  found.areaSquareMetres === null ? (
                    text('ruler.noArea')
                  ) : (
                    <Quantity value={found.areaSquareMetres} unitKey="unit.squareMetres" decimals={0} />
                  ),
              },
          found.perimeterMetres === null ? null : { label: text('ruler.perimeter'), value: metres(found.perimeterMetres) },
        ]),
  ]
  return (
    <section aria-live="polite">
      <h3 className="view-city">{cityName(cityId)}</h3>
      <FigureList rows={rows.filter((row) => row !== null)} />
    </section>
  )
}

function slopeDegrees(slope: number): string {
  return String(Math.round((Math.atan(slope) * 180) / Math.PI)).replace('-', '−')
}
