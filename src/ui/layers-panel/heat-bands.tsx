import { HEAT_INTENSITY_DEFAULTS, type ArchetypeFamily } from '../../analytics/energy/heat-intensities.ts'
import type { LayerId } from '../../layers/ids.ts'
import type { LayerParams, ParamControl } from '../../layers/layer.ts'
import { useMessages } from '../context.tsx'
import { ParamField } from './param-field.tsx'

interface HeatBandsProps {
  readonly layerId: LayerId
  readonly family: ArchetypeFamily
  readonly controls: readonly ParamControl[]
  readonly defaults: LayerParams
}

/** The age bands of a kind of building: last year of construction, and heat use a year. */
export function HeatBands({ layerId, family, controls, defaults }: HeatBandsProps) {
  const { text } = useMessages()
  const bands = HEAT_INTENSITY_DEFAULTS.filter((band) => band.family === family)
  const name = text(`family.${family}`)
  return (
    <table className="heat-bands">
      <caption>
        {name}{' '}
        <span className="provenance-badge" data-kind="default">
          {text('heat.assumption')}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{text('param.lastYear')}</th>
          <th scope="col">
            {text('param.intensity')}
            <span className="unit">{text('unit.kwhPerSquareMetreYear')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {bands.map((band, index) => {
          const rowName = `${name} ${index + 1}`
          const own = controls.filter((control) => control.text === band.archetype)
          return (
            <tr key={band.archetype}>
              {(['param.lastYear', 'param.intensity'] as const).map((labelKey) => {
                const control = own.find((candidate) => candidate.labelKey === labelKey)
                return (
                  <td key={labelKey}>
                    {control === undefined ? (
                      <span className="quiet">{text('heat.newer')}</span>
                    ) : (
                      <ParamField
                        layerId={layerId}
                        control={control}
                        defaultValue={defaults[control.key]}
                        label={`${rowName}: ${text(labelKey)}`}
                        isBare
                      />
                    )}
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
