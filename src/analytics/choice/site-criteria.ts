import { MEASURE_IDS, type MeasureId } from '../measures/types.ts'
import type { OwnMeasureId } from '../own/own-measure-text.ts'
import { DIRECTIONS, type CriterionScale, type Direction } from './rescale.ts'

/** By what sites are rated. */
export interface SiteCriterion {
  readonly measureId: MeasureId | OwnMeasureId
  /** Whether high values or low ones are good. */
  readonly direction: Direction
  readonly scale: CriterionScale
  readonly weight: number
  /** Bounds within which the weight is drawn. */
  readonly leastWeight: number
  readonly mostWeight: number
}

export const CRITERIA_LIMITS = { most: 8, weight: 10 } as const

/** What stands for one criterion: `fsi,up,0.5~2,1,0.5,1.5` or `fsi,down,ranks,1,0.5,1.5`, with weight and its bounds last. */
export const CRITERION_FORM = '<measure>,up|down,ranks|<low>~<high>,<weight>,<least>,<most>'

/** Criteria as one text, for an address or a command line. */
export function writeCriteria(criteria: readonly SiteCriterion[]): string {
  return criteria
    .map(({ measureId, direction, scale, weight, leastWeight, mostWeight }) =>
      [measureId, direction, scale.kind === 'ranks' ? 'ranks' : `${scale.low}~${scale.high}`, weight, leastWeight, mostWeight].join(','),
    )
    .join(';')
}

export type CriteriaOutcome =
  | { readonly ok: true; readonly value: readonly SiteCriterion[] }
  | { readonly ok: false; /** The part that is no criterion. */ readonly part: string }

/** The inverse of `writeCriteria`: every part must be a criterion, within the limits, and no measure twice. */
export function parseCriteria(text: string): CriteriaOutcome {
  const criteria: SiteCriterion[] = []
  for (const part of text === '' ? [] : text.split(';', CRITERIA_LIMITS.most + 1)) {
    const criterion = parseCriterion(part.trim())
    const isTwice = criteria.some(({ measureId }) => measureId === criterion?.measureId)
    if (criterion === null || isTwice || criteria.length === CRITERIA_LIMITS.most) return { ok: false, part }
    criteria.push(criterion)
  }
  return { ok: true, value: criteria }
}

function parseCriterion(part: string): SiteCriterion | null {
  const [id = '', way = '', scaleText = '', ...weights] = part.split(',')
  const measureId = findMeasure(id)
  const direction = DIRECTIONS.find((known) => known === way)
  const scale = parseScale(scaleText)
  const [weight, leastWeight, mostWeight] = weights.map(toNumber) as [number, number, number]
  const isWeight = (value: number) => value >= 0 && value <= CRITERIA_LIMITS.weight
  if (measureId === null || direction === undefined || scale === null || weights.length !== 3) return null
  if (!isWeight(weight) || !isWeight(leastWeight) || !isWeight(mostWeight) || leastWeight > mostWeight) return null
  return { measureId, direction, scale, weight, leastWeight, mostWeight }
}

function findMeasure(id: string): SiteCriterion['measureId'] | null {
  const known = MEASURE_IDS.find((measureId) => measureId === id)
  return known ?? (/^own:[\p{L}\p{N}-]{1,100}$/u.test(id) ? (id as OwnMeasureId) : null)
}

function parseScale(text: string): CriterionScale | null {
  if (text === 'ranks') return { kind: 'ranks' }
  const [low = NaN, high = NaN, ...rest] = text.split('~').map(toNumber)
  return low < high && rest.length === 0 ? { kind: 'linear', low, high } : null
}

/** Plain decimals only. */
function toNumber(text: string): number {
  return /^-?\d{1,25}(\.\d{1,25})?(e[+-]?\d{1,2})?$/.test(text) ? Number(text) : NaN
}
