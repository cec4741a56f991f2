import { Download } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { SearchField } from 'react-aria-components/SearchField'
import { CITIES } from '../../cities/index.ts'
import { catalogueToDcat } from '../../io/online/catalogue-dcat.ts'
import { loadCatalogue } from '../../io/online/read-catalogue.ts'
import { CATALOGUE_KINDS, type Catalogue } from '../../schema/catalogue.ts'
import type { ServiceRequest } from '../../layers/own/service-request.ts'
import { LoadFailure } from '../common/load-failure.tsx'
import { useLoaded } from '../common/use-loaded.ts'
import { useMessages, useSession } from '../context.tsx'
import { ChoiceField } from '../layers-panel/choice-field.tsx'
import type { AddressDraft } from './address-tab.tsx'
import { CatalogueItem } from './catalogue-item.tsx'
import { filterCatalogue, type CatalogueFilter } from './filter-catalogue.ts'

interface CatalogueTabProps {
  readonly onSwitchOn: (request: ServiceRequest) => void
  readonly onSwitchOff: (id: string) => void
  readonly onEdit: (draft: AddressDraft) => void
}

/** Services of all cities, to be searched, filtered, switched on, and taken along as DCAT-AP. */
export function CatalogueTab({ onSwitchOn, onSwitchOff, onEdit }: CatalogueTabProps) {
  const { text, plural, language, cityName } = useMessages()
  const loaded = useLoaded('catalogue', () => loadCatalogue(new URL(import.meta.env.BASE_URL, document.baseURI).href))
  const on = useSession((session) => session.online)
  const [filter, setFilter] = useState<CatalogueFilter>({ words: '', cityId: '', kind: 'showable' })
  if (loaded.status === 'failed') return <LoadFailure says={text('online.catalogue.failed')} onRetry={loaded.retry} />
  if (loaded.value === null) return <p>{text('app.loading')}</p>
  const catalogue = loaded.value
  const found = filterCatalogue(catalogue.entries, filter, language)
  return (
    <>
      <p className="quiet">{text('online.catalogue.about')}</p>
      <div className="catalogue-filter">
        <SearchField className="text-field" value={filter.words} onChange={(words) => setFilter({ ...filter, words })}>
          <Label className="field-label">{text('online.catalogue.search')}</Label>
          <Input className="text-input" />
        </SearchField>
        <ChoiceField
          label={text('online.catalogue.city')}
          value={filter.cityId || 'all'}
          onChange={(id) => setFilter({ ...filter, cityId: id === 'all' ? '' : id })}
          choices={[{ id: 'all', text: text('online.catalogue.all') }, ...CITIES.map(({ id }) => ({ id, text: cityName(id) }))]}
        />
        <ChoiceField
          label={text('online.catalogue.kind')}
          value={filter.kind}
          onChange={(kind) => setFilter({ ...filter, kind: kind as CatalogueFilter['kind'] })}
          choices={[
            { id: 'showable', text: text('online.catalogue.showable') },
            { id: 'all', text: text('online.catalogue.kinds') },
            ...CATALOGUE_KINDS.map((id) => ({ id, text: text(`online.kind.${id}`) })),
          ]}
        />
      </div>
      <p className="quiet" role="status">
        {found.length === 0 ? text('online.catalogue.none') : plural('online.found', found.length)}
      </p>
      <ul className="catalogue-list">
        {found.map((entry) => (
          <CatalogueItem
            key={entry.id}
            entry={entry}
            isOn={on.some(({ request }) => request.id === `catalogue ${entry.id}`)}
            onSwitchOn={onSwitchOn}
            onSwitchOff={onSwitchOff}
            onEdit={onEdit}
          />
        ))}
      </ul>
      <Button className="button catalogue-download" onPress={() => download(catalogue)}>
        <Download size={16} aria-hidden="true" />
        {text('online.catalogue.download')}
      </Button>
    </>
  )
}

function download(catalogue: Catalogue): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(catalogueToDcat(catalogue), null, 2)], { type: 'application/ld+json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'kaksik-catalogue.jsonld'
  link.click()
  // The browser has taken the blob by the next turn of its loop.
  setTimeout(() => URL.revokeObjectURL(address), 0)
}
