import { useMemo, useRef } from 'react'
import type { MeasureTable } from '../../services/analysis/analysis-service.ts'
import { useMessages } from '../context.tsx'
import { zoneName } from './zone-rows.ts'

const WIDTH = 360
const PADDING = 4

interface ZoneMapProps {
  readonly label: string
  readonly table: MeasureTable
  /** Rows to draw, of one city. */
  readonly rows: readonly number[]
  readonly colourOf: (row: number) => string
  readonly lineColour: string
  readonly selectedColour: string
  readonly isSelected: (row: number) => boolean
  readonly onPress?: (row: number) => void
}

/** A small map of one city's zones, each in a colour. The table beside it says the same, and takes the keys. */
export function ZoneMap({ label, table, rows, colourOf, lineColour, selectedColour, isSelected, onPress }: ZoneMapProps) {
  const { language } = useMessages()
  const chart = useRef<SVGSVGElement>(null)
  const { paths, height } = useMemo(() => drawShapes(table.shapes, rows), [table, rows])
  const shapes = rows.map((row, index) => ({ row, path: paths[index] as string }))
  return (
    <svg ref={chart} className="zone-map" viewBox={`0 0 ${WIDTH} ${height}`} width={WIDTH} height={height} role="img" aria-label={label}>
      {shapes.map(({ row, path }) => (
        <path
          key={row} d={path} fill={colourOf(row)} fillRule="evenodd" stroke={lineColour} strokeWidth={0.5}
          onClick={() => onPress?.(row)}
        >
          <title>{zoneName(table.rows[row] as MeasureTable['rows'][number], language)}</title>
        </path>
      ))}
      {/* Drawn last, or neighbours would cover half of the line. */}
      {shapes.filter(({ row }) => isSelected(row)).map(({ row, path }) => (
        <path key={`selected ${row}`} d={path} fill="none" stroke={selectedColour} strokeWidth={2.5} pointerEvents="none" />
      ))}
    </svg>
  )
}

/** Paths of the zones, north up, degrees of longitude shortened as they are at that latitude. */
export function drawShapes(
  { positionsDegrees, ringStarts, featureStarts }: MeasureTable['shapes'], rows: readonly number[],
): { readonly paths: readonly string[]; readonly height: number } {
  const rings = rows.map((row) => [featureStarts[row] as number, featureStarts[row + 1] as number] as const)
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [from, to] of rings) {
    for (let point = ringStarts[from] as number; point < (ringStarts[to] as number); point += 1) {
      const [longitude, latitude] = [positionsDegrees[2 * point] as number, positionsDegrees[2 * point + 1] as number]
      west = Math.min(west, longitude)
      east = Math.max(east, longitude)
      south = Math.min(south, latitude)
      north = Math.max(north, latitude)
    }
  }
  if (!(west < east && south < north)) return { paths: rows.map(() => ''), height: 0 }
  const shortening = Math.cos(((south + north) / 2) * (Math.PI / 180))
  const perDegree = (WIDTH - 2 * PADDING) / ((east - west) * shortening)
  const place = (point: number) => [
    PADDING + ((positionsDegrees[2 * point] as number) - west) * shortening * perDegree,
    PADDING + (north - (positionsDegrees[2 * point + 1] as number)) * perDegree,
  ].map((value) => value.toFixed(1)).join(' ')
  const paths = rings.map(([from, to]) => {
    let path = ''
    for (let ring = from; ring < to; ring += 1) {
      let before = ''
      for (let point = ringStarts[ring] as number; point < (ringStarts[ring + 1] as number); point += 1) {
        const now = place(point)
        // Points that fall on the same tenth of a pixel draw nothing new.
        if (now !== before) path += `${before === '' ? 'M' : 'L'}${now}`
        before = now
      }
      path += 'Z'
    }
    return path
  })
  return { paths, height: Math.ceil((north - south) * perDegree + 2 * PADDING) }
}
