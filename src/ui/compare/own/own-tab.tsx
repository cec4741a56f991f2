import { Pencil, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { OwnMeasure, OwnMeasureId } from '../../../analytics/own/own-measure-text.ts'
import { prepareOwnMeasure } from '../../../analytics/own/own-measure.ts'
import { tabulateMeasures } from '../../../report/tabulate-measures.ts'
import type { MeasureTable } from '../../../services/analysis/analysis-service.ts'
import { reckonOwnColumns } from '../../../services/analysis/own-columns.ts'
import { setComparison } from '../../../state/transitions.ts'
import { IconButton } from '../../common/icon-button.tsx'
import { useApp, useMessages, useServices, useSession } from '../../context.tsx'
import { ChoiceField } from '../../layers-panel/choice-field.tsx'
import { AnswerView } from '../answer-view.tsx'
import { LevelChoice } from '../level-choice.tsx'
import { ShareMenu } from '../share-menu.tsx'
import { districtsOf, useMeasures } from '../use-answer.ts'
import { OwnExplainDialog } from './own-explain-dialog.tsx'
import { OwnForm } from './own-form.tsx'
import { OwnMap } from './own-map.tsx'
import { OwnTable } from './own-table.tsx'
import { formulaErrorText, ownUnit } from './own-texts.ts'
import '../../styles/choice.css'
import '../../styles/text-field.css'

/** Measures by formulas of the reader's own, of every district of all cities. */
export function OwnTab() {
  const { text } = useMessages()
  const own = useApp((app) => app.comparison.own)
  const level = useApp((app) => app.comparison.level)
  const answer = useMeasures(own.length === 0 ? null : districtsOf(level))
  return (
    <>
      <OwnEditor own={own} />
      {own.length === 0 ? (
        <p className="quiet">{text('own.none')}</p>
      ) : (
        <AnswerView answer={answer}>{(table) => <OwnFigures own={own} table={table} />}</AnswerView>
      )}
    </>
  )
}

function OwnEditor({ own }: { own: readonly OwnMeasure[] }) {
  const messages = useMessages()
  const { text } = messages
  const { store } = useServices()
  const [edited, setEdited] = useState<number | null>(null)
  const set = (next: readonly OwnMeasure[]) => store.getState().update((app) => setComparison(app, { own: next }))
  const current = edited === null ? null : (own[edited] ?? null)
  return (
    <section className="own-editor" aria-label={text('compare.tab.own')}>
      <OwnForm
        key={edited ?? 'new'}
        edited={current}
        others={own.filter((each) => each !== current)}
        onSave={(made) => {
          set(current === null ? [...own, made] : own.map((each) => (each === current ? made : each)))
          setEdited(null)
        }}
        onCancel={() => setEdited(null)}
      />
      <ul className="own-list">
        {own.map((each, index) => {
          const outcome = prepareOwnMeasure(each)
          const unit = outcome.ok ? ownUnit(messages, outcome.value) : null
          return (
            <li key={each.name}>
              <span>
                <strong>{each.name}</strong> = <code>{each.formula}</code>
                {unit === null ? null : <span className="unit"> {unit}</span>}
                {outcome.ok || outcome.problem.kind !== 'formula' ? null : (
                  <span className="field-error"> {formulaErrorText(messages, outcome.problem.error)}</span>
                )}
              </span>
              <IconButton label={text('own.edit', { name: each.name })} onPress={() => setEdited(index)}>
                <Pencil size={16} aria-hidden="true" />
              </IconButton>
              <IconButton
                label={text('own.remove', { name: each.name })}
                onPress={() => {
                  setEdited(null)
                  set(own.filter((other) => other !== each))
                }}
              >
                <Trash2 size={16} aria-hidden="true" />
              </IconButton>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function OwnFigures({ own, table }: { own: readonly OwnMeasure[]; table: MeasureTable }) {
  const { text } = useMessages()
  const assumptions = useSession((session) => session.scenario?.assumptions)
  const columns = useMemo(() => reckonOwnColumns(table, own, assumptions), [table, own, assumptions])
  const [shownId, setShownId] = useState<OwnMeasureId | null>(null)
  const [explained, setExplained] = useState<{ readonly id: OwnMeasureId; readonly row: number } | null>(null)
  const shown = columns.find(({ measure }) => measure.id === shownId) ?? columns[0]
  const explainedColumn = columns.find(({ measure }) => measure.id === explained?.id)
  if (shown === undefined) return null
  return (
    <>
      <div className="compare-bar">
        <LevelChoice />
        <ChoiceField
          label={text('own.onMap')}
          choices={columns.map(({ measure: { id, name } }) => ({ id, text: name }))}
          value={shown.measure.id}
          onChange={(id) => setShownId(id as OwnMeasureId)}
        />
        <ShareMenu
          question={{ kind: 'measures', zones: table.zones, measureIds: shown.measure.measureIds, own, scores: 'none' }}
          makeTable={() => tabulateMeasures(table, shown.measure.measureIds, 'none', columns)}
        />
      </div>
      <div className="own-figures">
        <OwnTable
          table={table}
          columns={columns}
          sortedBy={shown.measure.id}
          onSort={setShownId}
          onExplain={(id, row) => setExplained({ id, row })}
        />
        <OwnMap table={table} column={shown} />
      </div>
      {explained === null || explainedColumn === undefined ? null : (
        <OwnExplainDialog table={table} column={explainedColumn} row={explained.row} onClose={() => setExplained(null)} />
      )}
    </>
  )
}
