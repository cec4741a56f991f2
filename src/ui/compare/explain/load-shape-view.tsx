import { useCallback } from 'react'
import type { Explanation } from '../../../services/analysis/analysis-service.ts'
import { useMessages } from '../../context.tsx'
import { formatYears } from '../../messages/format.ts'
import { PlotFigure, type PlotLibrary } from '../plot-figure.tsx'

const CHART_HEIGHT = 160
const SATURDAY = 5
const SUNDAY = 6

/** How metered electricity spreads over the year: of other buildings than the figure's, and said so. */
export function LoadShapeView({ load }: { load: NonNullable<Explanation['load']> }) {
  const { text, share, language } = useMessages()
  const { shape, provenance } = load
  const makeOptions = useCallback(
    (plot: PlotLibrary) => {
      const monthName = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' })
      const months = shape.monthShares.map((monthShare, month) => ({
        month: monthName.format(Date.UTC(2001, month, 1)),
        percent: monthShare * 100,
      }))
      return {
        x: { label: null, domain: months.map(({ month }) => month) },
        y: { label: '%', grid: true },
        marks: [plot.barY(months, { x: 'month', y: 'percent', fill: 'currentColor', fillOpacity: 0.6 }), plot.ruleY([0])],
      }
    },
    [language, shape],
  )
  return (
    <>
      <h3>{text('compare.explain.load')}</h3>
      <p>{text('compare.explain.load.what')}</p>
      <PlotFigure label={text('compare.explain.load')} height={CHART_HEIGHT} makeOptions={makeOptions} />
      <p>
        {text('compare.explain.load.week', {
          saturday: share(shape.weekdayFactors[SATURDAY] as number),
          sunday: share(shape.weekdayFactors[SUNDAY] as number),
        })}
      </p>
      <p className="quiet">
        <span lang="en">{provenance.source}</span> · {text(`provenance.${provenance.kind}`)} ·{' '}
        {provenance.year === null ? text('cardPanel.yearUnknown') : formatYears(provenance.year)}
        {provenance.uncertainty === undefined ? null : <span lang="en"> · {provenance.uncertainty}</span>}
      </p>
    </>
  )
}
