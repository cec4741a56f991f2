/** Kinds of service in `data/catalogue.json`. The first four can be shown from their address. */
export const CATALOGUE_KINDS = [
  'ogc-features',
  'wfs',
  'wms',
  '3dtiles',
  'terrain',
  'i3s',
  'wcs',
  'tms',
  'arcgis',
  'gtfs',
  'gtfs-realtime',
  'rest',
  'download',
] as const
export type CatalogueKind = (typeof CATALOGUE_KINDS)[number]

/** A text of this project in every language of the interface. */
export type CatalogueText = Readonly<Record<'en' | 'fi' | 'et' | 'sv', string>>

export interface CatalogueEntry {
  readonly id: string
  /** Ids of the cities that it covers. */
  readonly cities: readonly string[]
  readonly kind: CatalogueKind
  readonly url: string
  /** Name of the layer, type or collection within the service. */
  readonly layer: string | null
  readonly title: CatalogueText
  readonly goodFor: CatalogueText
  readonly publisher: string
  /** As the publisher's documents state it; null where they do not. */
  readonly licence: string | null
  /** EPSG codes in which it answers. */
  readonly crs: readonly number[]
  /** Day on which others saw it answer, `YYYY-MM-DD`; null where nobody wrote one down. */
  readonly seen: string | null
  /** Whether the address was called when the list was made: so far none was. */
  readonly checkedHere: boolean
}

export interface Catalogue {
  readonly title: CatalogueText
  readonly description: CatalogueText
  readonly publisher: string
  /** Day of the list, `YYYY-MM-DD`. */
  readonly issued: string
  readonly entries: readonly CatalogueEntry[]
}
