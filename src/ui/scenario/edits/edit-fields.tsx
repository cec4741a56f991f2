import { CITY_IDS } from '../../../cities/index.ts'
import { BUILDING_USES, type BuildingUse } from '../../../schema/datasets.ts'
import { useMessages } from '../../context.tsx'
import { ChoiceField } from '../../layers-panel/choice-field.tsx'
import { CheckGroup } from './check-group.tsx'

/** For which cities a rule holds: at least one. */
export function CitiesField({ cityIds, onChange }: { cityIds: readonly string[]; onChange: (cityIds: readonly string[]) => void }) {
  const { text, cityName } = useMessages()
  return (
    <CheckGroup
      label={text('scenario.field.cities')}
      choices={CITY_IDS.map((id) => ({ id, text: cityName(id) }))}
      chosen={cityIds}
      onChange={(ids) => {
        if (ids.length > 0) onChange(CITY_IDS.filter((id) => ids.includes(id)))
      }}
    />
  )
}

const EMPTY = 'unchanged'

interface UseFieldProps<Value extends BuildingUse | null> {
  readonly value: Value
  /** What an empty choice means, where there may be one. */
  readonly emptyText?: string
  readonly onChange: (use: Value) => void
}

export function UseField<Value extends BuildingUse | null>({ value, emptyText, onChange }: UseFieldProps<Value>) {
  const { text } = useMessages()
  return (
    <ChoiceField
      label={text('scenario.field.use')}
      value={value ?? EMPTY}
      choices={[
        ...(emptyText === undefined ? [] : [{ id: EMPTY, text: emptyText }]),
        ...BUILDING_USES.map((id) => ({ id, text: text(`use.${id}`) })),
      ]}
      onChange={(id) => onChange((id === EMPTY ? null : id) as Value)}
    />
  )
}
