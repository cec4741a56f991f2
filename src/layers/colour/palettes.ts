import { formatHex, parseHex, type Rgb } from './ramps.ts'

/**
 * Colours of categories: Okabe and Ito's hues, softened to the paper-like map. A test keeps each
 * pair of one palette apart under simulated deuteranopia and protanopia.
 */
export const USE_COLOURS = {
  apartments: '#c8553d',
  house: '#f0b04a',
  office: '#2f6db0',
  retail: '#b879a8',
  public: '#86c5e6',
  industrial: '#12503c',
  outbuilding: '#cdc5b4',
  other: '#8d877e',
} as const

export const MODE_COLOURS = {
  tram: '#1f8f6b',
  bus: '#2f6db0',
  trolleybus: '#c878ab',
  metro: '#e58a2e',
  train: '#5b3a7d',
  ferry: '#74c3e8',
} as const

export const HEIGHT_SOURCE_COLOURS = { measured: '#1d5c7d', from_storeys: '#7db8cc', estimated: '#e3a04f' } as const

export const GREEN_COLOURS = {
  park: '#7fae62',
  wood: '#3f7a4c',
  grass: '#b9d08a',
  cemetery: '#8f9f86',
  wetland: '#6fa3a0',
} as const

export const AMENITY_COLOURS = {
  school: '#2f6db0',
  daycare: '#f0b04a',
  health: '#c8553d',
  pharmacy: '#12503c',
  shop: '#b879a8',
  library: '#4a2f6b',
  culture: '#86c5e6',
  sport: '#c9d88a',
} as const

/** What stands for "no data", as one colour where no hatch can be drawn. */
export const NO_DATA_COLOUR = { light: '#d8d2c6', dark: '#4a5057' } as const

/** The palette's colour, made a little lighter or darker for the theme where it must stand out. */
export function themeColour(hex: string, theme: 'light' | 'dark'): Rgb {
  const colour = parseHex(hex)
  if (theme === 'light') return colour
  // On the night map the darkest hues would sink; a sixth of the way to white keeps their order.
  const lift = (channel: number) => Math.round(channel + (255 - channel) / 6)
  return [lift(colour[0]), lift(colour[1]), lift(colour[2])]
}

export { formatHex }
