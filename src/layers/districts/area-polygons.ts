import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import type { Figures } from '../figures.ts'
import { markNoData, paintFeatures } from '../colour/paint.ts'
import type { Scale } from '../colour/scale.ts'
import type { Polygons } from '../types.ts'

/** Opacity of area fills: streets and water stay readable under them. */
const FILL_ALPHA = 190

const STROKES = { light: [90, 84, 76, 160], dark: [190, 196, 202, 120] } as const

export interface AreaFigures extends Figures {
  readonly ids: readonly string[]
  readonly geometry: PackedGeometry
  /** Longitude, latitude of the geometry's points. */
  readonly positionsDegrees: Float64Array
}

/** Areas filled by their figure; those without one are marked for the hatch. */
export function drawAreas(data: AreaFigures, scale: Scale, theme: 'light' | 'dark', hasOutline: boolean): Polygons {
  return {
    kind: 'polygons',
    ids: data.ids,
    positionsDegrees: data.positionsDegrees.slice(),
    ringStarts: data.geometry.ringStarts.slice(),
    featureStarts: data.geometry.featureStarts.slice(),
    fillRgba: paintFeatures(data, scale, theme, FILL_ALPHA),
    noData: markNoData(data),
    strokeRgba: hasOutline ? STROKES[theme] : null,
  }
}
