import { Switch } from 'react-aria-components/Switch'
import type { BuildingUse } from '../../../schema/datasets.ts'
import type {
  AddBuilding,
  AddLine,
  AddStop,
  ChangeBuilding,
  Edit,
  EnergyStandard,
  PlanRule,
  Retrofit,
  RetrofitPackage,
  Solar,
} from '../../../scenario/types.ts'
import { ENERGY_STANDARDS, RETROFIT_PACKAGES } from '../../../scenario/types.ts'
import { useMessages, useServices } from '../../context.tsx'
import { ChoiceField } from '../../layers-panel/choice-field.tsx'
import { put } from '../change-scenario.ts'
import { CitiesField, UseField } from './edit-fields.tsx'
import { NameField } from './name-field.tsx'
import { ShapeActions } from '../draw/shape-actions.tsx'
import { NumberInput } from './number-input.tsx'
import { PlanRuleFigures } from './plan-rule-figures.tsx'
import { SelectorFields } from './selector-fields.tsx'
import { UseSharesField } from './use-shares-field.tsx'

const MOST_STOREYS = 200

/** What can be changed of an edit, by its kind. Every change counts at once, and is one step back. */
export function EditForm({ edit }: { edit: Edit }) {
  const { text } = useMessages()
  const { store } = useServices()
  return (
    <div className="edit-form">
      <NameField
        label={text('scenario.edit.name')}
        value={edit.name ?? ''}
        placeholder={text(`scenario.kind.${edit.kind}`)}
        onConfirm={(name) => {
          const { name: _old, ...unnamed } = edit
          put(store, name === '' ? unnamed : { ...edit, name })
        }}
      />
      <KindFields edit={edit} />
      <ShapeActions edit={edit} />
    </div>
  )
}

function KindFields({ edit }: { edit: Edit }) {
  switch (edit.kind) {
    case 'add-building':
      return <AddBuildingFields edit={edit} />
    case 'change-building':
      return <ChangeBuildingFields edit={edit} />
    case 'retrofit':
      return <RetrofitFields edit={edit} />
    case 'solar':
      return <SolarFields edit={edit} />
    case 'plan-rule':
      return <PlanRuleFields edit={edit} />
    case 'add-stop':
      return <AddStopFields edit={edit} />
    case 'add-line':
      return <AddLineFields edit={edit} />
    case 'remove-building':
    case 'add-park':
    case 'close-street':
      return null
  }
}

function AddBuildingFields({ edit }: { edit: AddBuilding }) {
  const { text } = useMessages()
  const { store } = useServices()
  return (
    <>
      <NumberInput
        label={text('scenario.field.storeys')}
        value={edit.storeys}
        least={1}
        most={MOST_STOREYS}
        onChange={(storeys = edit.storeys) => put(store, { ...edit, storeys })}
      />
      <UseField value={edit.use} onChange={(use) => put(store, { ...edit, use })} />
      <ChoiceField
        label={text('scenario.field.standard')}
        value={edit.standard}
        choices={ENERGY_STANDARDS.map((id) => ({ id, text: text(`scenario.standard.${id}`) }))}
        onChange={(id) => put(store, { ...edit, standard: id as EnergyStandard })}
      />
    </>
  )
}

function ChangeBuildingFields({ edit }: { edit: ChangeBuilding }) {
  const { text } = useMessages()
  const { store } = useServices()
  return (
    <>
      <NumberInput
        label={text('scenario.field.storeys')}
        value={edit.storeys}
        least={1}
        most={MOST_STOREYS}
        mayBeEmpty
        onChange={(storeys) => {
          const { storeys: _old, ...others } = edit
          put(store, storeys === undefined ? others : { ...others, storeys })
        }}
      />
      <UseField
        value={edit.use ?? null}
        emptyText={text('scenario.field.unchanged')}
        onChange={(use: BuildingUse | null) => {
          const { use: _old, ...others } = edit
          put(store, use === null ? others : { ...others, use })
        }}
      />
    </>
  )
}

function RetrofitFields({ edit }: { edit: Retrofit }) {
  const { text } = useMessages()
  const { store } = useServices()
  return (
    <>
      <CitiesField cityIds={edit.cityIds} onChange={(cityIds) => put(store, { ...edit, cityIds })} />
      <ChoiceField
        label={text('scenario.field.package')}
        value={edit.package}
        choices={RETROFIT_PACKAGES.map((id) => ({ id, text: text(`scenario.package.${id}`) }))}
        onChange={(id) => put(store, { ...edit, package: id as RetrofitPackage })}
      />
      <SelectorFields cityIds={edit.cityIds} selector={edit.selector} onChange={(selector) => put(store, { ...edit, selector })} />
    </>
  )
}

function SolarFields({ edit }: { edit: Solar }) {
  const { text } = useMessages()
  const { store } = useServices()
  return (
    <>
      <CitiesField cityIds={edit.cityIds} onChange={(cityIds) => put(store, { ...edit, cityIds })} />
      <NumberInput
        label={text('scenario.field.share')}
        unit={text('unit.percent')}
        value={Math.round(edit.share * 1000) / 10}
        least={0}
        most={100}
        step={5}
        onChange={(percent = 0) => put(store, { ...edit, share: percent / 100 })}
      />
      <SelectorFields cityIds={edit.cityIds} selector={edit.selector} onChange={(selector) => put(store, { ...edit, selector })} />
    </>
  )
}

function PlanRuleFields({ edit }: { edit: PlanRule }) {
  const { text } = useMessages()
  const { store } = useServices()
  return (
    <>
      <NumberInput
        label={text('scenario.field.storeys')}
        value={edit.storeys}
        least={1}
        most={MOST_STOREYS}
        onChange={(storeys = edit.storeys) => put(store, { ...edit, storeys })}
      />
      <NumberInput
        label={text('scenario.field.coverage')}
        unit={text('unit.percent')}
        value={Math.round(edit.coverageShare * 1000) / 10}
        least={0}
        most={100}
        step={5}
        onChange={(percent = 0) => put(store, { ...edit, coverageShare: percent / 100 })}
      />
      <NumberInput
        label={text('scenario.field.setback')}
        unit={text('unit.metres')}
        value={edit.setbackMetres}
        least={0}
        most={200}
        onChange={(setbackMetres = 0) => put(store, { ...edit, setbackMetres })}
      />
      <UseSharesField shares={edit.useShares} onChange={(useShares) => put(store, { ...edit, useShares })} />
      <Switch className="switch" isSelected={edit.clears} onChange={(clears) => put(store, { ...edit, clears })}>
        <span className="switch-track" aria-hidden="true" />
        {text('scenario.field.clears')}
      </Switch>
      <PlanRuleFigures edit={edit} />
    </>
  )
}

function AddStopFields({ edit }: { edit: AddStop }) {
  const { text } = useMessages()
  const { store } = useServices()
  return (
    <NumberInput
      label={text('scenario.field.departures')}
      value={edit.departuresPerDay}
      least={0}
      most={2000}
      step={10}
      onChange={(departuresPerDay = 0) => put(store, { ...edit, departuresPerDay })}
    />
  )
}

function AddLineFields({ edit }: { edit: AddLine }) {
  const { text } = useMessages()
  const { store } = useServices()
  return (
    <>
      <NumberInput
        label={text('scenario.field.headway')}
        unit={text('scenario.unit.minutes')}
        value={edit.headwayMinutes}
        least={1}
        most={240}
        onChange={(headwayMinutes = edit.headwayMinutes) => put(store, { ...edit, headwayMinutes })}
      />
      <NumberInput
        label={text('scenario.field.hours')}
        unit={text('scenario.unit.hours')}
        value={edit.serviceHours}
        least={1}
        most={24}
        onChange={(serviceHours = edit.serviceHours) => put(store, { ...edit, serviceHours })}
      />
    </>
  )
}
