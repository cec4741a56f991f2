import type { CardFact } from '../../services/data-service.ts'
import { useMessages } from '../context.tsx'
import { formatYears } from '../messages/format.ts'
import { isUnknown } from './fact-list.tsx'

/** Every source and rule behind a card once, with the years: folded, since a rule is long. */
export function SourceList({ facts }: { facts: readonly CardFact[] }) {
  const { text } = useMessages()
  const known = facts.filter((fact) => !isUnknown(fact))
  const sources = [
    ...new Set(
      known.map(({ provenance }) =>
        provenance.year === null ? provenance.source : `${provenance.source} · ${formatYears(provenance.year)}`,
      ),
    ),
  ]
  if (sources.length === 0) return null
  return (
    <details className="source-list">
      <summary>{text('cardPanel.sources')}</summary>
      <ul>
        {sources.map((source) => (
          <li key={source} lang="en">
            {source}
          </li>
        ))}
      </ul>
    </details>
  )
}
