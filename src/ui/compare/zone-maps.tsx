import { useCallback, useMemo, type ReactNode } from 'react'
import { CITIES } from '../../cities/index.ts'
import { classOf } from '../../layers/colour/breaks.ts'
import { formatHex, NO_DATA_COLOUR } from '../../layers/colour/palettes.ts'
import type { RampName } from '../../layers/colour/ramps.ts'
import { makeSequentialScale } from '../../layers/colour/scale.ts'
import type { MeasureTable } from '../../services/analysis/analysis-service.ts'
import { CityDot } from '../common/city-dot.tsx'
import { useMessages } from '../context.tsx'
import { chartColours, useTheme } from './use-theme.ts'
import { makeZoneFills, useZoneFills } from './zone-fill.ts'
import { ZoneMap } from './zone-map.tsx'
import { rowsOfCity } from './zone-rows.ts'

interface ZoneMapsProps {
  readonly table: MeasureTable
  /** One value a row; NaN for a gap. */
  readonly values: Float64Array
  readonly title: string
  readonly labelOf: (city: string) => string
  readonly formatBreak: (value: number) => string
  readonly ramp?: RampName
  /** Stands beside the small maps. */
  readonly children?: ReactNode
}

/** Values of zones in colours: a key, a small map of each city, and the zones on the large maps while this stands. */
export function ZoneMaps({ table, values, title, labelOf, formatBreak, ramp = 'viridis', children }: ZoneMapsProps) {
  const { text, cityName } = useMessages()
  const theme = useTheme()
  const colours = chartColours(theme)
  const { breaks, hexes } = useMemo(() => {
    const scale = makeSequentialScale([values], ramp, theme)
    return { breaks: scale.breaks, hexes: scale.colours.map(formatHex) }
  }, [values, ramp, theme])
  const hexOf = useCallback(
    (row: number) => {
      const value = values[row] as number
      return Number.isNaN(value) ? null : (hexes[classOf(value, breaks)] ?? null)
    },
    [values, breaks, hexes],
  )
  useZoneFills(useMemo(() => makeZoneFills(table, hexOf, theme), [table, hexOf, theme]))
  return (
    <div>
      <p className="grid-key">
        <strong>{title}</strong>
        {hexes.map((hex, index) => (
          <span key={hex}>
            <span className="swatch" style={{ background: hex }} aria-hidden="true" />{' '}
            {index === 0 ? `< ${formatBreak(breaks[0] ?? 0)}` : `≥ ${formatBreak(breaks[index - 1] as number)}`}
          </span>
        ))}
        <span>
          <span className="swatch" style={{ background: NO_DATA_COLOUR[theme] }} aria-hidden="true" /> {text('cardPanel.noData')}
        </span>
      </p>
      <div className="grid-maps">
        {CITIES.map(({ id }) => (
          <figure key={id} className="spread">
            <figcaption>
              <CityDot cityId={id} /> {cityName(id)}
            </figcaption>
            <ZoneMap
              label={labelOf(cityName(id))}
              table={table}
              rows={rowsOfCity(table, id)}
              colourOf={(row) => hexOf(row) ?? NO_DATA_COLOUR[theme]}
              lineColour={colours.paper}
              selectedColour={colours.ink}
              isSelected={() => false}
            />
          </figure>
        ))}
        {children}
      </div>
    </div>
  )
}
