import { LAYERS } from '../index.ts'
import type { BuildingLayerId } from '../ids.ts'
import { parseHex } from '../colour/ramps.ts'
import type { Legend, LegendStep } from '../types.ts'
import type { PlannedVolume } from './types.ts'

/** Blocks of a scenario whose colour the layer cannot tell: the hue that no palette of buildings has. */
export const PLANNED_COLOURS = { light: '#8a6bb0', dark: '#a98ad0' } as const

/**
 * Colour of a planned block by the active layer of buildings, as its legend has it; the colour of what is planned
 * where the layer does not say what it shows of a building that is not there yet, or the legend does not have it.
 */
export function paintPlanned(
  volume: PlannedVolume,
  layerId: BuildingLayerId,
  legend: Legend | null,
  theme: 'light' | 'dark',
): readonly [red: number, green: number, blue: number] {
  if (volume.colour !== null) return parseHex(volume.colour)
  const figure = LAYERS[layerId].spec.figureOfPlanned?.(volume) ?? null
  const step = figure === null ? undefined : legend?.steps.find((candidate) => isIn(candidate, figure))
  return parseHex(step?.colour ?? PLANNED_COLOURS[theme])
}

/** The first class has no lower and the last no upper end; a category is known by its key. */
function isIn({ labelKey, from, to }: LegendStep, figure: number | string): boolean {
  if (typeof figure === 'string') return labelKey === figure
  return (from === undefined || figure >= from) && (to === undefined || figure < to)
}
