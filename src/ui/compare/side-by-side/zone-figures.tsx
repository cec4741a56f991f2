import { useState } from 'react'
import type { MeasureId } from '../../../analytics/measures/types.ts'
import type { MeasureTable } from '../../../services/analysis/analysis-service.ts'
import { ExplainDialog } from '../explain/explain-dialog.tsx'
import { MappingDialog } from '../explain/mapping-dialog.tsx'
import { ZonesTable } from './zones-table.tsx'

interface ZoneFiguresProps {
  readonly table: MeasureTable
  readonly rows: readonly number[]
  /** The table, and its row, that can explain a row of `table`; the same where not told. */
  readonly explainedBy?: (row: number) => { readonly table: MeasureTable; readonly row: number }
}

/** Zones side by side by every measure, each figure and each measure with its explanation. */
export function ZoneFigures({ table, rows, explainedBy }: ZoneFiguresProps) {
  const [explained, setExplained] = useState<{ row: number; measureId: MeasureId } | null>(null)
  const [mapped, setMapped] = useState<MeasureId | null>(null)
  return (
    <>
      <ZonesTable table={table} rows={rows} onExplain={(row, measureId) => setExplained({ row, measureId })} onMapping={setMapped} />
      {explained === null ? null : (
        <ExplainDialog
          {...(explainedBy?.(explained.row) ?? { table, row: explained.row })}
          measureId={explained.measureId}
          onClose={() => setExplained(null)}
        />
      )}
      {mapped === null ? null : <MappingDialog table={table} measureId={mapped} onClose={() => setMapped(null)} />}
    </>
  )
}
