import { Minus, Plus } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { NumberField } from 'react-aria-components/NumberField'
import { Text } from 'react-aria-components/Text'
import type { CityId } from '../../cities/index.ts'
import type { LayerId } from '../../layers/ids.ts'
import type { ParamControl, ParamValue } from '../../layers/layer.ts'
import { setSharedParam } from '../actions.ts'
import { useApp, useMessages, useServices } from '../context.tsx'
import { ChoiceField } from './choice-field.tsx'

interface ParamFieldProps {
  readonly layerId: LayerId
  readonly control: ParamControl
  readonly defaultValue: ParamValue | undefined
  /** Text to show in the place of the control's own label. */
  readonly label?: string
  /** Without a visible label and unit, where a table's heads say both. */
  readonly isBare?: boolean
}

/** The field of one parameter of a layer, as its control describes it. */
export function ParamField({ layerId, control, defaultValue, label, isBare = false }: ParamFieldProps) {
  const { text, dataText, cityName } = useMessages()
  const { store } = useServices()
  const kept = useApp((app) => app.layerParams[layerId]?.[control.key])
  const value = (kept ?? defaultValue) as ParamValue | undefined
  const nameOfCity = (cityId: string | undefined) => (cityId === undefined ? undefined : cityName(cityId as CityId))
  const name =
    label ??
    [dataText(control.labelKey), control.text, control.kind === 'number' ? nameOfCity(control.cityId) : undefined]
      .filter((part) => part !== undefined)
      .join(' ')
  const set = (next: ParamValue) => store.getState().update((app) => setSharedParam(app, layerId, control.key, next))

  if (control.kind === 'choice') {
    return (
      <ChoiceField
        label={name}
        choices={control.choices.map((choice) => ({ id: choice.value, text: dataText(choice.labelKey) }))}
        value={String(value)}
        onChange={set}
      />
    )
  }
  const isChanged = value !== defaultValue
  return (
    <NumberField
      className="number-field"
      data-changed={isChanged || undefined}
      value={Number(value)}
      minValue={control.minimum}
      maxValue={control.maximum}
      step={control.step}
      // A year is no amount: grouping its thousands would make it one.
      formatOptions={{ useGrouping: control.unitKey !== null }}
      onChange={(next) => {
        if (!Number.isNaN(next)) set(next)
      }}
    >
      <Label className={isBare ? 'visually-hidden' : 'field-label'}>
        {name}
        {isBare || control.unitKey === null ? null : <span className="unit"> ({dataText(control.unitKey)})</span>}
      </Label>
      <Group className="number-group">
        <Button slot="decrement" className="number-step">
          <Minus size={14} aria-hidden="true" />
        </Button>
        <Input className="number-input" />
        <Button slot="increment" className="number-step">
          <Plus size={14} aria-hidden="true" />
        </Button>
      </Group>
      {isBare || control.origin === undefined ? null : (
        <Text slot="description" className="quiet">
          {text(`provenance.${control.origin.kind}`)} · <span lang="en">{control.origin.source}</span>
          {control.origin.year === null ? null : ` · ${control.origin.year}`}
        </Text>
      )}
    </NumberField>
  )
}
