import { Button } from 'react-aria-components/Button'
import { isCityId } from '../../cities/index.ts'
import type { CatalogueEntry } from '../../schema/catalogue.ts'
import type { ServiceRequest } from '../../layers/own/service-request.ts'
import { CityDot } from '../common/city-dot.tsx'
import { useMessages } from '../context.tsx'
import type { AddressDraft } from './address-tab.tsx'
import { requestOfEntry, shownKind } from './make-request.ts'

interface CatalogueItemProps {
  readonly entry: CatalogueEntry
  readonly isOn: boolean
  readonly onSwitchOn: (request: ServiceRequest) => void
  readonly onSwitchOff: (id: string) => void
  readonly onEdit: (draft: AddressDraft) => void
}

/** One service of the catalogue: what it is good for, whose it is, and whom switching it on would contact. */
export function CatalogueItem({ entry, isOn, onSwitchOn, onSwitchOff, onEdit }: CatalogueItemProps) {
  const { text, language } = useMessages()
  const kind = shownKind(entry)
  const title = entry.title[language]
  // A service of many layers needs one of them.
  const needsLayer = kind === 'wms' && entry.layer === null
  const facts = [
    text(`online.kind.${entry.kind}`),
    entry.publisher,
    entry.licence === null ? text('online.catalogue.noLicence') : text('online.catalogue.licence', { licence: entry.licence }),
    ...(entry.crs.length === 0 ? [] : [text('online.catalogue.crs', { crs: entry.crs.map((code) => `EPSG:${code}`).join(', ') })]),
    ...(entry.seen === null
      ? []
      : [
          text('online.catalogue.seen', {
            day: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(entry.seen)),
          }),
        ]),
    ...(entry.checkedHere ? [] : [text('online.catalogue.unchecked')]),
  ]
  return (
    <li className="catalogue-item">
      <div className="catalogue-words">
        <h3 className="catalogue-title">
          {entry.cities.filter(isCityId).map((id) => (
            <CityDot key={id} cityId={id} />
          ))}
          {title}
        </h3>
        <p>{entry.goodFor[language]}</p>
        <p className="quiet">{facts.join(' · ')}</p>
        <p className="quiet">
          {kind === null ? text('online.catalogue.listed') : text('online.contacts', { host: new URL(entry.url).host })}
        </p>
      </div>
      {kind === null ? null : isOn ? (
        <Button
          className="button"
          aria-label={text('online.switchOffNamed', { title })}
          onPress={() => onSwitchOff(`catalogue ${entry.id}`)}
        >
          {text('online.switchOff')}
        </Button>
      ) : needsLayer ? (
        <Button className="button" onPress={() => onEdit({ url: entry.url, kind, layer: '', credit: `© ${entry.publisher}` })}>
          {text('online.catalogue.layerLater')}
        </Button>
      ) : (
        <Button
          className="button"
          aria-label={text('online.switchOnNamed', { title })}
          onPress={() => onSwitchOn(requestOfEntry(entry, kind, title))}
        >
          {text('online.switchOn')}
        </Button>
      )}
    </li>
  )
}
