import type { CityId } from '../../cities/index.ts'
import type { Legend } from '../../layers/types.ts'
import { useMessages } from '../context.tsx'
import { accentOf } from '../theme.ts'
import { layOutLegend } from './legend-axis.ts'

export interface CityLegend {
  readonly cityId: CityId
  readonly legend: Legend
}

const BAR_GAP = 0.12

/**
 * Colours along their axis, and how often each value occurs: the first city's bars rise from the
 * axis, those of the others hang from it, one row under the other, all on the same scale of shares.
 */
export function AxisChart({ cities }: { cities: readonly CityLegend[] }) {
  const { number, text, dataText, cityName } = useMessages()
  const axes = cities.map(({ cityId, legend }) => ({ cityId, axis: layOutLegend(legend) }))
  const [first] = cities
  const [above, ...below] = axes
  if (first === undefined || above === undefined) return null
  const highest = Math.max(...axes.flatMap(({ axis }) => axis.bars), Number.EPSILON)
  const { segments, ticks } = above.axis
  const label = text('legend.histogram', {
    title: dataText(first.legend.titleKey),
    cities: cities.map(({ cityId }) => cityName(cityId)).join(', '),
  })
  return (
    <div className="axis-chart" role="img" aria-label={label}>
      <Bars cityId={above.cityId} bars={above.axis.bars} highest={highest} isHanging={false} />
      <div className="axis-ramp">
        {segments.map((segment) => (
          <span
            key={segment.from}
            style={{ left: `${segment.from * 100}%`, width: `${(segment.to - segment.from) * 100}%`, background: segment.colour }}
          />
        ))}
      </div>
      <div className="axis-ticks">
        {ticks.map((tick) => (
          <span key={tick.at} style={{ left: `${tick.at * 100}%` }}>
            {number(tick.value)}
          </span>
        ))}
      </div>
      {below.map(({ cityId, axis }) => (
        <Bars key={cityId} cityId={cityId} bars={axis.bars} highest={highest} isHanging />
      ))}
    </div>
  )
}

interface BarsProps {
  readonly cityId: CityId
  readonly bars: readonly number[]
  readonly highest: number
  readonly isHanging: boolean
}

function Bars({ cityId, bars, highest, isHanging }: BarsProps) {
  return (
    <svg className="axis-bars" style={accentOf(cityId)} viewBox={`0 0 ${bars.length} 1`} preserveAspectRatio="none" aria-hidden="true">
      {bars.map((bar, index) => {
        // A square root keeps rare values visible beside very common ones.
        const height = Math.sqrt(bar / highest)
        return (
          <rect
            key={index}
            x={index + BAR_GAP / 2}
            width={1 - BAR_GAP}
            y={isHanging ? 0 : 1 - height}
            height={height}
            fill="var(--accent)"
          />
        )
      })}
    </svg>
  )
}
