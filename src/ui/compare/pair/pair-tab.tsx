import { Button } from 'react-aria-components/Button'
import { MEASURE_IDS } from '../../../analytics/measures/types.ts'
import { CITY_IDS } from '../../../cities/index.ts'
import type { MeasureTable } from '../../../services/analysis/analysis-service.ts'
import { pickZones } from '../../../report/join-tables.ts'
import { tabulateComparison, tabulateMeasures } from '../../../report/tabulate-measures.ts'
import type { DistrictRef } from '../../../state/comparison.ts'
import { setComparison } from '../../../state/transitions.ts'
import { useApp, useMessages, useServices } from '../../context.tsx'
import { AnswerView } from '../answer-view.tsx'
import { DistrictPicker } from './district-picker.tsx'
import { LevelChoice } from '../level-choice.tsx'
import { ZoneFigures } from '../side-by-side/zone-figures.tsx'
import { makeZonesPicture } from '../side-by-side/zones-picture.ts'
import { ShareMenu } from '../share-menu.tsx'
import { districtsOf, useMeasures } from '../use-answer.ts'
import { useTheme } from '../use-theme.ts'
import { pairRows, rowOf, zoneName } from '../zone-rows.ts'

/** Two districts side by side, by every measure. */
export function PairTab() {
  const level = useApp((app) => app.comparison.level)
  const answer = useMeasures(districtsOf(level))
  return <AnswerView answer={answer}>{(table) => <Pair table={table} />}</AnswerView>
}

function Pair({ table }: { table: MeasureTable }) {
  const { text } = useMessages()
  const { store } = useServices()
  const pair = useApp((app) => app.comparison.pair)
  const rows = pairRows(table, pair, CITY_IDS)
  const choose = (slot: 0 | 1, district: DistrictRef) =>
    store
      .getState()
      .update((app) => setComparison(app, { pair: slot === 0 ? [district, refOf(table, rows[1])] : [refOf(table, rows[0]), district] }))
  return (
    <>
      <div className="compare-bar">
        <LevelChoice />
        <DistrictPicker label={text('compare.first')} table={table} row={rows[0]} onChange={(district) => choose(0, district)} />
        <DistrictPicker label={text('compare.second')} table={table} row={rows[1]} onChange={(district) => choose(1, district)} />
        <UseSelected table={table} rows={rows} onUse={choose} />
        <PairShare table={table} rows={rows} />
      </div>
      <ZoneFigures table={table} rows={rows} />
    </>
  )
}

function refOf(table: MeasureTable, row: number): DistrictRef | null {
  const found = table.rows[row]
  return found === undefined ? null : { cityId: found.cityId, id: found.id }
}

function PairShare({ table, rows }: { table: MeasureTable; rows: readonly [number, number] }) {
  const messages = useMessages()
  const theme = useTheme()
  const level = useApp((app) => app.comparison.level)
  const [first, second] = rows.map((row) => table.rows[row])
  if (first === undefined || second === undefined) return null
  return (
    <ShareMenu
      question={{
        kind: 'compare',
        level,
        measureIds: MEASURE_IDS,
        districts: [
          { cityId: first.cityId, idOrName: first.id },
          { cityId: second.cityId, idOrName: second.id },
        ],
      }}
      makeTable={() => tabulateComparison(table, rows[0], rows[1], MEASURE_IDS)}
      makeMapTable={() => tabulateMeasures(pickZones(table, rows), MEASURE_IDS)}
      chart={{ title: messages.text('compare.tab.pair'), find: () => makeZonesPicture(table, rows, messages, theme) }}
    />
  )
}

/** Offers the district that is selected on the map, where it is not one of the two already. */
function UseSelected({
  table,
  rows,
  onUse,
}: {
  table: MeasureTable
  rows: readonly [number, number]
  onUse: (slot: 0 | 1, district: DistrictRef) => void
}) {
  const { text, language } = useMessages()
  const selection = useApp((app) => app.selection)
  const row = selection?.kind === 'district' ? rowOf(table, selection) : -1
  const selected = table.rows[row]
  if (selected === undefined || rows.includes(row)) return null
  const slot = table.rows[rows[0]]?.cityId === selected.cityId ? 0 : 1
  return (
    <Button className="button" onPress={() => onUse(slot, { cityId: selected.cityId, id: selected.id })}>
      {text('compare.useSelected', { name: zoneName(selected, language) })}
    </Button>
  )
}
