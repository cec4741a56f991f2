import type { City } from '../../cities/city.ts'
import { instantOfLocalTime } from '../../geo/local-time.ts'
import { sunPosition } from '../../geo/sun.ts'
import type { SceneTheme } from './scene-theme.ts'

type Triple = readonly [number, number, number]

/** How a city is lit: everything that follows from the date, the time and the theme. */
export interface Lighting {
  readonly instant: Date
  /** Towards the light, in east, north, up at the anchor; of length 1. */
  readonly directionEastNorthUp: Triple
  /** Brightness of walls away from the light, of walls towards it, and of roofs. */
  readonly shade: Triple
  /** Multiplies every building's colour. */
  readonly tint: Triple
  /** Colour and share that lie over the ground at night. */
  readonly groundNight: { readonly colour: string; readonly share: number }
  readonly skyTop: string
  readonly horizon: string
  /** Whether the light casts shadows. */
  readonly casts: boolean
}

/** Without the sun: a calm light from the south-west, above the shoulder of who looks north. */
const CALM_DIRECTION: Triple = normalise([-0.55, -0.62, 0.56])
/** Below this altitude the sun's shadows are longer than the city. */
const LOWEST_CASTING_DEGREES = 1.5
/** Civil twilight ends here; the picture is then lit by the moon. */
const NIGHT_DEGREES = -6

export function lightCity(city: City, theme: SceneTheme, date: string, minutes: number, followsSun: boolean): Lighting {
  const instant = instantOfLocalTime(date, minutes, city.timeZone)
  const calm = {
    instant,
    directionEastNorthUp: CALM_DIRECTION,
    shade: [0.66, 0.9, 1] as Triple,
    tint: [1, 1, 1] as Triple,
    groundNight: { colour: '#0d1724', share: 0 },
    skyTop: theme.skyTop,
    horizon: theme.horizon,
    casts: false,
  }
  if (!followsSun) return calm
  const { altitudeDegrees, azimuthDegrees } = sunPosition(city.anchor.longitudeDegrees, city.anchor.latitudeDegrees, instant)
  const night = 1 - smoothstep(NIGHT_DEGREES, 4, altitudeDegrees)
  const warmth = smoothstep(NIGHT_DEGREES, 0, altitudeDegrees) * (1 - smoothstep(2, 16, altitudeDegrees))
  // At night the light of a moon stands high in the south: readable, not black.
  const direction = altitudeDegrees > -1 ? directionOf(azimuthDegrees, Math.max(altitudeDegrees, 3)) : directionOf(200, 35)
  return {
    ...calm,
    directionEastNorthUp: direction,
    // Faces away from the sun are darkened by their own shadow already.
    shade: [mix(0.86, 0.72, night), mix(1, 0.95, night), mix(1, 0.97, night)],
    tint: [
      mix(1, 0.55, night) * mix(1, 1.03, warmth),
      mix(1, 0.59, night) * mix(1, 0.96, warmth),
      mix(1, 0.67, night) * mix(1, 0.87, warmth),
    ],
    groundNight: { colour: '#16222f', share: 0.55 * night },
    skyTop: mixColours(theme.skyTop, theme.nightSkyTop, night),
    horizon: mixColours(mixColours(theme.horizon, theme.nightHorizon, night), '#e8b98a', 0.35 * warmth),
    casts: altitudeDegrees >= LOWEST_CASTING_DEGREES,
  }
}

function directionOf(azimuthDegrees: number, altitudeDegrees: number): Triple {
  const azimuth = (azimuthDegrees * Math.PI) / 180
  const altitude = (altitudeDegrees * Math.PI) / 180
  return [Math.cos(altitude) * Math.sin(azimuth), Math.cos(altitude) * Math.cos(azimuth), Math.sin(altitude)]
}

function normalise([x, y, z]: Triple): Triple {
  const length = Math.hypot(x, y, z)
  return [x / length, y / length, z / length]
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share
}

function smoothstep(from: number, to: number, value: number): number {
  const share = Math.min(Math.max((value - from) / (to - from), 0), 1)
  return share * share * (3 - 2 * share)
}

/** Mixes two `#rrggbb` colours. */
export function mixColours(from: string, to: string, share: number): string {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
  const mixed = [1, 3, 5].map((at) => Math.round(mix(channel(from, at), channel(to, at), share)))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
