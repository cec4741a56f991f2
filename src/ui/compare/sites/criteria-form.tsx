import { Plus, Trash2 } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { DIRECTIONS, type Direction } from '../../../analytics/choice/rescale.ts'
import { CRITERIA_LIMITS, type SiteCriterion } from '../../../analytics/choice/site-criteria.ts'
import { MEASURE_IDS } from '../../../analytics/measures/types.ts'
import type { OwnMeasure } from '../../../analytics/own/own-measure-text.ts'
import { startCriterion } from '../../../state/comparison.ts'
import { setComparison } from '../../../state/transitions.ts'
import { IconButton } from '../../common/icon-button.tsx'
import { useMessages, useServices } from '../../context.tsx'
import { ChoiceField } from '../../layers-panel/choice-field.tsx'
import { NumberInput } from '../../scenario/edits/number-input.tsx'
import { anyMeasureName, readyMeasures } from '../own/own-texts.ts'

const SCALE_KINDS = ['ranks', 'linear'] as const
const WEIGHT_STEP = 0.1
/** Limits that are surely not those meant, to begin with: between nothing and a hundred. */
const STARTING_LIMITS = { kind: 'linear', low: 0, high: 100 } as const
const FARTHEST_LIMIT = 1e9

/** By what sites are rated: a row a criterion. */
export function CriteriaForm({ criteria, own }: { criteria: readonly SiteCriterion[]; own: readonly OwnMeasure[] }) {
  const { text } = useMessages()
  const { store } = useServices()
  const ready = readyMeasures(own)
  const ids = [...MEASURE_IDS, ...ready.map(({ id }) => id)]
  const free = ids.find((id) => !criteria.some(({ measureId }) => measureId === id))
  const set = (next: readonly SiteCriterion[]) => store.getState().update((app) => setComparison(app, { criteria: next }))
  return (
    <section className="criteria" aria-label={text('sites.criteria')}>
      {criteria.map((criterion) => (
        <CriterionRow
          key={criterion.measureId}
          criterion={criterion}
          choices={ids.filter((id) => id === criterion.measureId || !criteria.some(({ measureId }) => measureId === id))}
          own={own}
          onChange={(changed) => set(criteria.map((each) => (each === criterion ? changed : each)))}
          onRemove={() => set(criteria.filter((each) => each !== criterion))}
        />
      ))}
      {criteria.length === 0 ? <p>{text('sites.noCriteria')}</p> : null}
      {free === undefined || criteria.length >= CRITERIA_LIMITS.most ? null : (
        <Button className="button" onPress={() => set([...criteria, startCriterion(free)])}>
          <Plus size={16} aria-hidden="true" />
          {text('sites.addCriterion')}
        </Button>
      )}
    </section>
  )
}

interface CriterionRowProps {
  readonly criterion: SiteCriterion
  readonly choices: readonly SiteCriterion['measureId'][]
  readonly own: readonly OwnMeasure[]
  readonly onChange: (criterion: SiteCriterion) => void
  readonly onRemove: () => void
}

function CriterionRow({ criterion, choices, own, onChange, onRemove }: CriterionRowProps) {
  const messages = useMessages()
  const { text } = messages
  const { measureId, direction, scale, weight, leastWeight, mostWeight } = criterion
  const ready = readyMeasures(own)
  const name = anyMeasureName(messages, measureId, ready)
  const change = (changed: Partial<SiteCriterion>) => onChange({ ...criterion, ...changed })
  return (
    <div className="criterion" role="group" aria-label={name}>
      <ChoiceField
        label={text('compare.measure')}
        choices={choices.map((id) => ({ id, text: anyMeasureName(messages, id, ready) }))}
        value={measureId}
        onChange={(id) => change({ measureId: id as SiteCriterion['measureId'], scale: { kind: 'ranks' } })}
      />
      <ChoiceField
        label={text('sites.direction')}
        choices={DIRECTIONS.map((id) => ({ id, text: text(`sites.direction.${id}`) }))}
        value={direction}
        onChange={(id) => change({ direction: id as Direction })}
      />
      <ChoiceField
        label={text('sites.scale')}
        choices={SCALE_KINDS.map((id) => ({ id, text: text(`sites.scale.${id}`) }))}
        value={scale.kind}
        onChange={(id) => change({ scale: id === 'ranks' ? { kind: 'ranks' } : STARTING_LIMITS })}
      />
      {scale.kind === 'ranks' ? null : (
        <>
          <NumberInput
            label={text('sites.low')}
            value={scale.low}
            least={-FARTHEST_LIMIT}
            most={FARTHEST_LIMIT}
            step={0.001}
            onChange={(low) => change({ scale: limitsOf(low ?? scale.low, scale.high) })}
          />
          <NumberInput
            label={text('sites.high')}
            value={scale.high}
            least={-FARTHEST_LIMIT}
            most={FARTHEST_LIMIT}
            step={0.001}
            onChange={(high) => change({ scale: limitsOf(scale.low, high ?? scale.high) })}
          />
        </>
      )}
      <NumberInput
        label={text('sites.weight')}
        value={weight}
        least={0}
        most={CRITERIA_LIMITS.weight}
        step={WEIGHT_STEP}
        onChange={(next) => change({ weight: round(next ?? weight) })}
      />
      <NumberInput
        label={text('sites.leastWeight')}
        value={leastWeight}
        least={0}
        most={mostWeight}
        step={WEIGHT_STEP}
        onChange={(next) => change({ leastWeight: Math.min(round(next ?? leastWeight), mostWeight) })}
      />
      <NumberInput
        label={text('sites.mostWeight')}
        value={mostWeight}
        least={leastWeight}
        most={CRITERIA_LIMITS.weight}
        step={WEIGHT_STEP}
        onChange={(next) => change({ mostWeight: Math.max(round(next ?? mostWeight), leastWeight) })}
      />
      <IconButton label={text('sites.removeCriterion', { name })} onPress={onRemove}>
        <Trash2 size={16} aria-hidden="true" />
      </IconButton>
    </div>
  )
}

/** Limits in their order; equal ones would be no range. */
function limitsOf(low: number, high: number): SiteCriterion['scale'] {
  return low < high
    ? { kind: 'linear', low, high }
    : { kind: 'linear', low: Math.min(low, high), high: Math.max(low, high) + (low === high ? 1 : 0) }
}

/** Steps of a tenth, without what adding them up leaves. */
function round(weight: number): number {
  return Math.round(weight * 1000) / 1000
}
