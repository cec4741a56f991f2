import { CityDot } from '../common/city-dot.tsx'
import { useMessages } from '../context.tsx'
import { formatYears } from '../messages/format.ts'
import { AxisChart, type CityLegend } from './axis-chart.tsx'
import { CategoryList } from './category-list.tsx'
import { isListed, missingShare } from './legend-axis.ts'

/** One scale: of all cities while it is joint, else of one. */
export function LegendPart({ cities }: { cities: readonly CityLegend[] }) {
  const { text, share, cityName } = useMessages()
  const first = cities[0]
  if (first === undefined) return null
  return (
    <div className="legend-part">
      {isListed(first.legend) ? <CategoryList cities={cities} /> : <AxisChart cities={cities} />}
      <ul className="legend-shares">
        {cities.map(({ cityId, legend }) => (
          <li key={cityId}>
            <CityDot cityId={cityId} />
            <span className="legend-city">{cityName(cityId)}</span>
            <span className="legend-facts">
              <span className="legend-share">
                <span className="swatch swatch-missing" aria-hidden="true" />
                {text('legend.missingShare', { share: share(missingShare(legend)) })}
              </span>
              {/* Where every figure is modelled, the word that follows says so. */}
              {legend.estimatedShare === 0 || legend.provenance.kind === 'modelled' ? null : (
                <span className="legend-share">{text('legend.estimatedShare', { share: share(legend.estimatedShare) })}</span>
              )}
              <span className="legend-share">
                {text(`provenance.${legend.provenance.kind}`)}
                {legend.provenance.year === null ? '' : ` · ${formatYears(legend.provenance.year)}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
