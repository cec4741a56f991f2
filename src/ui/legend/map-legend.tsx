import { useMessages } from '../context.tsx'
import type { MessageKey } from '../messages/index.ts'

const ENTRIES: readonly { readonly swatch: string; readonly key: MessageKey }[] = [
  { swatch: 'swatch-building', key: 'legend.map.building' },
  { swatch: 'swatch-green', key: 'legend.map.green' },
  { swatch: 'swatch-sea', key: 'legend.map.sea' },
  { swatch: 'swatch-missing', key: 'legend.map.noBuildings' },
]

/** What the plain map shows, the hatch of unknown buildings above all. */
export function MapLegend() {
  const { text } = useMessages()
  return (
    <ul className="map-legend" aria-label={text('legend.map')}>
      {ENTRIES.map((entry) => (
        <li key={entry.key}>
          <span className={`swatch ${entry.swatch}`} aria-hidden="true" />
          {text(entry.key)}
        </li>
      ))}
    </ul>
  )
}
