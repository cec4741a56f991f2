import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { CityDot } from '../../common/city-dot.tsx'
import { useMessages } from '../../context.tsx'
import { ChoiceField } from '../../layers-panel/choice-field.tsx'
import { isChanged, sayImpact, type Impact, type ZoneImpacts } from './zone-impacts.ts'

interface DistrictImpactsProps {
  readonly zones: readonly ZoneImpacts[]
  readonly onExplain: (zone: ZoneImpacts, impact: Impact) => void
}

/** One figure in every district in which it changes, the largest change first. */
export function DistrictImpacts({ zones, onExplain }: DistrictImpactsProps) {
  const messages = useMessages()
  const { text } = messages
  const [wanted, setWanted] = useState<string | null>(null)
  const all = zones[0]?.impacts ?? []
  const changing = all.filter((_, index) => zones.some(({ impacts }) => isChanged(impacts[index] as Impact)))
  const chosen = changing.find(({ id }) => id === wanted) ?? changing[0]
  if (chosen === undefined) return <p className="quiet">{text('scenario.impacts.noDistrict')}</p>
  const index = all.indexOf(chosen)
  const touched = zones
    .map((zone) => ({ zone, impact: zone.impacts[index] as Impact }))
    .filter(({ impact }) => isChanged(impact))
    .sort((a, b) => Math.abs(b.impact.difference) - Math.abs(a.impact.difference))
  return (
    <>
      <ChoiceField
        label={text('compare.measure')}
        value={chosen.id}
        choices={changing.map(({ id, name, unit }) => ({ id, text: unit === null ? name : `${name} (${unit})` }))}
        onChange={setWanted}
      />
      <div className="impacts-scroll">
        <table className="figure-table impacts-table">
          <caption className="visually-hidden">{chosen.name}</caption>
          <thead>
            <tr>
              <th scope="col">{text('scenario.impacts.district')}</th>
              {(['before', 'after', 'difference'] as const).map((part) => (
                <th key={part} scope="col" className="number-cell">
                  {text(`scenario.impacts.${part}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {touched.map(({ zone, impact }) => {
              const [before, after, difference] = sayImpact(impact, messages)
              return (
                <tr key={zone.key}>
                  <th scope="row">
                    <span className="zone-head">
                      <CityDot cityId={zone.cityId} />
                      {zone.name}
                    </span>
                  </th>
                  <td className="number-cell quantity">{before}</td>
                  <td className="number-cell quantity">
                    <Button
                      className="figure-button"
                      aria-label={`${after}. ${text('compare.explainOf', { figure: `${impact.name}, ${zone.name}` })}`}
                      onPress={() => onExplain(zone, impact)}
                    >
                      {after}
                    </Button>
                  </td>
                  <td className="number-cell quantity" data-changed>
                    {difference}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className="quiet">{chosen.known.join(' · ')}</p>
    </>
  )
}
