import { TriangleAlert } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { summarise } from '../../analytics/statistics/summary.ts'
import { CITIES } from '../../cities/index.ts'
import type { MeasureTable } from '../../services/analysis/analysis-service.ts'
import { setComparison } from '../../state/transitions.ts'
import { useMessages, useServices } from '../context.tsx'
import { rowsOfCity } from './zone-rows.ts'

/** Beyond this many times as many districts, or as large, the borders alone make a difference. */
const RATIO_WARNED = 1.25

/** Says in plain words how unlike the districts themselves are, and where the check is. */
export function MaupNote({ table }: { table: MeasureTable }) {
  const { text, plural, number, cityName } = useMessages()
  const { store } = useServices()
  const sizes = CITIES.map(({ id }) => {
    const rows = rowsOfCity(table, id)
    return { id, count: rows.length, median: summarise(rows.map((row) => table.values['land-area'][row] as number)).median }
  })
  const apart = (values: readonly number[]) => Math.max(...values) / Math.min(...values)
  if (apart(sizes.map(({ count }) => count)) <= RATIO_WARNED && apart(sizes.map(({ median }) => median)) <= RATIO_WARNED) return null
  const said = sizes
    .map(({ id, count, median }) =>
      text('compare.maup.city', { city: cityName(id), districts: plural('compare.districts', count), area: number(median, 1) }),
    )
    .join('; ')
  return (
    <p className="compare-note">
      <TriangleAlert size={16} aria-hidden="true" />
      <span>
        {text('compare.maup')} {said}.{' '}
        <Button className="link-text" onPress={() => store.getState().update((app) => setComparison(app, { tab: 'grid' }))}>
          {text('compare.maup.check')}
        </Button>
      </span>
    </p>
  )
}
