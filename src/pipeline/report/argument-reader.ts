import { parseArgs } from 'node:util'
import { MEASURE_IDS, type MeasureId } from '../../analytics/measures/types.ts'
import { CITIES, CITY_IDS, type CityId } from '../../cities/index.ts'
import { DISTRICT_LEVELS, type DistrictLevel } from '../../layers/districts/district-table.ts'
import { MODEL_CONTROLS } from '../../layers/buildings/solar-params.ts'
import { admitParam } from '../../layers/params.ts'
import type { HeatChanges } from '../../services/analysis/analysis-service.ts'
import { nearestWords } from '../../services/search/nearest-words.ts'
import { readAreas, type AreaZones } from '../../report/read-areas.ts'
import { REPORT_OPTIONS, type ReportOption, type ReportOptionName } from '../../report/options.ts'
import type { ReportDistrict, ReportQuestion } from '../../report/request.ts'

/** Every option has a value. */
const PARSED_OPTIONS = Object.fromEntries(Object.keys(REPORT_OPTIONS).map((name) => [name, { type: 'string' as const }]))

/**
 * Options of a command line, read one by one. What cannot be understood becomes a sentence in
 * `problems`, and something that fits the type is answered, so that all problems are reported at once.
 */
export class ArgumentReader {
  readonly problems: string[] = []
  readonly #values = new Map<ReportOptionName, string>()

  constructor(argv: readonly string[]) {
    this.#read(argv)
  }

  #read(argv: readonly string[]): void {
    const { tokens } = parseArgs({ args: [...argv], options: PARSED_OPTIONS, strict: false, allowPositionals: true, tokens: true })
    // The value of an option that does not exist is no mistake of its own.
    let isAfterUnknown = false
    for (const token of tokens) {
      const wasAfterUnknown = isAfterUnknown
      isAfterUnknown = false
      if (token.kind === 'positional') {
        if (!wasAfterUnknown) this.#complainOfWord(token.value)
      } else if (token.kind === 'option') {
        if (!token.rawName.startsWith('--')) this.#complainOfWord(argv[token.index] ?? token.rawName)
        else if (isOption(token.name) && token.inlineValue === false && token.value.startsWith('--')) {
          // Outside its strict mode the parser takes the next option for the value of the one before.
          this.#keep(token.name, undefined)
          return this.#read(argv.slice(token.index + 1))
        } else if (isOption(token.name)) this.#keep(token.name, token.value)
        else {
          const [near = ''] = nearestWords(token.name, Object.keys(REPORT_OPTIONS), 1)
          this.complain(`--${token.name} is no option: did you mean --${near}?`)
          isAfterUnknown = token.value === undefined
        }
      }
    }
  }

  #complainOfWord(word: string): void {
    this.complain(`"${word}" is no option: expected one that starts with --, as --help lists them.`)
  }

  #keep(name: ReportOptionName, value: string | undefined): void {
    if (value === undefined || value === '') this.complain(`--${name}: expected ${REPORT_OPTIONS[name].value}, found nothing.`)
    else if (this.#values.has(name)) this.complain(`--${name} is given more than once.`)
    else this.#values.set(name, value)
  }

  complain(problem: string): void {
    this.problems.push(problem)
  }

  has(name: ReportOptionName): boolean {
    return this.#values.has(name)
  }

  text(name: ReportOptionName): string | null {
    return this.#values.get(name) ?? null
  }

  /** An option that means nothing to the question would be ignored in silence. */
  checkKind(kind: ReportQuestion['kind']): void {
    for (const name of this.#values.keys()) {
      const { kinds }: ReportOption = REPORT_OPTIONS[name]
      if (kinds.includes(kind)) continue
      const others = kinds.map((other) => (other === 'measures' ? 'plain measures' : `--${other}`)).join(' or ')
      if (!kinds.some((other) => other === name)) this.complain(`--${name} goes only with ${others}.`)
    }
  }

  checkAlone(name: ReportOptionName, others: readonly ReportOptionName[]): void {
    const both = others.filter((other) => this.has(other))
    if (both.length > 0) this.complain(`--${name} does not go together with --${both.join(' and --')}.`)
  }

  /** One of the words; null where the option is not there. */
  word<Word extends string>(name: ReportOptionName, words: readonly Word[]): Word | null {
    const text = this.text(name)
    const found = words.find((word) => word === text) ?? null
    if (text !== null && found === null) this.complain(`--${name}: expected ${words.join(', ')}, found "${text}".`)
    return found
  }

  cities(): readonly CityId[] {
    const text = this.text('city')
    if (text === null) return CITY_IDS
    const cityIds = this.#list('city', text).flatMap((word) => this.#cityOf(word, '--city') ?? [])
    // In the order of the cities: the same question gives the same rows however it was put.
    return CITY_IDS.filter((id) => cityIds.includes(id))
  }

  oneCity(why: string): CityId {
    const cityIds = this.cities()
    const [only] = cityIds
    if (only !== undefined && cityIds.length === 1) return only
    if (this.problems.length === 0 || cityIds.length > 1) {
      this.complain(`--city: expected one city with ${why}, found ${this.has('city') ? `"${this.text('city') ?? ''}"` : 'none'}.`)
    }
    return CITY_IDS[0]
  }

  /** `fine`, `coarse`, or what one of the cities calls its districts. */
  level(cityIds: readonly CityId[]): DistrictLevel {
    const text = this.text('level')
    if (text === null) return 'fine'
    const word = text.toLowerCase()
    const cities = CITIES.filter(({ id }) => cityIds.includes(id))
    const level = DISTRICT_LEVELS.find(
      (known) => known === word || cities.some(({ levelWords }) => (levelWords[known] as readonly string[]).includes(word)),
    )
    if (level !== undefined) return level
    const expected = [...DISTRICT_LEVELS, ...cities.flatMap(({ levelWords }) => DISTRICT_LEVELS.map((known) => levelWords[known][0]))]
    this.complain(`--level: expected ${[...new Set(expected)].join(', ')}, found "${text}".`)
    return 'fine'
  }

  measures(name: 'measure'): readonly MeasureId[] {
    const text = this.text(name)
    if (text === null || text === 'all') return MEASURE_IDS
    return [...new Set(this.#list(name, text).flatMap((word) => this.#measureOf(word, name) ?? []))]
  }

  measure(name: 'moran' | 'ranks'): MeasureId {
    return this.#measureOf(this.text(name) ?? '', name) ?? 'fsi'
  }

  /** Null where the option is not there. */
  measureWeights(name: 'weights'): Readonly<Partial<Record<MeasureId, number>>> | null {
    const text = this.text(name)
    if (text === null) return null
    return Object.fromEntries(
      this.#list(name, text).flatMap((pair): [MeasureId, number][] => {
        const [word = '', weightText = ''] = pair.split('=')
        const measureId = this.#measureOf(word, name)
        const weight = toNumber(weightText)
        if (!(weight > 0) || weight > 1e6) this.complain(`--${name}: expected a weight above 0 as in ${word}=1, found "${pair}".`)
        return measureId === null ? [] : [[measureId, weight]]
      }),
    )
  }

  district(name: 'match'): ReportDistrict {
    return this.#districtOf(this.text(name) ?? '', name)
  }

  districtPair(name: 'compare'): readonly [ReportDistrict, ReportDistrict] {
    const text = this.text(name) ?? ''
    // A name may hold a comma; what starts the next district is the id of a city.
    const parts = text.split(new RegExp(`,(?=(?:${CITY_IDS.join('|')}):)`))
    const [first, second] = parts.length === 2 ? parts : text.split(',')
    if (first === undefined || second === undefined || parts.length > 2) {
      this.complain(`--${name}: expected two districts, ${REPORT_OPTIONS[name].value}, found "${text}".`)
      return [NO_DISTRICT, NO_DISTRICT]
    }
    return [this.#districtOf(first, name), this.#districtOf(second, name)]
  }

  number(name: ReportOptionName, least: number, most: number, unit = ''): number {
    const text = this.text(name) ?? ''
    const value = toNumber(text)
    if (value >= least && value <= most) return value
    this.complain(`--${name}: expected a number from ${least} to ${most}${unit}, found "${text}".`)
    return least
  }

  whole(name: ReportOptionName, fallback: number, least: number, most: number): number {
    const text = this.text(name)
    if (text === null) return fallback
    const value = /^\d+$/.test(text) ? Number(text) : NaN
    if (value >= least && value <= most) return value
    this.complain(`--${name}: expected a whole number from ${least} to ${most}, found "${text}".`)
    return fallback
  }

  inlineArea(text: string, cityId: CityId | null): AreaZones {
    try {
      const areas = readAreas(text, cityId, 'area')
      if (areas.length > 1) throw new Error(`expected one feature on the command line, found ${areas.length}; put them into a file`)
      return areas[0] as AreaZones
    } catch (error) {
      this.complain(`--area: ${(error as Error).message}.`)
      return { kind: 'area', cityId: CITY_IDS[0], name: '', polygonsDegrees: [] }
    }
  }

  heat(): HeatChanges {
    const text = this.text('heat')
    if (text === null) return {}
    return Object.fromEntries(
      this.#list('heat', text).flatMap((pair): [string, unknown][] => {
        const [key = '', valueText = ''] = pair.split('=')
        const control = MODEL_CONTROLS.find((candidate) => candidate.key === key)
        if (control === undefined) {
          const near = nearestWords(
            key,
            MODEL_CONTROLS.map((candidate) => candidate.key),
            3,
          ).join(', ')
          this.complain(`--heat: "${key}" is no assumption of the heat model; the nearest are ${near}.`)
          return []
        }
        const value = admitParam(control, valueText)
        if (value !== null) return [[key, value]]
        const expected =
          control.kind === 'number'
            ? `a number from ${control.minimum} to ${control.maximum}`
            : control.choices.map((choice) => choice.value).join(', ')
        this.complain(`--heat: expected ${key} to be ${expected}, found "${valueText}".`)
        return []
      }),
    )
  }

  #list(name: ReportOptionName, text: string): readonly string[] {
    const words = text
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '')
    if (words.length === 0) this.complain(`--${name}: expected ${REPORT_OPTIONS[name].value}, found "${text}".`)
    return words
  }

  #measureOf(word: string, option: ReportOptionName): MeasureId | null {
    const found = MEASURE_IDS.find((id) => id === word)
    if (found !== undefined) return found
    this.complain(`--${option}: "${word}" is no measure; the nearest are ${nearestWords(word, MEASURE_IDS, 3).join(', ')}.`)
    return null
  }

  #cityOf(word: string, option: string): CityId | null {
    const found = CITY_IDS.find((id) => id === word.toLowerCase())
    if (found === undefined) this.complain(`${option}: expected ${CITY_IDS.join(' or ')}, found "${word}".`)
    return found ?? null
  }

  #districtOf(text: string, option: ReportOptionName): ReportDistrict {
    const [cityWord = '', ...rest] = text.split(':')
    const idOrName = rest.join(':').trim()
    if (idOrName === '') {
      this.complain(`--${option}: expected a city and a district, as in ${CITY_IDS[0]}:<district>, found "${text}".`)
      return NO_DISTRICT
    }
    const cityId = this.#cityOf(cityWord.trim(), `--${option}`)
    return cityId === null ? NO_DISTRICT : { cityId, idOrName }
  }
}

/** Stands where a problem was reported; never asked for. */
const NO_DISTRICT: ReportDistrict = { cityId: CITY_IDS[0], idOrName: '' }

function isOption(name: string): name is ReportOptionName {
  return Object.hasOwn(REPORT_OPTIONS, name)
}

/** Only plain decimals: no hexadecimal, no space, no Infinity. */
function toNumber(text: string): number {
  return /^\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN
}
