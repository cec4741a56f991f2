import { domainOf, prettyBreaks, type BreakSpacing } from './breaks.ts'
import { classColours, type RampName, type Rgb } from './ramps.ts'
import { themeColour } from './palettes.ts'

/** Classes of a quantity: class k holds breaks[k - 1] <= value < breaks[k]. */
export interface SequentialScale {
  readonly kind: 'sequential'
  readonly breaks: readonly number[]
  /** One more than there are breaks. */
  readonly colours: readonly Rgb[]
  /** Domain that the breaks were made for; null where nothing is known. */
  readonly domain: readonly [number, number] | null
  /** Message keys of the classes, where they have names. */
  readonly labelKeys: readonly string[] | null
  readonly spacing: BreakSpacing
}

export interface CategoricalScale {
  readonly kind: 'categorical'
  /** One colour and one message key a code, in the order of the legend. */
  readonly colours: readonly Rgb[]
  readonly labelKeys: readonly string[]
}

export type Scale = SequentialScale | CategoricalScale

/** A scale for the columns of one or more cities together. */
export function makeSequentialScale(
  columns: readonly ArrayLike<number>[],
  ramp: RampName,
  theme: 'light' | 'dark',
  spacing: BreakSpacing = 'linear',
): SequentialScale {
  const domain = domainOf(columns)
  const breaks = domain === null ? [] : prettyBreaks(domain, spacing)
  return {
    kind: 'sequential',
    breaks,
    domain,
    labelKeys: null,
    spacing,
    colours: classColours(ramp, breaks.length + 1, theme),
  }
}

/** A scale with the given breaks, whatever the data. */
export function makeFixedScale(
  breaks: readonly number[],
  labelKeys: readonly string[] | null,
  domain: readonly [number, number],
  ramp: RampName,
  theme: 'light' | 'dark',
): SequentialScale {
  return {
    kind: 'sequential',
    breaks,
    domain,
    labelKeys,
    spacing: 'linear',
    colours: classColours(ramp, breaks.length + 1, theme),
  }
}

/** A scale of categories, in the order of the palette's keys. */
export function makeCategoricalScale(
  palette: Readonly<Record<string, string>>,
  keyPrefix: string,
  theme: 'light' | 'dark',
): CategoricalScale {
  return {
    kind: 'categorical',
    colours: Object.values(palette).map((hex) => themeColour(hex, theme)),
    labelKeys: Object.keys(palette).map((name) => `${keyPrefix}.${name}`),
  }
}
