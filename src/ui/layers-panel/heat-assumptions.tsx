import { RotateCcw } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { LayerId } from '../../layers/ids.ts'
import type { LayerParams, ParamControl } from '../../layers/layer.ts'
import { resetSharedParams } from '../actions.ts'
import { useApp, useMessages, useServices } from '../context.tsx'
import { ParamField } from './param-field.tsx'

interface HeatAssumptionsProps {
  readonly layerId: LayerId
  readonly controls: readonly ParamControl[]
  readonly defaults: LayerParams
}

/** Every assumption of the heat model, marked as one, to be changed and put back. */
export function HeatAssumptions({ layerId, controls, defaults }: HeatAssumptionsProps) {
  const { text } = useMessages()
  const { store } = useServices()
  const params = useApp((app) => app.layerParams[layerId])
  const isChanged = controls.some((control) => params?.[control.key] !== undefined)
  return (
    <div className="heat-assumptions">
      <p className="quiet">{text('heat.explain')}</p>
      <Button
        className="button"
        isDisabled={!isChanged}
        onPress={() => store.getState().update((app) => resetSharedParams(app, layerId, defaults, controls.map((control) => control.key)))}
      >
        <RotateCcw size={16} aria-hidden="true" />{text('heat.reset')}
      </Button>
      <ul className="assumption-list">
        {controls.map((control) => (
          <li key={control.key}>
            <ParamField layerId={layerId} control={control} defaultValue={defaults[control.key]} />
            <span className="provenance-badge" data-kind="default">{text('heat.assumption')}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
