import { useMemo, useState } from 'react'
import type { SiteCriterion } from '../../../analytics/choice/site-criteria.ts'
import type { OwnMeasure } from '../../../analytics/own/own-measure-text.ts'
import { CITY_IDS } from '../../../cities/index.ts'
import { DRAWS_DEFAULT, SEED_DEFAULT } from '../../../report/options.ts'
import { tabulateSites } from '../../../report/tabulate-sites.ts'
import type { MeasureTable, ZoneSet } from '../../../services/analysis/analysis-service.ts'
import type { SiteRatings } from '../../../services/analysis/rate-zones.ts'
import { useApp, useMessages, useServices } from '../../context.tsx'
import { ChoiceField } from '../../layers-panel/choice-field.tsx'
import { AnswerView } from '../answer-view.tsx'
import { HexagonChoice } from '../hexagon-choice.tsx'
import { ShareMenu } from '../share-menu.tsx'
import { TrialButton, TrialProgress } from '../trial-view.tsx'
import { useHeatChanges, useMeasures } from '../use-answer.ts'
import { useTrial } from '../use-trial.ts'
import { ZoneMaps } from '../zone-maps.tsx'
import { CriteriaForm } from './criteria-form.tsx'
import { SiteTable } from './site-table.tsx'
import '../../styles/choice.css'

const SHOWN = ['totals', 'bestShares'] as const
type Shown = (typeof SHOWN)[number]

/** Hexagons of all cities rated by criteria of the reader's choice, and which stay good under other weights. */
export function SitesTab() {
  const { text, number } = useMessages()
  const { criteria, own, hexagonMetres } = useApp((app) => app.comparison)
  const zones = useMemo(
    (): Exclude<ZoneSet, { kind: 'area' }> => ({ kind: 'hexagons', areaSquareMetres: hexagonMetres ** 2, cityIds: CITY_IDS }),
    [hexagonMetres],
  )
  const { trial, start, cancel } = useSiteTrial(zones, criteria, own)
  const answer = useMeasures(trial.status === 'done' ? zones : null)
  const [shown, setShown] = useState<Shown>('totals')
  const canRate = criteria.some(({ weight }) => weight > 0) && criteria.some(({ mostWeight }) => mostWeight > 0)
  return (
    <>
      <CriteriaForm criteria={criteria} own={own} />
      <div className="compare-bar">
        <HexagonChoice />
        <TrialButton trial={trial} label={text('sites.start')} isDisabled={!canRate} onStart={start} onCancel={cancel} />
        {trial.status === 'done' && answer.status === 'ready' ? (
          <>
            <ChoiceField
              label={text('sites.shown')}
              choices={SHOWN.map((id) => ({ id, text: text(`sites.shown.${id}`) }))}
              value={shown}
              onChange={(id) => setShown(id as Shown)}
            />
            <ShareMenu
              question={{ kind: 'sites', zones, criteria, own, draws: DRAWS_DEFAULT, seed: SEED_DEFAULT }}
              makeTable={() => tabulateSites(trial.value, { criteria, own }, answer.value)}
            />
          </>
        ) : null}
      </div>
      <p className="quiet compare-text">{text('sites.how', { draws: number(DRAWS_DEFAULT) })}</p>
      <TrialProgress trial={trial} />
      {trial.status === 'done' ? (
        <AnswerView answer={answer}>
          {(table) => <Ratings table={table} ratings={trial.value} criteria={criteria} own={own} shown={shown} />}
        </AnswerView>
      ) : null}
    </>
  )
}

interface RatingsProps {
  readonly table: MeasureTable
  readonly ratings: SiteRatings
  readonly criteria: readonly SiteCriterion[]
  readonly own: readonly OwnMeasure[]
  readonly shown: Shown
}

function Ratings({ table, ratings, criteria, own, shown }: RatingsProps) {
  const { text, number, share } = useMessages()
  // What is asked for while another answer still shows has another number of rows.
  if (table.rows.length !== ratings.rows.length) return null
  return (
    <div className="site-ratings">
      <SiteTable table={table} ratings={ratings} criteria={criteria} own={own} />
      <ZoneMaps
        table={table}
        values={ratings[shown]}
        title={text(`sites.shown.${shown}`)}
        labelOf={(city) => text('sites.map', { figure: text(`sites.shown.${shown}`), city })}
        formatBreak={(value) => (shown === 'totals' ? number(value, 1) : share(value))}
      />
    </div>
  )
}

/** Rates in the worker; other criteria stop it. */
function useSiteTrial(zones: Exclude<ZoneSet, { kind: 'area' }>, criteria: readonly SiteCriterion[], own: readonly OwnMeasure[]) {
  const { analysis } = useServices()
  const heat = useHeatChanges()
  return useTrial(JSON.stringify([zones, criteria, own, heat ?? {}]), (onProgress) =>
    analysis().rateSites(
      { zones, criteria, own, draws: DRAWS_DEFAULT, seed: SEED_DEFAULT, ...(heat === undefined ? {} : { heat }) },
      onProgress,
    ),
  )
}
