import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Collection } from 'react-aria-components/Collection'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { CITIES } from '../../cities/index.ts'
import type { SearchHit } from '../../services/data-service.ts'
import { requestFlight } from '../../state/session-transitions.ts'
import { selectHit } from '../actions.ts'
import { CityDot } from '../common/city-dot.tsx'
import { useMessages, useServices } from '../context.tsx'
import { SHORTEST_QUERY, useSearch } from './use-search.ts'

const CLOSE_AFTER_MILLISECONDS = 50

const keyOf = (hit: SearchHit) => `${hit.cityId}/${hit.kind}/${hit.id}`

/** Search over all cities: results by city; choosing one flies there and opens its card. */
export function SearchBox() {
  const { store } = useServices()
  const { text, plural } = useMessages()
  const [query, setQuery] = useState('')
  const { status, hits } = useSearch(query)
  const input = useRef<HTMLInputElement>(null)
  const [place, setPlace] = useState<HTMLElement | null>(null)
  useFocusOnSlash(input)

  const choose = (key: unknown) => {
    const hit = hits.find((candidate) => keyOf(candidate) === key)
    if (hit === undefined) return
    const { update, updateSession } = store.getState()
    update((app) => selectHit(app, hit))
    updateSession((session) =>
      requestFlight(session, hit.cityId, {
        kind: 'place',
        positionDegrees: hit.positionDegrees,
        extentMetres: hit.extentMetres,
      }),
    )
    setQuery('')
    // Once the emptied field has been drawn: before that the list would open again, with everything else hidden from readers.
    setTimeout(() => input.current?.blur(), CLOSE_AFTER_MILLISECONDS)
  }
  const groups = CITIES.map((city) => ({ cityId: city.id, hits: hits.filter((hit) => hit.cityId === city.id) })).filter(
    (group) => group.hits.length > 0,
  )
  const remark =
    status === 'failed'
      ? text('search.failed')
      : query.trim().length < SHORTEST_QUERY
        ? text('search.hint')
        : status === 'ready'
          ? text('search.empty', { query: query.trim() })
          : text('app.loading')

  return (
    <search className="search">
      <ComboBox
        aria-label={text('search.label')}
        allowsEmptyCollection
        allowsCustomValue
        menuTrigger="input"
        inputValue={query}
        onInputChange={setQuery}
        selectedKey={null}
        onSelectionChange={choose}
        defaultFilter={() => true}
      >
        <div className="search-field">
          <Search size={18} aria-hidden="true" />
          <Input ref={input} placeholder={text('search.placeholder')} type="search" enterKeyHint="search" />
        </div>
        {/* Inside the landmark, or a reader that walks by landmarks never meets the results. */}
        <Popover className="popover search-popover" offset={6} {...(place === null ? {} : { UNSTABLE_portalContainer: place })}>
          <ListBox className="search-results" renderEmptyState={() => <p className="search-remark">{remark}</p>}>
            {groups.map((group) => (
              <HitSection key={group.cityId} cityId={group.cityId} hits={group.hits} />
            ))}
          </ListBox>
        </Popover>
      </ComboBox>
      <div ref={setPlace} />
      <span className="visually-hidden" role="status">
        {status === 'ready' ? (hits.length === 0 ? remark : plural('search.results', hits.length)) : ''}
      </span>
    </search>
  )
}

function HitSection({ cityId, hits }: { cityId: SearchHit['cityId']; hits: readonly SearchHit[] }) {
  const { text, cityName } = useMessages()
  return (
    <ListBoxSection id={cityId}>
      <Header className="search-city">
        <CityDot cityId={cityId} />
        {cityName(cityId)}
      </Header>
      <Collection items={hits.map((hit) => ({ ...hit, key: keyOf(hit) }))}>
        {(hit) => (
          <ListBoxItem id={hit.key} textValue={hit.title} className="search-hit">
            <span className="search-title">{hit.title}</span>
            <span className="search-context">
              {text(`kind.${hit.kind}`)}
              {hit.context === null ? '' : ` · ${hit.context}`}
            </span>
          </ListBoxItem>
        )}
      </Collection>
    </ListBoxSection>
  )
}

/** `/` goes to the search from anywhere where nothing is being written. */
function useFocusOnSlash(input: React.RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.role === 'spinbutton') return
      event.preventDefault()
      input.current?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [input])
}
