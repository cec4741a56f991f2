import type { Language } from '../../cities/city.ts'
import type { CardFact } from '../../services/data-service.ts'
import { Quantity } from '../common/quantity.tsx'
import { useMessages } from '../context.tsx'
import { formatList } from '../messages/format.ts'
import { ProvenanceBadge } from './provenance-badge.tsx'

/** The facts of a card: name, value with its unit, and how it is known. */
export function FactList({ facts }: { facts: readonly CardFact[] }) {
  const { dataText } = useMessages()
  return (
    <dl className="fact-list">
      {facts.map((fact) => {
        const name = dataText(fact.labelKey)
        return (
          <div key={fact.labelKey} className="fact">
            <dt>{name}</dt>
            <dd className="fact-shown">
              <FactValue fact={fact} />
            </dd>
            {isUnknown(fact) ? null : (
              <dd>
                <ProvenanceBadge provenance={fact.provenance} fact={name} />
              </dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}

/** Whether a fact says that nothing is known. */
export function isUnknown(fact: CardFact): boolean {
  return fact.value === null && fact.valueKey === undefined && fact.valueKeys === undefined
}

function FactValue({ fact }: { fact: CardFact }) {
  const { text, dataText, language } = useMessages()
  const { value, valueKeys, unitKey, decimals } = fact
  if (isUnknown(fact)) return <span className="fact-missing">{text('cardPanel.noData')}</span>
  if (valueKeys !== undefined)
    return (
      <span className="fact-value">
        {joinCategories(
          language,
          valueKeys.map((key) => dataText(key)),
        )}
      </span>
    )
  if (fact.valueKey !== undefined) return <span className="fact-value">{dataText(fact.valueKey)}</span>
  if (typeof value !== 'number') return <span className="fact-value">{value}</span>
  return (
    <span className="fact-value">
      {fact.provenance.kind === 'modelled' ? <span className="fact-about">{text('cardPanel.about')} </span> : null}
      {/* A year is no amount: its thousands are not grouped. */}
      {unitKey === undefined && /year$/i.test(fact.labelKey) ? (
        <span className="quantity">{String(value)}</span>
      ) : (
        <Quantity value={value} unitKey={unitKey ?? null} {...(decimals === undefined ? {} : { decimals })} />
      )}
    </span>
  )
}

/** Categories as one phrase; only its first word keeps its capital. */
function joinCategories(language: Language, names: readonly string[]): string {
  return formatList(
    language,
    names.map((name, index) => (index === 0 ? name : name.toLocaleLowerCase(language))),
  )
}
