import { Button } from 'react-aria-components/Button'
import { CityDot } from '../../common/city-dot.tsx'
import { useMessages } from '../../context.tsx'
import { accentOf } from '../../theme.ts'
import { isChanged, sayImpact, type Impact, type ZoneImpacts } from './zone-impacts.ts'

interface ImpactsTableProps {
  /** Zones side by side, with the same figures in the same order. */
  readonly zones: readonly ZoneImpacts[]
  readonly onlyChanged: boolean
  /** Opens what a figure is made from; left out where nothing more can be said. */
  readonly onExplain?: (zone: ZoneImpacts, impact: Impact) => void
}

/** Every figure before, after and the difference, zone beside zone. */
export function ImpactsTable({ zones, onlyChanged, onExplain }: ImpactsTableProps) {
  const { text } = useMessages()
  const rows = (zones[0]?.impacts ?? []).flatMap((impact, row) =>
    onlyChanged && !zones.some(({ impacts }) => isChanged(impacts[row] ?? impact)) ? [] : [{ impact, row }],
  )
  return (
    <div className="impacts-scroll">
      <table className="figure-table impacts-table">
        <caption className="visually-hidden">{text('scenario.drawer.impacts')}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {text('compare.measure')}
            </th>
            {zones.map(({ key, cityId, name }) => (
              <th key={key} scope="colgroup" colSpan={3} className="impacts-zone">
                <span className="zone-head" style={accentOf(cityId)}>
                  <CityDot cityId={cityId} />
                  {name}
                </span>
              </th>
            ))}
          </tr>
          <tr>
            {zones.flatMap(({ key }) =>
              (['before', 'after', 'difference'] as const).map((part) => (
                <th key={`${key} ${part}`} scope="col" className="number-cell">
                  {text(`scenario.impacts.${part}`)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ impact, row }) => (
            <tr key={impact.id}>
              <th scope="row">
                {impact.name}
                {impact.unit === null ? null : <span className="unit"> {impact.unit}</span>}
              </th>
              {zones.map((zone) => (
                <ImpactCells key={zone.key} zone={zone} impact={zone.impacts[row] ?? impact} onExplain={onExplain} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ImpactCells({ zone, impact, onExplain }: { zone: ZoneImpacts; impact: Impact; onExplain: ImpactsTableProps['onExplain'] }) {
  const messages = useMessages()
  const { text } = messages
  const [before, after, difference] = sayImpact(impact, messages)
  return (
    <>
      <td className="number-cell quantity">{before}</td>
      <td className="number-cell quantity">
        {onExplain === undefined ? (
          after
        ) : (
          <Button
            className="figure-button"
            aria-label={`${after}. ${text('compare.explainOf', { figure: `${impact.name}, ${zone.name}` })}`}
            onPress={() => onExplain(zone, impact)}
          >
            {after}
          </Button>
        )}
        <span className="figure-known">{impact.known.join(' · ')}</span>
      </td>
      <td className="number-cell quantity" data-changed={isChanged(impact) || undefined}>
        {difference}
      </td>
    </>
  )
}
