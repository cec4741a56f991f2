import '../../styles/choice.css'
import { CITY_IDS } from '../../../cities/index.ts'
import type { PlanRule } from '../../../scenario/types.ts'
import type { PlanRuleAnswer, PlanRuleRequest } from '../../../services/analysis/lay-plan-rules.ts'
import { CityDot } from '../../common/city-dot.tsx'
import { useLoaded } from '../../common/use-loaded.ts'
import { useApp, useMessages, useServices, useSession } from '../../context.tsx'
import { UNIT_SPACE } from '../../messages/format.ts'

/** A form changes by steps: what is asked while one is held would be dropped at once. */
const WAIT_MILLISECONDS = 250

/**
 * What a plan rule allows, on its own area and on those of the scenario's other plan rules, be they in other cities: the
 * same rule, side by side, against what stands there today.
 */
export function PlanRuleFigures({ edit }: { edit: PlanRule }) {
  const messages = useMessages()
  const { text } = messages
  const { analysis } = useServices()
  const scenario = useSession((session) => session.scenario)
  const heat = useApp((app) => app.layerParams['building-heat'])
  const rules = [edit, ...(scenario?.edits ?? []).filter((other): other is PlanRule => other.kind === 'plan-rule' && other.id !== edit.id)]
  const request: PlanRuleRequest = {
    terms: { storeys: edit.storeys, coverageShare: edit.coverageShare, setbackMetres: edit.setbackMetres, useShares: edit.useShares },
    areas: rules.flatMap(({ id, cityId, area }) => {
      const known = CITY_IDS.find((each) => each === cityId)
      return known === undefined ? [] : [{ id, cityId: known, area }]
    }),
    assumptions: scenario?.assumptions ?? {},
  }
  const answer = useLoaded(JSON.stringify([request, heat ?? {}]), () => analysis().layPlanRule(request, heat), {
    waitMilliseconds: WAIT_MILLISECONDS,
  })
  const nameOf = (id: string) => {
    const index = rules.findIndex((rule) => rule.id === id)
    return rules[index]?.name ?? text('rule.unnamed', { number: messages.number(index + 1) })
  }
  return (
    <section className="rule-figures" aria-label={text('rule.title')} aria-busy={answer.status === 'loading'}>
      <h4>{text('rule.title')}</h4>
      {answer.status === 'failed' ? <p role="alert">{text('compare.failed', { reason: answer.reason })}</p> : null}
      {answer.value?.map((each) => (
        <RuleList key={each.id} answer={each} name={nameOf(each.id)} />
      ))}
      <p className="quiet">{text('rule.how')}</p>
    </section>
  )
}

function RuleList({ answer, name }: { answer: PlanRuleAnswer; name: string }) {
  const { text, number, share, dataText, cityName } = useMessages()
  const { cityId, envelope, standing, coverageShare } = answer
  const about = (value: number) => number(Math.round(value), 0)
  const squareMetres = (value: number) => `${about(value)}${UNIT_SPACE}${dataText('unit.squareMetres')}`
  const rows = [
    [text('rule.area'), squareMetres(envelope.areaSquareMetres), null],
    [text('rule.floorArea'), squareMetres(envelope.floorAreaSquareMetres), standing && squareMetres(standing.floorAreaSquareMetres)],
    [text('measure.fsi'), number(envelope.fsi, 2), standing && number(standing.floorAreaSquareMetres / envelope.areaSquareMetres, 2)],
    [text('rule.height'), `${number(envelope.heightMetres, 1)}${UNIT_SPACE}${dataText('unit.metres')}`, null],
    [text('rule.dwellings'), about(envelope.dwellings), standing && about(standing.dwellings)],
    [text('rule.residents'), about(envelope.residents), standing && about(standing.residents)],
    [text('rule.jobs'), about(envelope.jobs), standing && about(standing.jobs)],
  ] as const
  return (
    <table className="figure-table">
      <caption>
        <CityDot cityId={cityId} /> {name}, {cityName(cityId)}
      </caption>
      <tbody>
        {rows.map(([label, value, today]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="number-cell">
              <span className="quantity">{value}</span>
              {today === null ? null : <span className="quiet"> {text('rule.today', { value: today })}</span>}
            </td>
          </tr>
        ))}
      </tbody>
      {envelope.limit === 'coverage' && standing !== null ? null : (
        <tfoot>
          <tr>
            <td colSpan={2} className="quiet">
              {[
                ...(envelope.limit === 'setback' ? [text('rule.setbackLimits')] : []),
                ...(standing === null ? [text('rule.todayUnknown', { share: share(coverageShare) })] : []),
              ].join('; ')}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}
