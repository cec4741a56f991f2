import type { CityId } from '../../../cities/index.ts'
import type { Messages } from '../../context.tsx'
import type { ReportTable } from '../report/report-content.ts'

/** One figure before and after. A gap is NaN. */
export interface Impact {
  readonly id: string
  readonly name: string
  /** Null where the name says it already, or there is none. */
  readonly unit: string | null
  readonly decimals: number
  readonly before: number
  readonly after: number
  /** Of a sum it may be known where the sum itself is withheld. */
  readonly difference: number
  /** How it is known: kind, year, what is estimated. */
  readonly known: readonly string[]
}

/** What a scenario does in one zone: a city as a whole, or a district. */
export interface ZoneImpacts {
  readonly key: string
  readonly cityId: CityId
  readonly name: string
  readonly impacts: readonly Impact[]
}

/** Of so small a part of the figure no reader would call it a change: what rounding leaves. */
const LEAST_CHANGE_SHARE = 1e-12

/** Whether a figure is another afterwards; a gap that stays one is none. */
export function isChanged({ before, after, difference }: Pick<Impact, 'before' | 'after' | 'difference'>): boolean {
  if (Number.isNaN(difference)) return Number.isNaN(before) !== Number.isNaN(after)
  const size = Math.max(Math.abs(before), Math.abs(after))
  return Math.abs(difference) > (Number.isNaN(size) ? 0 : size) * LEAST_CHANGE_SHARE
}

/** The figures before and after and the difference, as the table and the report write them; words stand for a gap. */
export function sayImpact(impact: Impact, { number, text }: Pick<Messages, 'number' | 'text'>): readonly [string, string, string] {
  const { before, after, decimals } = impact
  const say = (value: number): string => (Number.isFinite(value) ? number(value, decimals) : text('cardPanel.noData'))
  return [say(before), say(after), sayDifference(impact, number)]
}

/**
 * The difference with its sign: as many decimals as the figure has, and more where it would be written as nothing though
 * it is something.
 */
function sayDifference(impact: Impact, number: Messages['number']): string {
  const { difference, decimals } = impact
  if (!Number.isFinite(difference)) return '–'
  if (!isChanged(impact)) return number(0)
  const needed = Math.max(decimals, Math.min(6, Math.ceil(-Math.log10(Math.abs(difference))) + 1))
  const isHidden = Math.abs(difference) < 0.5 * 10 ** -decimals
  return `${difference > 0 ? '+' : ''}${number(difference, isHidden ? needed : decimals)}`
}

/** The impacts of each zone as a table of a report. */
export function tabulateImpacts(zones: readonly ZoneImpacts[], messages: Pick<Messages, 'number' | 'text'>): readonly ReportTable[] {
  const { text } = messages
  return zones.map(({ name, impacts }) => ({
    title: name,
    columns: [
      text('compare.measure'),
      text('scenario.impacts.before'),
      text('scenario.impacts.after'),
      text('scenario.impacts.difference'),
    ],
    rows: impacts.map((impact) => ({
      name: impact.unit === null ? impact.name : `${impact.name} (${impact.unit})`,
      cells: sayImpact(impact, messages),
      known: impact.known.join(' · '),
    })),
    notes: [],
  }))
}
