import type { CityId } from '../../cities/index.ts'
import { normaliseText } from './normalise-text.ts'
import type { SearchEntry } from './search-entries.ts'

export interface FoundEntry {
  readonly entry: SearchEntry
  /** The name that matched, as written. */
  readonly name: string
  readonly score: number
}

/** Entries with all their names in one text, so that one scan finds every candidate. */
export interface SearchIndex {
  readonly entries: readonly SearchEntry[]
  /** Every key of every entry, each ended by a line break. */
  readonly haystack: string
  /** Where each key starts in the haystack. */
  readonly keyStarts: Uint32Array
  /** Entry and place among its names of each key. */
  readonly keyEntries: Uint32Array
  readonly keyNames: Uint8Array
}

export function buildSearchIndex(entries: readonly SearchEntry[]): SearchIndex {
  const keyCount = entries.reduce((sum, entry) => sum + entry.keys.length, 0)
  const keyStarts = new Uint32Array(keyCount)
  const keyEntries = new Uint32Array(keyCount)
  const keyNames = new Uint8Array(keyCount)
  const parts: string[] = []
  let key = 0
  let offset = 0
  entries.forEach((entry, index) =>
    entry.keys.forEach((text, name) => {
      keyStarts[key] = offset
      keyEntries[key] = index
      keyNames[key] = name
      parts.push(text)
      offset += text.length + 1
      key++
    }),
  )
  return { entries, haystack: parts.map((part) => `${part}\n`).join(''), keyStarts, keyEntries, keyNames }
}

/**
 * The best entries for a query, at most `limit`. Every word of the query must begin a word of one
 * name. Whole names come before beginnings, those before later words, all weighed with importance;
 * then the shorter name. Each city that has matches gets its share of the places, so that the one
 * with more names does not push the other out.
 */
export function searchIndex(index: SearchIndex, query: string, cityIds: readonly CityId[], limit: number): readonly FoundEntry[] {
  const key = normaliseText(query)
  if (key === '' || !(limit > 0)) return []
  const words = key.split(' ').map((word) => ` ${word}`)
  const rarest = words.reduce((longest, word) => (word.length > longest.length ? word : longest))
  const best = new Map<number, FoundEntry>()
  let from = index.haystack.indexOf(rarest)
  while (from !== -1) {
    const keyIndex = lastAtOrBefore(index.keyStarts, from)
    const entryIndex = index.keyEntries[keyIndex] as number
    const entry = index.entries[entryIndex] as SearchEntry
    const found = matchName(entry, index.keyNames[keyIndex] as number, ` ${key}`, words)
    if (found !== null && found.score > (best.get(entryIndex)?.score ?? -1)) best.set(entryIndex, found)
    const nextKey = index.keyStarts[keyIndex + 1]
    from = nextKey === undefined ? -1 : index.haystack.indexOf(rarest, nextKey)
  }
  return shareBetweenCities([...best.values()].sort(compareFound), cityIds, limit)
}

/** How much a match of each kind is worth beside the importance, which counts up to 1.6. */
const MATCH_SCORES = { whole: 2, beginning: 1, within: 0.7, scattered: 0.3 } as const
const IMPORTANCE_WEIGHT = 1.6
/** A name in another language than the place's own counts a little less. */
const OTHER_NAME_SCORE = -0.1

function matchName(entry: SearchEntry, name: number, key: string, words: readonly string[]): FoundEntry | null {
  const text = entry.keys[name] as string
  if (!words.every((word) => text.includes(word))) return null
  const kind = text === key ? 'whole' : text.startsWith(key) ? 'beginning' : text.includes(key) ? 'within' : 'scattered'
  return {
    entry,
    name: entry.names[name] as string,
    score: MATCH_SCORES[kind] + entry.importance * IMPORTANCE_WEIGHT + (name > 0 ? OTHER_NAME_SCORE : 0),
  }
}

function compareFound(a: FoundEntry, b: FoundEntry): number {
  return (
    b.score - a.score ||
    a.name.length - b.name.length ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) ||
    (a.entry.id < b.entry.id ? -1 : 1)
  )
}

function shareBetweenCities(found: readonly FoundEntry[], cityIds: readonly CityId[], limit: number): readonly FoundEntry[] {
  const share = Math.max(1, Math.floor(limit / cityIds.length))
  const chosen = new Set<FoundEntry>()
  for (const cityId of cityIds) {
    for (const each of found.filter(({ entry }) => entry.cityId === cityId).slice(0, share)) chosen.add(each)
  }
  for (const each of found) {
    if (chosen.size >= limit) break
    chosen.add(each)
  }
  return found.filter((each) => chosen.has(each)).slice(0, limit)
}

/** Index of the last start that is at or before a position. */
function lastAtOrBefore(starts: Uint32Array, position: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= position) low = middle
    else high = middle - 1
  }
  return low
}
