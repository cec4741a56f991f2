import type { MeasureId } from '../../../analytics/measures/types.ts'
import { CITIES } from '../../../cities/index.ts'
import type { MeasureTable } from '../../../services/analysis/analysis-service.ts'
import { ProvenanceBadge } from '../../card/provenance-badge.tsx'
import { CityDot } from '../../common/city-dot.tsx'
import { useMessages } from '../../context.tsx'
import { DialogFrame } from '../../dialogs/dialog-frame.tsx'
import { MappingTopics } from './mapping-topics.tsx'
import { measureName } from '../measure-texts.ts'
import { topicsOf, verdictOf } from './mapping-cards.ts'

interface MappingDialogProps {
  readonly table: MeasureTable
  readonly measureId: MeasureId
  readonly onClose: () => void
}

/** How a measure was made comparable between the cities, and where it cannot be. */
export function MappingDialog({ table, measureId, onClose }: MappingDialogProps) {
  const messages = useMessages()
  const { text, dataText, cityName } = messages
  const name = measureName(messages, measureId)
  return (
    <DialogFrame title={name} onClose={onClose}>
      <div className="explain">
        <p className="about-lead">{dataText(`methods.measure.${measureId}`)}</p>
        <p className="verdict" data-verdict={verdictOf(measureId)}>
          {text(`methods.verdict.${verdictOf(measureId)}`)}
        </p>
        <ul className="mapping-sources">
          {CITIES.filter(({ id }) => (table.provenance as Partial<typeof table.provenance>)[id] !== undefined).map(({ id }) => (
            <li key={id}>
              <CityDot cityId={id} />
              {cityName(id)} <ProvenanceBadge provenance={table.provenance[id][measureId]} fact={name} />
            </li>
          ))}
        </ul>
        <MappingTopics topics={topicsOf(measureId)} />
      </div>
    </DialogFrame>
  )
}
