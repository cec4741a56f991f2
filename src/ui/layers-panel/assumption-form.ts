import type { LayerId } from '../../layers/ids.ts'
import type { LayerParams, ParamControl } from '../../layers/layer.ts'

/** What a form of assumptions gets: the layer's controls that belong to them. */
export interface AssumptionFormProps {
  readonly layerId: LayerId
  readonly controls: readonly ParamControl[]
  readonly defaults: LayerParams
}
