import type { LayerParams, LayerSpec } from '../layer.ts'
import type { Categories, Figures } from '../figures.ts'
import { makeLegend } from '../make-legend.ts'
import { paintBuildings } from '../colour/paint.ts'
import type { BuildingLayerId } from '../ids.ts'

/** What the layers that colour buildings have in common: slot, drawing and legend. */
export function buildingLayerParts<Params extends LayerParams, Data extends Figures | Categories>(
  id: BuildingLayerId,
  unitKey: string | null,
): Pick<LayerSpec<Params, Data>, 'id' | 'slot' | 'labelKey' | 'draw' | 'legend'> {
  return {
    id,
    slot: 'buildings',
    labelKey: `layer.${id}`,
    draw: (data, scale, _params, theme) => [paintBuildings(data, scale, theme)],
    legend: (data, scale) => makeLegend(data, scale, { layerId: id, titleKey: `layer.${id}`, unitKey }),
  }
}

/** For layers without parameters. */
export const NO_PARAMS = { defaults: {}, controls: [], parseParams: () => ({}) } as const
