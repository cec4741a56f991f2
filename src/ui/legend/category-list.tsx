import type { LegendStep } from '../../layers/types.ts'
import { CityDot } from '../common/city-dot.tsx'
import { useMessages } from '../context.tsx'
import type { CityLegend } from './axis-chart.tsx'

/** Categories with their colours, and the share of each in each city. */
export function CategoryList({ cities }: { cities: readonly CityLegend[] }) {
  const { dataText, number, share, cityName, text } = useMessages()
  const steps = cities[0]?.legend.steps ?? []
  const nameOf = (step: LegendStep) =>
    step.text ??
    (step.labelKey === undefined
      ? [step.from, step.to]
          .filter((value) => value !== undefined)
          .map((value) => number(value))
          .join('–')
      : dataText(step.labelKey))
  return (
    <table className="category-list">
      <thead>
        <tr>
          <th>
            <span className="visually-hidden">{text('legend.title')}</span>
          </th>
          {cities.map(({ cityId }) => (
            <th key={cityId} scope="col">
              <CityDot cityId={cityId} />
              <span className="visually-hidden">{cityName(cityId)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          <tr key={step.text ?? step.labelKey ?? index}>
            <th scope="row">
              <span className="swatch" style={{ background: step.colour }} aria-hidden="true" />
              {nameOf(step)}
            </th>
            {cities.map(({ cityId, legend }) => (
              <td key={cityId}>{legend.known === 0 ? '–' : share((legend.steps[index]?.count ?? 0) / legend.known)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
