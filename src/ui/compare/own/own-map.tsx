import type { MeasureTable } from '../../../services/analysis/analysis-service.ts'
import type { OwnColumn } from '../../../services/analysis/own-columns.ts'
import { useMessages } from '../../context.tsx'
import { ZoneMaps } from '../zone-maps.tsx'
import { ownNumber, ownUnit } from './own-texts.ts'

/** One of the reader's measures on the maps of all cities, by one scale. */
export function OwnMap({ table, column: { measure, values } }: { table: MeasureTable; column: OwnColumn }) {
  const messages = useMessages()
  const unit = ownUnit(messages, measure)
  return (
    <ZoneMaps
      table={table}
      values={values}
      title={unit === null ? measure.name : `${measure.name} (${unit})`}
      labelOf={(city) => messages.text('own.map', { name: measure.name, city })}
      formatBreak={(value) => ownNumber(messages, value) ?? ''}
    />
  )
}
