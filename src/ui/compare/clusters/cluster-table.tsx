import type { MeasureId } from '../../../analytics/measures/types.ts'
import type { Autocorrelation, ClusterClass, MeasureTable } from '../../../services/analysis/analysis-service.ts'
import { useApp, useMessages } from '../../context.tsx'
import { measureTitle, measureNumber } from '../measure-texts.ts'
import { useTheme } from '../use-theme.ts'
import { isSelectedRow, ZoneButton } from '../zone-button.tsx'

/** From the ends of PuOr and their lighter steps: what is alike is strong, what stands out is light. */
export const CLUSTER_COLOURS: Readonly<Record<ClusterClass, { readonly light: string; readonly dark: string }>> = {
  'high-high': { light: '#b35806', dark: '#e08214' },
  'low-low': { light: '#542788', dark: '#8073ac' },
  'high-low': { light: '#fdb863', dark: '#fee0b6' },
  'low-high': { light: '#b2abd2', dark: '#d8daeb' },
  'none': { light: '#f4f1ea', dark: '#2c343a' },
  'no-data': { light: '#d8d2c6', dark: '#14181c' },
}

/** Districts in a cluster first, then by name of their class. */
const CLASS_ORDER: readonly ClusterClass[] = ['high-high', 'low-low', 'high-low', 'low-high', 'none', 'no-data']

interface ClusterTableProps {
  readonly table: MeasureTable
  readonly clusters: Autocorrelation
  readonly measure: MeasureId
}

/** The class of each district, its local Moran's I and its Getis-Ord Gi*, with q-values. */
export function ClusterTable({ table, clusters, measure }: ClusterTableProps) {
  const messages = useMessages()
  const { text, number } = messages
  const theme = useTheme()
  const selection = useApp((app) => app.selection)
  const { local, gi } = clusters
  const shown = (value: number | undefined, decimals: number) =>
    value === undefined || Number.isNaN(value) ? '–' : number(value, decimals)
  const rows = table.rows
    .map((_, row) => row)
    .sort(
      (a, b) =>
        CLASS_ORDER.indexOf(local.classes[a] as ClusterClass) - CLASS_ORDER.indexOf(local.classes[b] as ClusterClass) ||
        (table.values[measure][b] as number) - (table.values[measure][a] as number) ||
        0,
    )
  return (
    <table className="figure-table">
      <caption className="visually-hidden">{text('compare.tab.clusters')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('compare.district')}</th>
          <th scope="col">{text('compare.class')}</th>
          <th scope="col" className="number-cell">
            {measureTitle(messages, measure)}
          </th>
          <th scope="col" className="number-cell">
            {text('compare.localMoran')}
          </th>
          <th scope="col" className="number-cell">
            {text('compare.qValue')}
          </th>
          <th scope="col" className="number-cell">
            {text('compare.gi')}
          </th>
          <th scope="col" className="number-cell">
            {text('compare.qValue')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const district = table.rows[row] as MeasureTable['rows'][number]
          const name = local.classes[row] as ClusterClass
          return (
            <tr key={district.id} data-selected={isSelectedRow(selection, district) || undefined}>
              <th scope="row">
                <ZoneButton row={district} />
              </th>
              <td className="class-cell">
                <span className="swatch" style={{ background: CLUSTER_COLOURS[name][theme] }} aria-hidden="true" />
                {text(`compare.class.${name}`)}
              </td>
              <td className="number-cell quantity">{measureNumber(messages, measure, table.values[measure][row] as number) ?? '–'}</td>
              <td className="number-cell quantity">{shown(local.i[row], 2)}</td>
              <td className="number-cell quantity">{shown(local.qValues[row], 3)}</td>
              <td className="number-cell quantity">{shown(gi.z[row], 2)}</td>
              <td className="number-cell quantity">{shown(gi.qValues[row], 3)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
