import { ToggleButton } from 'react-aria-components/ToggleButton'
import type { ZoneRow } from '../../services/analysis/analysis-service.ts'
import type { DistrictRef } from '../../state/comparison.ts'
import type { Selection } from '../../state/app-state.ts'
import { setSelection } from '../../state/transitions.ts'
import { CityDot } from '../common/city-dot.tsx'
import { useApp, useMessages, useServices } from '../context.tsx'
import { accentOf } from '../theme.ts'
import { selectZone, zoneName } from './zone-rows.ts'

/** Whether a district is what is selected on the map. */
export function isSelectedRow(selection: Selection | null, { cityId, id }: DistrictRef): boolean {
  return selection?.kind === 'district' && selection.cityId === cityId && selection.id === id
}

/** A district's name in its city's accent; pressing it selects the district on the map. */
export function ZoneButton({ row }: { row: ZoneRow }) {
  const { text, language, cityName } = useMessages()
  const { store } = useServices()
  const isSelected = useApp((app) => isSelectedRow(app.selection, row))
  const name = zoneName(row, language)
  return (
    <ToggleButton
      className="zone-button"
      style={accentOf(row.cityId)}
      isSelected={isSelected}
      aria-label={text('compare.select', { name: `${name}, ${cityName(row.cityId)}` })}
      onChange={(wanted) => store.getState().update((app) => (wanted ? selectZone(app, row) : setSelection(app, null)))}
    >
      <CityDot cityId={row.cityId} />
      {name}
    </ToggleButton>
  )
}
