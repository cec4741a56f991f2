export type Theme = 'light' | 'dark'

/** Colours of everything in a view that the base map does not paint, as `#rrggbb`. */
export interface SceneTheme {
  readonly plainBuilding: string
  readonly buildingEdge: string
  /** The two tones of the hatch on a building without data. */
  readonly hatch: readonly [string, string]
  /** Ground beyond the data; the base map's painter uses the same. */
  readonly beyondData: string
  readonly skyTop: string
  /** Also the colour of the haze, so that the ground ends in the sky. */
  readonly horizon: string
  readonly nightSkyTop: string
  readonly nightHorizon: string
  readonly label: string
  readonly labelWater: string
  readonly labelHalo: string
  readonly pointOutline: string
}

export const SCENE_THEMES: Readonly<Record<Theme, SceneTheme>> = {
  light: {
    plainBuilding: '#f7f3ec',
    buildingEdge: '#b9b0a2',
    hatch: ['#e6e1d7', '#cfc8ba'],
    beyondData: '#e9e6df',
    skyTop: '#b7cbd8',
    horizon: '#e6ecee',
    nightSkyTop: '#3b4a5c',
    nightHorizon: '#7d8b99',
    label: '#3d3a35',
    labelWater: '#4d6b7d',
    labelHalo: '#fffdf8',
    pointOutline: '#fffdf8',
  },
  dark: {
    plainBuilding: '#3b4249',
    buildingEdge: '#5c656e',
    hatch: ['#30363d', '#22272c'],
    beyondData: '#14171a',
    skyTop: '#0b1016',
    horizon: '#1f2831',
    nightSkyTop: '#06090d',
    nightHorizon: '#141b23',
    label: '#d9d6cf',
    labelWater: '#8fb0c4',
    labelHalo: '#101418',
    pointOutline: '#14181c',
  },
}

/** The theme in force; `system` asks the browser. */
export function resolveTheme(theme: 'system' | Theme): Theme {
  if (theme !== 'system') return theme
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
