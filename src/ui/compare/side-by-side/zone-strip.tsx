import type { MeasureTable } from '../../../services/analysis/analysis-service.ts'

const WIDTH = 160
const HEIGHT = 22
const MARGIN = 6

interface ZoneStripProps {
  readonly table: MeasureTable
  readonly values: Float64Array
  readonly rows: readonly number[]
}

/** Where some districts stand among all: a faint line for each, a mark for each of the chosen. */
export function ZoneStrip({ table, values, rows }: ZoneStripProps) {
  const known = values.filter(Number.isFinite)
  if (known.length < 2) return null
  const least = known.reduce((a, b) => Math.min(a, b))
  const most = known.reduce((a, b) => Math.max(a, b))
  const placeOf = (value: number) => MARGIN + (most === least ? 0.5 : (value - least) / (most - least)) * (WIDTH - 2 * MARGIN)
  const lines = Array.from(known, (value) => `M${placeOf(value).toFixed(1)} 5V17`).join('')
  return (
    <svg className="zone-strip" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <path d={lines} className="strip-lines" />
      {rows.map((row, slot) => {
        const value = values[row] ?? NaN
        const cityId = table.rows[row]?.cityId
        if (!Number.isFinite(value) || cityId === undefined) return null
        const colour = `var(--accent-${cityId})`
        // All but the first are rings, so that two of one city can be told apart.
        return (
          <circle
            key={slot}
            cx={placeOf(value)}
            cy={HEIGHT / 2}
            r={slot === 0 ? 5 : 4.25}
            style={slot === 0 ? { fill: colour } : { fill: 'var(--paper)', stroke: colour, strokeWidth: 2.5 }}
          />
        )
      })}
    </svg>
  )
}
