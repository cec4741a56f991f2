import { MEASURES } from '../../../analytics/measures/index.ts'
import { MEASURE_IDS, type MeasureId } from '../../../analytics/measures/types.ts'
import { IMPACT_IDS, IMPACTS, type ImpactId } from '../../../analytics/scenario/impacts.ts'
import type { CityId } from '../../../cities/index.ts'
import type { DistrictTable } from '../../../layers/districts/district-table.ts'
import type { LayerSource } from '../../../layers/layer.ts'
import { measureProvenance, type FactOrigins } from '../../../layers/measures/fact-origins.ts'
import type { Scenario } from '../../../scenario/types.ts'
import type { Provenance } from '../../../schema/provenance.ts'
import type { HeatChanges, ZoneSet } from '../analysis-service.ts'
import { heatUnder, type CityFigures } from '../city-figures.ts'
import { shapesOf } from '../make-table.ts'
import { changedBy } from './mark-touched.ts'
import type { EvaluatedCity, ImpactColumns, ScenarioEvaluation, ScenarioRequest } from './types.ts'

/** What an evaluation asks. */
export interface Evaluator {
  readonly figuresOfAll: (set: ZoneSet, heat?: HeatChanges, scenario?: Scenario) => Promise<readonly CityFigures[]>
  readonly sourceOf: (cityId: CityId) => LayerSource
  readonly originsOf: (cityId: CityId, districts: DistrictTable | null) => Promise<FactOrigins>
}

/** Before, after and the difference of every figure. */
export async function evaluateScenario(request: ScenarioRequest, evaluator: Evaluator): Promise<ScenarioEvaluation> {
  const { scenario, zones } = request
  const { before, after } = await findBoth(request, evaluator)
  const [valuesBefore, valuesAfter] = [tabulate(before, 'facts'), tabulate(after, 'facts')]
  const difference = subtract(valuesBefore, valuesAfter, before, after)
  const origins = await Promise.all(after.map(({ cityId, districts }) => evaluator.originsOf(cityId, districts)))
  return {
    zones,
    rows: after.flatMap(({ rows }) => rows),
    shapes: shapesOf(after, evaluator.sourceOf),
    coverageShares: Float64Array.from(after.flatMap(({ facts }) => [...facts.coverageShares])),
    before: valuesBefore,
    after: valuesAfter,
    difference,
    estimatedShares: tabulateShares(after),
    provenance: Object.fromEntries(
      after.map(({ cityId }, index) => [cityId, describeOrigins(cityId, after, difference, origins[index] as FactOrigins, scenario)]),
    ) as ScenarioEvaluation['provenance'],
    cities: after.map(describeCity),
  }
}

/** The figures before and after, of each city. */
export async function findBoth(
  { scenario, baseline, zones, heat }: ScenarioRequest,
  { figuresOfAll }: Pick<Evaluator, 'figuresOfAll'>,
): Promise<{ readonly before: readonly CityFigures[]; readonly after: readonly CityFigures[] }> {
  const today = () => figuresOfAll(zones, heatUnder(heat, scenario))
  const before = await (baseline === undefined || baseline === null ? today() : figuresOfAll(zones, heat, baseline))
  return { before, after: await figuresOfAll(zones, heat, scenario) }
}

function tabulate(figures: readonly CityFigures[], facts: 'facts' | 'openFacts'): ImpactColumns {
  return columnsOf((id) =>
    figures.flatMap((city) => city.rows.map((_, row) => IMPACTS[id].of(city[facts], city.scenario?.brought ?? null, row))),
  )
}

function columnsOf(valuesOf: (id: ImpactId) => readonly number[]): ImpactColumns {
  return Object.fromEntries(IMPACT_IDS.map((id) => [id, Float64Array.from(valuesOf(id))])) as unknown as ImpactColumns
}

/** Where a sum is withheld before or after, the difference is that of the sums over what is known. */
function subtract(
  before: ImpactColumns,
  after: ImpactColumns,
  figuresBefore: readonly CityFigures[],
  figuresAfter: readonly CityFigures[],
): ImpactColumns {
  const [openBefore, openAfter] = [tabulate(figuresBefore, 'openFacts'), tabulate(figuresAfter, 'openFacts')]
  return columnsOf((id) =>
    Array.from(after[id], (value, row) => {
      const difference = value - (before[id][row] as number)
      if (!Number.isNaN(difference) || IMPACTS[id].kind !== 'extensive') return difference
      return (openAfter[id][row] as number) - (openBefore[id][row] as number)
    }),
  )
}

const isMeasure = (id: ImpactId): id is MeasureId => MEASURE_IDS.some((each) => each === id)

function tabulateShares(figures: readonly CityFigures[]): ImpactColumns {
  return columnsOf((id) =>
    figures.flatMap(({ facts, rows }) =>
      rows.map((_, row) => (!isMeasure(id) ? (id === 'open-space' ? 0 : 1) : MEASURES[id].estimatedShare(facts, row))),
    ),
  )
}

function describeOrigins(
  cityId: CityId,
  figures: readonly CityFigures[],
  difference: ImpactColumns,
  origins: FactOrigins,
  scenario: Scenario,
): Readonly<Record<ImpactId, Provenance>> {
  const rows = figures.flatMap((city) => city.rows)
  const known = measureProvenance(origins)
  const assumed: Provenance = { kind: 'modelled', year: null, source: `assumptions of the scenario "${scenario.name}"` }
  return Object.fromEntries(
    IMPACT_IDS.map((id) => {
      if (!isMeasure(id)) return [id, id === 'open-space' ? known.gsi : assumed]
      const isTouched = rows.some(
        (row, index) => row.cityId === cityId && difference[id][index] !== 0 && !Number.isNaN(difference[id][index]),
      )
      return [id, isTouched ? changedBy(scenario, known[id]) : known[id]]
    }),
  ) as Record<ImpactId, Provenance>
}

function describeCity({ cityId, scenario }: CityFigures): EvaluatedCity {
  const changes = scenario?.changes
  const count = (values: ArrayLike<number> | undefined) => Array.from(values ?? []).filter((value) => value > 0).length
  return {
    cityId,
    issues: changes?.issues ?? [],
    proposals: changes?.proposals ?? [],
    counts: {
      added: changes?.added.length ?? 0,
      removed: changes?.removed.size ?? 0,
      changed: changes?.changed.size ?? 0,
      retrofitted: count(changes?.retrofitCodes),
      solarRoofs: count(scenario?.buildings.solarKilowattHours),
      stops: changes?.stops.length ?? 0,
    },
  }
}
