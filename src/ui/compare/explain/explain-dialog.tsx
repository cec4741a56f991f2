import type { MeasureId } from '../../../analytics/measures/types.ts'
import type { Scenario } from '../../../scenario/types.ts'
import type { Explanation, MeasureTable } from '../../../services/analysis/analysis-service.ts'
import { CityDot } from '../../common/city-dot.tsx'
import { useMessages } from '../../context.tsx'
import { DialogFrame } from '../../dialogs/dialog-frame.tsx'
import { formatYears, UNIT_SPACE } from '../../messages/format.ts'
import { exampleFactsOf, type ExampleFact } from './example-facts.ts'
import { LoadShapeView } from './load-shape-view.tsx'
import { AnswerView } from '../answer-view.tsx'
import { factValue, isFact, measureName, measureValue, readFormula } from '../measure-texts.ts'
import { useAnswer, useHeatChanges } from '../use-answer.ts'
import { zoneName } from '../zone-rows.ts'

interface ExplainDialogProps {
  readonly table: Pick<MeasureTable, 'rows' | 'zones'>
  readonly row: number
  readonly measureId: MeasureId
  /** Laid over the cities first; the figure is the one after it. */
  readonly scenario?: Scenario | null
  readonly onClose: () => void
}

/** How one figure came about: formula, inputs with their sources, what is estimated, one building as an example. */
export function ExplainDialog({ table, row, measureId, scenario = null, onClose }: ExplainDialogProps) {
  const messages = useMessages()
  const { text } = messages
  const heat = useHeatChanges()
  const district = table.rows[row]
  const answer = useAnswer(
    district === undefined ? null : JSON.stringify(['explain', table.zones, district.cityId, district.id, measureId, heat ?? {}, scenario]),
    (service) =>
      service.explain(
        table.zones,
        (district as (typeof table.rows)[number]).cityId,
        (district as (typeof table.rows)[number]).id,
        measureId,
        heat,
        scenario ?? undefined,
      ),
  )
  return (
    <DialogFrame title={text('compare.explain.title', { measure: measureName(messages, measureId) })} onClose={onClose}>
      <div className="explain">
        <AnswerView answer={answer}>{(explanation) => <ExplanationView explanation={explanation} />}</AnswerView>
      </div>
    </DialogFrame>
  )
}

function ExplanationView({ explanation }: { explanation: Explanation }) {
  const messages = useMessages()
  const { text, share, language, cityName } = messages
  const { row, measureId, value, inputs, estimatedShare, coverageShare, example, load } = explanation
  const shown = exampleFactsOf(inputs.map(({ name }) => name))
  return (
    <>
      <p className="explain-place">
        <CityDot cityId={row.cityId} />
        {zoneName(row, language)}, {cityName(row.cityId)}
      </p>
      <p className="explain-value">{measureValue(messages, measureId, value)}</p>
      {Number.isFinite(value) ? null : <p>{text('compare.explain.gap', { share: share(coverageShare) })}</p>}
      <h3>{text('compare.explain.formula')}</h3>
      <p className="explain-formula">
        {measureName(messages, measureId)} = {readFormula(messages, explanation.formula)}
      </p>
      <p className="quiet" lang="en">
        {explanation.formulaSource}
      </p>
      <h3>{text('compare.explain.inputs')}</h3>
      <table className="source-table">
        <thead>
          <tr>
            <th scope="col">{text('compare.explain.input')}</th>
            <th scope="col" className="number-cell">
              {text('compare.explain.value')}
            </th>
            <th scope="col">{text('cardPanel.source')}</th>
            <th scope="col">{text('cardPanel.year')}</th>
          </tr>
        </thead>
        <tbody>
          {inputs.map(({ name, value: input, provenance }) => (
            <tr key={name}>
              <th scope="row">{isFact(name) ? text(`compare.fact.${name}`) : name}</th>
              <td className="number-cell quantity">{factValue(messages, name, input)}</td>
              <td>
                <span lang="en">{provenance.source}</span>
                <span className="quiet">{text(`provenance.${provenance.kind}`)}</span>
              </td>
              <td className="quantity">{provenance.year === null ? text('cardPanel.yearUnknown') : formatYears(provenance.year)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="quality-figures">
        <div>
          <dt>{text('compare.explain.estimated')}</dt>
          <dd className="quantity">{share(estimatedShare)}</dd>
        </div>
        <div>
          <dt>{text('card.buildingCoverage')}</dt>
          <dd className="quantity">{share(coverageShare)}</dd>
        </div>
      </dl>
      {example === null || shown.size === 0 ? null : <ExampleView example={example} shown={shown} />}
      {load === null ? null : <LoadShapeView load={load} />}
    </>
  )
}

/** One building of the district with what it adds to the figure. */
function ExampleView({ example, shown }: { example: NonNullable<Explanation['example']>; shown: ReadonlySet<ExampleFact> }) {
  const { text, dataText, number } = useMessages()
  const withUnit = (value: number, unitKey: string, decimals: number) =>
    Number.isFinite(value) ? `${number(value, decimals)}${UNIT_SPACE}${dataText(unitKey)}` : text('cardPanel.noData')
  const facts: readonly (readonly [ExampleFact, string, string | null])[] = [
    ['footprint', withUnit(example.footprintSquareMetres, 'unit.squareMetres', 0), null],
    ['height', withUnit(example.heightMetres, 'unit.metres', 1), dataText(`heightSource.${example.heightSource}`)],
    [
      'storeys',
      example.storeys === null ? text('cardPanel.noData') : number(example.storeys, 0),
      example.storeysSource === null ? null : dataText(`storeysSource.${example.storeysSource}`),
    ],
    ['grossFloorArea', withUnit(example.grossFloorAreaSquareMetres, 'unit.squareMetres', 0), null],
    ['heatDemand', withUnit(example.heatKilowattHoursPerYear / 1000, 'unit.mwhPerYear', 0), null],
    ['electricityDemand', withUnit(example.electricityKilowattHoursPerYear / 1000, 'unit.mwhPerYear', 0), null],
    ['carbonDioxide', withUnit(example.carbonDioxideKilogramsPerYear / 1000, 'unit.tonnesPerYear', 1), null],
    ['peakHeat', withUnit(example.peakHeatKilowatts, 'unit.kilowatts', 0), null],
  ]
  return (
    <>
      <h3>{text('compare.explain.example')}</h3>
      <p>
        {text('compare.explain.exampleOf', { name: example.name ?? text('cardPanel.unnamed.building') })}{' '}
        <span className="quiet">{example.id}</span>
      </p>
      <dl className="quality-figures">
        {facts
          .filter(([name]) => shown.has(name))
          .map(([name, value, how]) => (
            <div key={name}>
              <dt>{text(`card.${name}`)}</dt>
              <dd>
                {how === null ? null : <span className="quiet">{how} · </span>}
                <span className="quantity">{value}</span>
              </dd>
            </div>
          ))}
      </dl>
    </>
  )
}
