import type { ReactNode } from 'react'

export interface FigureRow {
  readonly label: string
  readonly value: ReactNode
}

/** Figures with their names, one a line. */
export function FigureList({ rows }: { rows: readonly FigureRow[] }) {
  return (
    <dl className="view-figures">
      {rows.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
