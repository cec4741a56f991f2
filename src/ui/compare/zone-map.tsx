import { useMemo, useRef } from 'react'
import { boxOfPoints, EMPTY_BOX, joinBoxes } from '../../geo/boxes.ts'
import { forEachPoint, forEachRing, pointRange } from '../../geo/rings.ts'
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
          key={row}
          d={path}
          fill={colourOf(row)}
          fillRule="evenodd"
          stroke={lineColour}
          strokeWidth={0.5}
          onClick={() => onPress?.(row)}
        >
          <title>{zoneName(table.rows[row] as MeasureTable['rows'][number], language)}</title>
        </path>
      ))}
      {/* Drawn last, or neighbours would cover half of the line. */}
      {shapes
        .filter(({ row }) => isSelected(row))
        .map(({ row, path }) => (
          <path key={`selected ${row}`} d={path} fill="none" stroke={selectedColour} strokeWidth={2.5} pointerEvents="none" />
        ))}
    </svg>
  )
}

/** Paths of the zones, north up, degrees of longitude shortened as they are at that latitude. */
export function drawShapes(
  { positionsDegrees, ringStarts, featureStarts }: MeasureTable['shapes'],
  rows: readonly number[],
): { readonly paths: readonly string[]; readonly height: number } {
  const starts = { ringStarts, featureStarts }
  const [west, south, east, north] = rows
    .map((row) => boxOfPoints(positionsDegrees, ...pointRange(starts, row)) ?? EMPTY_BOX)
    .reduce((all, box) => joinBoxes(all, box), EMPTY_BOX)
  if (!(west < east && south < north)) return { paths: rows.map(() => ''), height: 0 }
  const shortening = Math.cos(((south + north) / 2) * (Math.PI / 180))
  const perDegree = (WIDTH - 2 * PADDING) / ((east - west) * shortening)
  const place = (longitude: number, latitude: number) =>
    [PADDING + (longitude - west) * shortening * perDegree, PADDING + (north - latitude) * perDegree]
      .map((value) => value.toFixed(1))
      .join(' ')
  const paths = rows.map((row) => {
    let path = ''
    forEachRing(starts, row, (from, to) => {
      let before = ''
      forEachPoint(
        positionsDegrees,
        (longitude, latitude) => {
          const now = place(longitude, latitude)
          // Points that fall on the same tenth of a pixel draw nothing new.
          if (now !== before) path += `${before === '' ? 'M' : 'L'}${now}`
          before = now
        },
        from,
        to,
      )
      path += 'Z'
    })
    return path
  })
  return { paths, height: Math.ceil((north - south) * perDegree + 2 * PADDING) }
}
