import { ChevronRight } from 'lucide-react'
import { useState, type ComponentType } from 'react'
import { Button } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { Heading } from 'react-aria-components/Heading'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Switch } from 'react-aria-components/Switch'
import {
  AREA_LAYER_IDS,
  BUILDING_LAYER_IDS,
  OVERLAY_LAYER_IDS,
  type AreaLayerId,
  type AssumptionsId,
  type BuildingLayerId,
  type LayerId,
} from '../../layers/ids.ts'
import { LAYERS } from '../../layers/index.ts'
import type { Layer, ParamControl, ParamValue } from '../../layers/layer.ts'
import { setAreaLayer, setBuildingLayer, toggleOverlay } from '../../state/transitions.ts'
import { lazyPart } from '../common/lazy-part.tsx'
import { useApp, useMessages, useServices } from '../context.tsx'
import type { AssumptionFormProps } from './assumption-form.ts'
import { ChoiceField } from './choice-field.tsx'
import { OnlineOptions, type OnlineHosts } from './online-options.tsx'
import { ParamField } from './param-field.tsx'

/** The form of each kind of assumptions, fetched when it is first opened. */
const ASSUMPTION_FORMS: Readonly<Record<AssumptionsId, ComponentType<AssumptionFormProps>>> = {
  heat: lazyPart(() => import('./heat-assumptions.tsx').then((module) => module.HeatAssumptions), { saysLoading: true }),
}

const OwnData = lazyPart(() => import('../imports/own-data.tsx').then((module) => module.OwnData))

/** What colours the buildings, the areas and what lies on the map. */
export function LayersPanel({ onlineHosts }: { onlineHosts: OnlineHosts }) {
  return (
    <div className="layers">
      <BuildingLayers />
      <AreaLayers />
      <Overlays />
      <OwnData />
      <OnlineOptions hosts={onlineHosts} />
    </div>
  )
}

function BuildingLayers() {
  const { text } = useMessages()
  const { store } = useServices()
  const chosen = useApp((app) => app.buildingLayer)
  return (
    <section className="layer-group">
      <RadioGroup
        className="radio-group"
        value={chosen}
        onChange={(id) => store.getState().update((app) => setBuildingLayer(app, id as BuildingLayerId))}
      >
        <Label className="group-label">{text('layers.buildings')}</Label>
        {BUILDING_LAYER_IDS.map((id) => (
          <Radio key={id} value={id} className="radio">
            <span className="radio-mark" aria-hidden="true" />
            {text(`layer.${id}`)}
          </Radio>
        ))}
      </RadioGroup>
      <LayerControls layerId={chosen} />
    </section>
  )
}

function AreaLayers() {
  const { text } = useMessages()
  const { store } = useServices()
  const chosen = useApp((app) => app.areaLayer)
  return (
    <section className="layer-group">
      <h3 className="group-label">{text('layers.areas')}</h3>
      <ChoiceField
        label={text('layers.areas.label')}
        isLabelHidden
        choices={AREA_LAYER_IDS.map((id) => ({ id, text: text(`layer.${id}`) }))}
        value={chosen}
        onChange={(id) => store.getState().update((app) => setAreaLayer(app, id as AreaLayerId))}
      />
      {chosen === 'none' ? null : <LayerControls layerId={chosen} />}
    </section>
  )
}

function Overlays() {
  const { text } = useMessages()
  const { store } = useServices()
  const overlays = useApp((app) => app.overlays)
  return (
    <section className="layer-group" role="group" aria-label={text('layers.overlays')}>
      <h3 className="group-label">{text('layers.overlays')}</h3>
      {OVERLAY_LAYER_IDS.map((id) => (
        <Switch
          key={id}
          className="switch"
          isSelected={overlays.includes(id)}
          onChange={() => store.getState().update((app) => toggleOverlay(app, id))}
        >
          <span className="switch-track" aria-hidden="true" />
          {text(`layer.${id}`)}
        </Switch>
      ))}
    </section>
  )
}

/** The parameters that a layer offers: what it shows stands open, what it assumes is folded. */
function LayerControls({ layerId }: { layerId: LayerId }) {
  const { dataText } = useMessages()
  const [isOpen, setIsOpen] = useState(false)
  const layer: Pick<Layer, 'controls' | 'defaults' | 'assumptions'> = LAYERS[layerId]
  const params = useApp((app) => app.layerParams[layerId])
  const { assumptions } = layer
  const shown = layer.controls.filter(
    ({ shownWith }) =>
      shownWith === undefined || shownWith.values.includes((params?.[shownWith.key] ?? layer.defaults[shownWith.key]) as ParamValue),
  )
  const isFolded = (control: ParamControl): boolean => assumptions?.controlKeys.includes(control.key) ?? false
  const folded = shown.filter(isFolded)
  const AssumptionForm = assumptions === null ? null : ASSUMPTION_FORMS[assumptions.id]
  if (layer.controls.length === 0) return null
  return (
    <div className="layer-controls">
      {shown
        .filter((control) => !isFolded(control))
        .map((control) => (
          <ParamField key={control.key} layerId={layerId} control={control} defaultValue={layer.defaults[control.key]} />
        ))}
      {assumptions === null || AssumptionForm === null || folded.length === 0 ? null : (
        <Disclosure className="disclosure" isExpanded={isOpen} onExpandedChange={setIsOpen}>
          <Heading level={3}>
            <Button slot="trigger" className="disclosure-button">
              <ChevronRight size={16} aria-hidden="true" />
              {dataText(assumptions.titleKey)}
            </Button>
          </Heading>
          <DisclosurePanel>
            {isOpen ? <AssumptionForm layerId={layerId} controls={folded} defaults={layer.defaults} /> : null}
          </DisclosurePanel>
        </Disclosure>
      )}
    </div>
  )
}
