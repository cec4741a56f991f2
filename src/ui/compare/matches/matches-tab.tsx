import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components/Slider'
import { MEASURE_IDS, type MeasureId } from '../../../analytics/measures/types.ts'
import { CITY_IDS } from '../../../cities/index.ts'
import type { Match, MeasureTable } from '../../../services/analysis/analysis-service.ts'
import { tabulateMatches } from '../../../report/tabulate-statistics.ts'
import { WEIGHT_LIMITS, type DistrictRef } from '../../../state/comparison.ts'
import { setComparison } from '../../../state/transitions.ts'
import { useApp, useMessages, useServices } from '../../context.tsx'
import { AnswerView } from '../answer-view.tsx'
import { DistrictPicker } from '../pair/district-picker.tsx'
import { LevelChoice } from '../level-choice.tsx'
import { MatchView } from './match-view.tsx'
import { measureName } from '../measure-texts.ts'
import { ShareMenu } from '../share-menu.tsx'
import { districtsOf, useAnswer, useHeatChanges, useMeasures } from '../use-answer.ts'
import { pairRows } from '../zone-rows.ts'

const LIMIT = 5

/** The districts of the other cities that are most like one, by measures and weights of the reader's choice. */
export function MatchesTab() {
  const level = useApp((app) => app.comparison.level)
  const answer = useMeasures(districtsOf(level))
  return <AnswerView answer={answer}>{(table) => <Matches table={table} />}</AnswerView>
}

function Matches({ table }: { table: MeasureTable }) {
  const { text } = useMessages()
  const { store } = useServices()
  const { level, pair, weights } = useApp((app) => app.comparison)
  const heat = useHeatChanges()
  const row = pairRows(table, pair, CITY_IDS)[0]
  const district = table.rows[row]
  const hasWeights = Object.keys(weights).length > 0
  const answer = useAnswer(
    district === undefined || !hasWeights ? null : JSON.stringify(['match', level, district.cityId, district.id, weights, heat ?? {}]),
    (service) => {
      const { cityId, id } = district as DistrictRef
      return service.match({ cityId, zoneId: id, level, weights, limit: LIMIT, ...(heat === undefined ? {} : { heat }) })
    },
  )
  if (district === undefined) return null
  return (
    <>
      <div className="compare-bar">
        <LevelChoice />
        <DistrictPicker
          label={text('compare.matches.of')}
          table={table}
          row={row}
          onChange={(chosen) => store.getState().update((app) => setComparison(app, { pair: [chosen, app.comparison.pair[1]] }))}
        />
        {answer.status === 'ready' ? (
          <ShareMenu
            question={{ kind: 'match', level, district: { cityId: district.cityId, idOrName: district.id }, weights, limit: LIMIT }}
            makeTable={() => tabulateMatches(answer.value, table)}
          />
        ) : null}
      </div>
      <div className="matches">
        <WeightSliders />
        <div>
          <h3>{text('compare.matches.results')}</h3>
          <p className="quiet">{text('compare.matches.how')}</p>
          {hasWeights ? (
            <AnswerView answer={answer}>{(matches) => <MatchList matches={matches} own={district} />}</AnswerView>
          ) : (
            <p>{text('compare.matches.noWeights')}</p>
          )}
        </div>
      </div>
    </>
  )
}

function MatchList({ matches, own }: { matches: readonly Match[]; own: DistrictRef }) {
  const { text } = useMessages()
  const { store } = useServices()
  if (matches.length === 0) return <p>{text('compare.matches.none')}</p>
  return (
    <ol className="match-list">
      {matches.map((match) => (
        <li key={`${match.row.cityId} ${match.row.id}`}>
          <MatchView match={match} />
          <Button
            className="button"
            onPress={() =>
              store.getState().update((app) =>
                setComparison(app, {
                  tab: 'pair',
                  pair: [
                    { cityId: own.cityId, id: own.id },
                    { cityId: match.row.cityId, id: match.row.id },
                  ],
                }),
              )
            }
          >
            {text('compare.matches.compare')}
          </Button>
        </li>
      ))}
    </ol>
  )
}

/** How much each measure counts; 0 leaves it out. */
function WeightSliders() {
  const messages = useMessages()
  const { text, number } = messages
  const { store } = useServices()
  const weights = useApp((app) => app.comparison.weights)
  const set = (id: MeasureId, weight: number) =>
    store.getState().update((app) => setComparison(app, { weights: { ...app.comparison.weights, [id]: weight } }))
  return (
    <section className="weights" aria-label={text('compare.matches.weights')}>
      <h3>{text('compare.matches.weights')}</h3>
      {MEASURE_IDS.map((id) => (
        <Slider
          key={id}
          className="weight"
          value={weights[id] ?? 0}
          minValue={0}
          maxValue={WEIGHT_LIMITS.most}
          step={WEIGHT_LIMITS.step}
          onChange={(weight) => set(id, weight)}
        >
          <Label className="weight-name">{measureName(messages, id)}</Label>
          <SliderOutput className="quantity">{number(weights[id] ?? 0)}</SliderOutput>
          <SliderTrack className="weight-track">
            <SliderThumb className="weight-thumb" />
          </SliderTrack>
        </Slider>
      ))}
    </section>
  )
}
