import type { Language } from '../../cities/city.ts'
import { normaliseText } from '../../services/search/normalise-text.ts'
import type { CatalogueEntry, CatalogueKind } from '../../schema/catalogue.ts'
import { shownKind } from './make-request.ts'

export interface CatalogueFilter {
  readonly words: string
  /** Empty for every city. */
  readonly cityId: string
  readonly kind: CatalogueKind | 'all' | 'showable'
}

/** Entries that hold every word (in the language, or in a name that is in none), of a city and a kind. */
export function filterCatalogue(
  entries: readonly CatalogueEntry[],
  { words, cityId, kind }: CatalogueFilter,
  language: Language,
): readonly CatalogueEntry[] {
  const wanted = normaliseText(words)
    .split(' ')
    .filter((word) => word !== '')
  return entries.filter((entry) => {
    if (cityId !== '' && !entry.cities.includes(cityId)) return false
    if (kind === 'showable' ? shownKind(entry) === null : kind !== 'all' && entry.kind !== kind) return false
    const text = normaliseText(
      [entry.title[language], entry.goodFor[language], entry.publisher, entry.kind, entry.layer ?? '', entry.url].join(' '),
    )
    return wanted.every((word) => text.includes(word))
  })
}
