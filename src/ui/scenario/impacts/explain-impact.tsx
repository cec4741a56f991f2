import { IMPACTS, type ImpactId } from '../../../analytics/scenario/impacts.ts'
import type { Provenance } from '../../../schema/provenance.ts'
import { CityDot } from '../../common/city-dot.tsx'
import { readFormula } from '../../compare/measure-texts.ts'
import { useMessages } from '../../context.tsx'
import { DialogFrame } from '../../dialogs/dialog-frame.tsx'
import { sayImpact, type Impact, type ZoneImpacts } from './zone-impacts.ts'

interface ExplainImpactProps {
  readonly zone: ZoneImpacts
  readonly impact: Impact
  readonly id: ImpactId
  readonly provenance: Provenance
  readonly onClose: () => void
}

/** How a figure that only scenarios have came about. */
export function ExplainImpact({ zone, impact, id, provenance, onClose }: ExplainImpactProps) {
  const messages = useMessages()
  const { text } = messages
  const [before, after, difference] = sayImpact(impact, messages)
  const { formula, source } = IMPACTS[id]
  const figures = [
    ['before', before],
    ['after', after],
    ['difference', difference],
  ] as const
  return (
    <DialogFrame title={text('compare.explain.title', { measure: impact.name })} onClose={onClose}>
      <div className="explain">
        <p className="explain-place">
          <CityDot cityId={zone.cityId} />
          {zone.name}
        </p>
        <dl className="quality-figures">
          {figures.map(([part, shown]) => (
            <div key={part}>
              <dt>{text(`scenario.impacts.${part}`)}</dt>
              <dd className="quantity">{impact.unit === null ? shown : `${shown} ${impact.unit}`}</dd>
            </div>
          ))}
        </dl>
        <h3>{text('compare.explain.formula')}</h3>
        <p className="explain-formula">
          {impact.name} = {readFormula(messages, formula)}
        </p>
        <p className="quiet" lang="en">
          {source}
        </p>
        <h3>{text('cardPanel.source')}</h3>
        <p>
          <span lang="en">{provenance.source}</span> <span className="quiet">{text(`provenance.${provenance.kind}`)}</span>
        </p>
      </div>
    </DialogFrame>
  )
}
