import type { MeasureUnit } from '../measures/types.ts'

/** What quantities are made of. Storeys are plain numbers: floor area over footprint. */
const DIMENSIONS = ['metre', 'resident', 'building', 'stop', 'departure', 'wattHour', 'watt', 'gram', 'year', 'day'] as const
type Dimension = (typeof DIMENSIONS)[number]

/** A unit: how often each dimension enters, and how many of the plain ones (m, Wh …) make one of it. */
export interface Unit {
  readonly powers: Readonly<Partial<Record<Dimension, number>>>
  readonly scale: number
}

export const PLAIN: Unit = { powers: {}, scale: 1 }

const unit = (scale: number, powers: Unit['powers']): Unit => ({ powers, scale })

/** The units of the house. */
export const MEASURE_UNITS: Readonly<Record<MeasureUnit, Unit>> = {
  ratio: PLAIN,
  storeys: PLAIN,
  percent: unit(0.01, {}),
  metres: unit(1, { metre: 1 }),
  squareMetres: unit(1, { metre: 2 }),
  squareKilometres: unit(1e6, { metre: 2 }),
  residents: unit(1, { resident: 1 }),
  residentsPerSquareKilometre: unit(1e-6, { resident: 1, metre: -2 }),
  buildings: unit(1, { building: 1 }),
  buildingsPerSquareKilometre: unit(1e-6, { building: 1, metre: -2 }),
  gwhPerYear: unit(1e9, { wattHour: 1, year: -1 }),
  gwhPerSquareKilometreYear: unit(1e3, { wattHour: 1, metre: -2, year: -1 }),
  mwhPerResidentYear: unit(1e6, { wattHour: 1, resident: -1, year: -1 }),
  kilotonnesPerYear: unit(1e9, { gram: 1, year: -1 }),
  tonnesPerResidentYear: unit(1e6, { gram: 1, resident: -1, year: -1 }),
  megawatts: unit(1e6, { watt: 1 }),
  stops: unit(1, { stop: 1 }),
  stopsPerSquareKilometre: unit(1e-6, { stop: 1, metre: -2 }),
  departuresPerDay: unit(1, { departure: 1, day: -1 }),
  departuresPerSquareKilometreDay: unit(1e-6, { departure: 1, day: -1, metre: -2 }),
  squareMetresPerResident: unit(1, { metre: 2, resident: -1 }),
}

export function raiseUnit({ powers, scale }: Unit, exponent: number): Unit {
  return {
    powers: Object.fromEntries(
      Object.entries(powers).flatMap(([name, power]) => (power * exponent === 0 ? [] : [[name, power * exponent]])),
    ),
    scale: scale ** exponent,
  }
}

export function multiplyUnits(left: Unit, right: Unit): Unit {
  return {
    powers: Object.fromEntries(
      DIMENSIONS.flatMap((name) => {
        const power = (left.powers[name] ?? 0) + (right.powers[name] ?? 0)
        return power === 0 ? [] : [[name, power]]
      }),
    ),
    scale: left.scale * right.scale,
  }
}

export function haveSamePowers(left: Unit, right: Unit): boolean {
  return DIMENSIONS.every((name) => Math.abs((left.powers[name] ?? 0) - (right.powers[name] ?? 0)) < 1e-9)
}

/** Scales are products of powers of ten: so near is the same. */
export function areSameUnits(left: Unit, right: Unit): boolean {
  return haveSamePowers(left, right) && Math.abs(left.scale / right.scale - 1) < 1e-9
}

/** The unit of the house that it is; null where none is. A plain number is a ratio. */
export function findMeasureUnit(found: Unit): MeasureUnit | null {
  return (Object.keys(MEASURE_UNITS) as MeasureUnit[]).find((name) => areSameUnits(MEASURE_UNITS[name], found)) ?? null
}

const SYMBOLS: Readonly<Record<Dimension, string>> = {
  metre: 'm',
  resident: 'residents',
  building: 'buildings',
  stop: 'stops',
  departure: 'departures',
  wattHour: 'Wh',
  watt: 'W',
  gram: 'g',
  year: 'a',
  day: 'd',
}

/** Prefixes of the SI, by exponent of ten; a million grams are a tonne. */
const PREFIXES: Readonly<Record<number, string>> = { 3: 'k', 6: 'M', 9: 'G', 12: 'T' }
const TONNE_EXPONENT = 6

/** `GWh` for 10⁹ of `Wh`; null where no prefix is usual. */
function prefixSymbol(symbol: string, exponent: number): string | null {
  if (symbol === SYMBOLS.gram && exponent === TONNE_EXPONENT) return 't'
  const isTonnes = symbol === SYMBOLS.gram && exponent > TONNE_EXPONENT
  const prefix = PREFIXES[isTonnes ? exponent - TONNE_EXPONENT : exponent]
  const takesPrefix = [SYMBOLS.wattHour, SYMBOLS.watt, SYMBOLS.gram].includes(symbol)
  return prefix !== undefined && takesPrefix ? prefix + (isTonnes ? 't' : symbol) : null
}

/** A unit in symbols, such as `MWh/m² a`: for those that the house has no words for. Empty for a plain number. */
export function writeUnit({ powers, scale }: Unit): string {
  if (areSameUnits({ powers, scale }, MEASURE_UNITS.percent)) return '%'
  const named = DIMENSIONS.flatMap((name) => (powers[name] === undefined ? [] : [[SYMBOLS[name], powers[name]] as const]))
  const over = named.filter(([, power]) => power > 0).map(([symbol, power]) => symbol + raise(power))
  const under = named.filter(([, power]) => power < 0).map(([symbol, power]) => symbol + raise(-power))
  const exponent = Math.log10(scale)
  const prefixed = isWhole(exponent) ? prefixSymbol(over[0] ?? '', Math.round(exponent)) : null
  if (prefixed !== null) return [[prefixed, ...over.slice(1)].join(' '), ...(under.length === 0 ? [] : [under.join(' ')])].join('/')
  const factor = Math.abs(scale - 1) < 1e-9 ? [] : [isWhole(exponent) ? `10${superscript(Math.round(exponent))}` : scale.toPrecision(3)]
  const top = [...factor, ...over].join(' ')
  return under.length === 0 ? top : `${top === '' ? '1' : top}/${under.join(' ')}`
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9
}

function raise(power: number): string {
  return power === 1 ? '' : isWhole(power) ? superscript(Math.round(power)) : `^${power.toPrecision(3)}`
}

function superscript(value: number): string {
  return String(value).replaceAll(/[-\d]/g, (digit) => (digit === '-' ? '⁻' : ('⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] as string)))
}
