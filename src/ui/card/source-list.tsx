import type { CardFact } from '../../io/data-service.ts'
import { useMessages } from '../context.tsx'

/** Every source behind a card once, with the years, for a glance without opening anything. */
export function SourceList({ facts }: { facts: readonly CardFact[] }) {
  const { text } = useMessages()
  const known = facts.filter((fact) => fact.value !== null || fact.valueKey !== undefined)
  const sources = [...new Set(known.map(({ provenance }) =>
    [provenance.source, provenance.year].filter((part) => part !== null).join(' · ')))]
  if (sources.length === 0) return null
  return (
    <div className="source-list">
      <h3>{text('cardPanel.source')}</h3>
      <ul>{sources.map((source) => <li key={source}>{source}</li>)}</ul>
    </div>
  )
}
