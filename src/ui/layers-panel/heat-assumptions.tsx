import { RotateCcw } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { HEAT_INTENSITY_DEFAULTS } from '../../analytics/energy/heat-intensities.ts'
import { resetSharedParams } from '../actions.ts'
import { useApp, useMessages, useServices } from '../context.tsx'
import type { MessageKey } from '../messages/index.ts'
import type { AssumptionFormProps } from './assumption-form.ts'
import { HeatBands } from './heat-bands.tsx'
import { ParamField } from './param-field.tsx'

const ELECTRICITY_LABELS: readonly string[] = ['assumption.hotWater', 'assumption.propertyElectricity', 'assumption.userElectricity']
const PHYSICS_KEYS: readonly string[] = ['air-change', 'window-share', 'gains', 'gains-utilisation', 'indoor-temperature']

const FAMILIES = [...new Set(HEAT_INTENSITY_DEFAULTS.map((band) => band.family))]

/** Every assumption of the models of heat and of sun that a layer rests on, marked as one, to be changed and put back. */
export function HeatAssumptions({ layerId, controls, defaults }: AssumptionFormProps) {
  const { text } = useMessages()
  const { store } = useServices()
  const params = useApp((app) => app.layerParams[layerId])
  const isChanged = controls.some((control) => params?.[control.key] !== undefined)
  const ofEnergy = controls.filter((control) => control.labelKey.startsWith('assumption.'))
  const ofEnvelope = ofEnergy.filter(({ key }) => key.startsWith('built-') || PHYSICS_KEYS.includes(key))
  const ofElectricity = ofEnergy.filter(({ labelKey }) => ELECTRICITY_LABELS.includes(labelKey))
  const ofPanels = ofEnergy.filter(({ key }) => key.startsWith('solar-'))
  const ofClimate = ofEnergy.filter((control) => ![...ofEnvelope, ...ofElectricity, ...ofPanels].includes(control))
  const ofBands = controls.filter((control) => control.text !== undefined && !ofEnergy.includes(control))
  const ofUses = controls.filter((control) => control.labelKey.startsWith('use.'))
  const general = controls.filter((control) => ![...ofBands, ...ofUses, ...ofEnergy].includes(control))
  return (
    <div className="heat-assumptions">
      <p className="quiet">{text('heat.explain')}</p>
      <Button
        className="button"
        isDisabled={!isChanged}
        onPress={() =>
          store.getState().update((app) =>
            resetSharedParams(
              app,
              layerId,
              defaults,
              controls.map((control) => control.key),
            ),
          )
        }
      >
        <RotateCcw size={16} aria-hidden="true" />
        {text('heat.reset')}
      </Button>
      <AssumptionGroup titleKey="solar.title" layerId={layerId} controls={ofPanels} defaults={defaults} />
      <AssumptionGroup titleKey="heat.general" layerId={layerId} controls={general} defaults={defaults} />
      {ofBands.length === 0
        ? null
        : FAMILIES.map((family) => <HeatBands key={family} layerId={layerId} family={family} controls={ofBands} defaults={defaults} />)}
      <AssumptionGroup titleKey="param.family" layerId={layerId} controls={ofUses} defaults={defaults} />
      <AssumptionGroup titleKey="heat.electricity" layerId={layerId} controls={ofElectricity} defaults={defaults} />
      <AssumptionGroup titleKey="heat.climate" layerId={layerId} controls={ofClimate} defaults={defaults} />
      <AssumptionGroup titleKey="heat.envelope" layerId={layerId} controls={ofEnvelope} defaults={defaults} />
    </div>
  )
}

function AssumptionGroup({ titleKey, layerId, controls, defaults }: AssumptionFormProps & { titleKey: MessageKey }) {
  const { text } = useMessages()
  if (controls.length === 0) return null
  return (
    <section className="assumption-group">
      <h4>
        {text(titleKey)}{' '}
        <span className="provenance-badge" data-kind="default">
          {text('heat.assumption')}
        </span>
      </h4>
      {controls.map((control) => (
        <ParamField key={control.key} layerId={layerId} control={control} defaultValue={defaults[control.key]} />
      ))}
    </section>
  )
}
