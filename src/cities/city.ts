import type { EpsgCode } from '../geo/crs.ts'
import type { GeoidModel } from '../geo/geoid.ts'

export const LANGUAGES = ['en', 'fi', 'et', 'sv'] as const
export type Language = (typeof LANGUAGES)[number]

/** A camera pose about the city's anchor. Two cities with equal poses show equal views. */
export interface CameraPose {
  /** Camera position east of the anchor, in metres on the ellipsoid. */
  readonly eastMetres: number
  /** Camera position north of the anchor, in metres on the ellipsoid. */
  readonly northMetres: number
  /** Camera height above the ground under it, in metres. */
  readonly heightMetres: number
  /** Clockwise from north, 0-360. */
  readonly headingDegrees: number
  /** -90 looks straight down, 0 at the horizon. */
  readonly pitchDegrees: number
}

/** Energy use of a whole city as published, to hold the heat model against. */
interface EnergyBound {
  /** Final energy of all sectors and carriers, MWh a year. */
  readonly finalEnergyMegawattHours: number
  /** Shares of that used by homes and by services, 0-1. */
  readonly homesShare: number
  readonly servicesShare: number
  readonly year: number
  readonly source: string
}

/** Source of a default that none at hand gives. */
export const NOT_FROM_A_SOURCE = 'General knowledge, not from a source: put the local figure in its place'

/** A figure of the city that its energy is reckoned by: what it is unless edited, and how far it may be off. */
interface EnergyFigure {
  /** `heating-degree-days`, `design-temperature`, `electricity-carbon` or `district-heat-carbon-<year>`. */
  readonly id: string
  readonly default: number
  readonly low: number
  readonly high: number
  readonly unit: 'kelvinDays' | 'degreesCelsius' | 'gramsPerKilowattHour'
  /** `default` where no source gives it. */
  readonly kind: 'official' | 'default'
  readonly year: string | null
  readonly source: string
}

/** A city as data: one file beside the others describes it. `City<CityId>` is one of those that the app shows. */
export interface City<Id extends string = string> {
  readonly id: Id
  readonly names: Readonly<Record<Language, string>>
  /** Projected CRS of everything in `data/<id>/`. */
  readonly epsg: EpsgCode
  readonly heightSystem: string
  readonly geoid: GeoidModel
  readonly timeZone: string
  /** The point about which linked cameras are equal, degrees. */
  readonly anchor: { readonly longitudeDegrees: number; readonly latitudeDegrees: number; readonly name: string }
  /** West, south, east, north in degrees: the area that the data covers. */
  readonly extentDegrees: readonly [number, number, number, number]
  /** Accent colours for text on the light and on the dark theme. */
  readonly accent: { readonly light: string; readonly dark: string }
  /** Languages of the city's own place names, first is the default. */
  readonly placeNameLanguages: readonly Language[]
  /** Search words of the finest administrative units, for headings (message keys). */
  readonly levels: { readonly coarse: string; readonly fine: string }
  /** What the city itself calls its districts, as words of the command line; the first is the usual one. */
  readonly levelWords: { readonly coarse: readonly string[]; readonly fine: readonly string[] }
  readonly energyFigures: readonly EnergyFigure[]
  /** Where a statistic of the city's energy is published, and the data hold all of its buildings. */
  readonly energyBound?: EnergyBound
}
