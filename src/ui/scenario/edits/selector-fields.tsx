import { BUILDING_USES } from '../../../schema/datasets.ts'
import type { BuildingSelector } from '../../../scenario/types.ts'
import { useMessages } from '../../context.tsx'
import { CheckGroup } from './check-group.tsx'
import { DistrictsField } from './districts-field.tsx'
import { NumberInput } from './number-input.tsx'

interface SelectorFieldsProps {
  readonly cityIds: readonly string[]
  readonly selector: BuildingSelector
  readonly onChange: (selector: BuildingSelector) => void
}

/** Which buildings a rule is for. What is left empty does not narrow it. */
export function SelectorFields({ cityIds, selector, onChange }: SelectorFieldsProps) {
  const { text } = useMessages()
  /** Changes one part; undefined takes it out. */
  const set = (key: keyof BuildingSelector, value: unknown): void => {
    const { [key]: _old, ...others } = selector
    onChange(value === undefined ? others : { ...others, [key]: value })
  }
  return (
    <>
      <CheckGroup
        label={text('scenario.field.uses')}
        choices={BUILDING_USES.map((id) => ({ id, text: text(`use.${id}`) }))}
        chosen={selector.uses ?? []}
        onChange={(ids) => set('uses', ids.length === 0 ? undefined : BUILDING_USES.filter((use) => ids.includes(use)))}
      />
      <NumberInput
        label={text('scenario.field.fromYear')}
        value={selector.fromYear}
        least={1200}
        most={2100}
        isYear
        mayBeEmpty
        onChange={(year) => set('fromYear', year)}
      />
      <NumberInput
        label={text('scenario.field.toYear')}
        value={selector.toYear}
        least={1200}
        most={2100}
        isYear
        mayBeEmpty
        onChange={(year) => set('toYear', year)}
      />
      <NumberInput
        label={text('scenario.field.leastFootprint')}
        unit={text('unit.squareMetres')}
        value={selector.leastFootprintSquareMetres}
        least={0}
        most={100_000}
        step={50}
        mayBeEmpty
        onChange={(size) => set('leastFootprintSquareMetres', size)}
      />
      <DistrictsField
        cityIds={cityIds}
        chosen={selector.districtIds ?? []}
        onChange={(ids) => set('districtIds', ids.length === 0 ? undefined : ids)}
      />
    </>
  )
}
