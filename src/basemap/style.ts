import type { GreenClass, StreetClass } from '../schema/datasets.ts'

export type Theme = 'light' | 'dark'

/** Colours of one theme; see the table in the design for the named ones. */
export interface Palette {
  readonly beyond: string
  readonly sea: string
  /** Line along the shore, and the band of water before it. */
  readonly shore: string
  readonly shallow: string
  readonly land: string
  readonly green: Readonly<Record<GreenClass, string>>
  readonly water: string
  readonly noBuildings: string
  readonly noData: string
  readonly mainStreet: string
  readonly otherStreet: string
  readonly path: string
  readonly casing: string
  readonly tunnel: string
  readonly rail: string
  readonly railTies: string
  readonly tram: string
  readonly border: string
  readonly text: string
  readonly halo: string
}

/** Beyond the data: neither sea nor land, since nothing is known there. */
const BEYOND_DATA_COLOUR: Readonly<Record<Theme, string>> = { light: '#e9e6df', dark: '#14171a' }

export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    beyond: BEYOND_DATA_COLOUR.light,
    sea: '#c8d5dc',
    shore: '#afc1cc',
    shallow: '#d2dde2',
    land: '#f3f0e8',
    green: { park: '#dde5d0', wood: '#d6e0c8', grass: '#e4e9d9', cemetery: '#dde3d3', wetland: '#d9e2d6' },
    water: '#c8d5dc',
    noBuildings: '#d8d2c6',
    noData: '#b9b3a8',
    mainStreet: '#ffffff',
    otherStreet: '#ffffff',
    path: '#ffffff',
    casing: '#ded7ca',
    tunnel: '#d9d3c8',
    rail: '#b0a899',
    railTies: '#f3f0e8',
    tram: '#8d6f9e',
    border: '#9a948a',
    text: '#6d675d',
    halo: '#fbf9f4',
  },
  dark: {
    beyond: BEYOND_DATA_COLOUR.dark,
    sea: '#0f1a22',
    shore: '#22323e',
    shallow: '#12202a',
    land: '#1a1e22',
    green: { park: '#1d2922', wood: '#1c2a21', grass: '#1d2622', cemetery: '#1e2723', wetland: '#1b2726' },
    water: '#0f1a22',
    noBuildings: '#2a2f35',
    noData: '#4a5057',
    mainStreet: '#3a4148',
    otherStreet: '#2b3036',
    path: '#2b3036',
    casing: '#14181b',
    tunnel: '#2b3036',
    rail: '#6b6459',
    railTies: '#1a1e22',
    tram: '#8d6f9e',
    border: '#5d6268',
    text: '#8f959b',
    halo: '#14181b',
  },
}

/**
 * Opacity of area fills below and above the streets: 78 % together. What lies above tints the
 * streets, which so stay readable without outshining the areas.
 */
export const AREA_OPACITY = { below: 0.6, above: 0.45 } as const

export interface LineWidth {
  /** Zoom from which the line is drawn. */
  readonly fromZoom: number
  /** Width on the ground, which the line takes once that is more than the pixels below. */
  readonly metres: number
  /** Least width: zoom and pixels, linear between, constant outside. */
  readonly leastPixels: readonly (readonly [number, number])[]
}

/** From the least to the most important: the order in which they are drawn. */
export const STREET_ORDER: readonly StreetClass[] = ['path', 'service', 'minor', 'secondary', 'main', 'motorway']

export const STREET_WIDTHS: Readonly<Record<StreetClass, LineWidth>> = {
  motorway: {
    fromZoom: 8,
    metres: 14,
    leastPixels: [
      [9, 1],
      [12, 2],
      [15, 5],
    ],
  },
  main: {
    fromZoom: 9,
    metres: 12,
    leastPixels: [
      [10, 0.8],
      [12, 1.5],
      [15, 4.5],
    ],
  },
  secondary: {
    fromZoom: 12,
    metres: 9,
    leastPixels: [
      [12, 0.8],
      [14, 1.8],
      [16, 4],
    ],
  },
  minor: {
    fromZoom: 13,
    metres: 6.5,
    leastPixels: [
      [13, 0.6],
      [15, 1.8],
      [16, 2.6],
    ],
  },
  service: {
    fromZoom: 15,
    metres: 3.6,
    leastPixels: [
      [15, 0.7],
      [17, 2],
    ],
  },
  path: {
    fromZoom: 16,
    metres: 1.8,
    leastPixels: [
      [16, 0.7],
      [18, 1.4],
    ],
  },
}

export const RAIL_WIDTHS: Readonly<Record<'rail' | 'metro' | 'tram', LineWidth>> = {
  rail: {
    fromZoom: 11,
    metres: 1.5,
    leastPixels: [
      [11, 0.5],
      [14, 0.7],
      [16, 1.2],
      [17, 1.8],
    ],
  },
  metro: {
    fromZoom: 12,
    metres: 1.5,
    leastPixels: [
      [11, 0.5],
      [14, 0.7],
      [16, 1.2],
      [17, 1.8],
    ],
  },
  tram: {
    fromZoom: 13,
    metres: 0.8,
    leastPixels: [
      [13, 0.5],
      [15, 0.8],
      [18, 1.3],
    ],
  },
}

/** Classes that count as main streets in the palette. */
export function isMainStreet(streetClass: StreetClass): boolean {
  return streetClass === 'motorway' || streetClass === 'main'
}

/** Pixels of a line at a zoom, or 0 where it is not drawn. */
export function lineWidthPixels(width: LineWidth, zoom: number, metresPerPixel: number): number {
  if (zoom < width.fromZoom) return 0
  return Math.max(width.metres / metresPerPixel, interpolate(width.leastPixels, zoom))
}

/** Pixels of casing on each side of a street: thin, and none on hairlines. */
export function casingPixels(streetPixels: number): number {
  return streetPixels < 1.2 ? 0 : Math.min(1, 0.6 + streetPixels * 0.1)
}

function interpolate(stops: readonly (readonly [number, number])[], at: number): number {
  let before = stops[0]
  if (before === undefined) return 0
  for (const stop of stops) {
    if (at < stop[0]) {
      return stop === before ? stop[1] : before[1] + ((stop[1] - before[1]) * (at - before[0])) / (stop[0] - before[0])
    }
    before = stop
  }
  return before[1]
}
