import { IMPACTS, type ImpactId } from '../../../analytics/scenario/impacts.ts'
import type { CityId } from '../../../cities/index.ts'
import type { ZoneSet } from '../analysis-service.ts'
import type { CityFigures } from '../city-figures.ts'
import { findBoth, type Evaluator } from './evaluate-scenario.ts'
import type { ScenarioRequest } from './types.ts'

/** One figure of one zone, whose difference is asked about. */
export interface FigureRequest extends ScenarioRequest {
  readonly cityId: CityId
  readonly zoneId: string
  readonly impactId: ImpactId
}

/** A figure before and after; of a sum the difference is known where the sums are withheld too. */
export interface FigureChange {
  readonly before: number
  readonly after: number
  readonly difference: number
}

/** Share done, 0-1; false cancels. */
export type OnProgress = (share: number) => boolean | Promise<boolean>

/** Rejects with a sentence where there is no such zone. */
export async function findFigure(request: FigureRequest, evaluator: Pick<Evaluator, 'figuresOfAll'>): Promise<FigureChange> {
  const { before, after } = await findBoth({ ...request, zones: ofCity(request.zones, request.cityId) }, evaluator)
  const [city, cityAfter] = [before[0] as CityFigures, after[0] as CityFigures]
  const zone = cityAfter.rows.findIndex(({ id }) => id === request.zoneId)
  if (zone === -1) throw new Error(`No zone of ${request.cityId} has the id "${request.zoneId}"`)
  return changeOf(request.impactId, city, cityAfter, zone)
}

/** A figure of a row of both. */
function changeOf(impactId: ImpactId, before: CityFigures, after: CityFigures, zone: number): FigureChange {
  const { of, kind } = IMPACTS[impactId]
  const valueOf = ({ scenario, ...figures }: CityFigures, facts: 'facts' | 'openFacts') =>
    of(figures[facts], scenario?.brought ?? null, zone)
  const [was, is] = [valueOf(before, 'facts'), valueOf(after, 'facts')]
  const isWithheld = Number.isNaN(is - was) && kind === 'extensive'
  return { before: was, after: is, difference: isWithheld ? valueOf(after, 'openFacts') - valueOf(before, 'openFacts') : is - was }
}

/** The zones of one of the set's cities. */
function ofCity(zones: ZoneSet, cityId: CityId): ZoneSet {
  return zones.kind === 'area' ? zones : { ...zones, cityIds: [cityId] }
}

/** Tells how much is done. Rejects with "Cancelled" where nobody wants to wait for the rest. */
export async function tellProgress(share: number, onProgress: OnProgress | undefined): Promise<void> {
  if (onProgress !== undefined && !(await onProgress(share))) throw new Error('Cancelled')
}
