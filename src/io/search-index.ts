import type { CityId } from '../cities/index.ts'
import { normaliseText } from './normalise-text.ts'
import type { SearchEntry } from './search-entries.ts'

export interface FoundEntry {
  readonly entry: SearchEntry
  /** The name that matched, as written. */
  readonly name: string
  readonly score: number
}

/**
 * The best entries for a query, at most `limit`. Every word of the query must begin a word of one
 * name. Whole names come before beginnings, those before later words; then importance, then the
 * shorter name. Each city that has matches gets its share of the places, so that the one with more
 * names does not push the other out.
 */
export function searchEntries(
  entries: readonly SearchEntry[], query: string, cityIds: readonly CityId[], limit: number,
): readonly FoundEntry[] {
  const key = normaliseText(query)
  if (key === '' || limit <= 0) return []
  const words = key.split(' ').map((word) => ` ${word}`)
  const found: FoundEntry[] = []
  for (const entry of entries) {
    const match = matchEntry(entry, ` ${key}`, words)
    if (match !== null) found.push(match)
  }
  found.sort(compareFound)
  return shareBetweenCities(found, cityIds, limit)
}

function matchEntry(entry: SearchEntry, key: string, words: readonly string[]): FoundEntry | null {
  let best: FoundEntry | null = null
  for (let index = 0; index < entry.keys.length; index++) {
    const candidate = entry.keys[index] as string
    if (!words.every((word) => candidate.includes(word))) continue
    const rank = candidate === key ? 3 : candidate.startsWith(key) ? 2 : candidate.includes(key) ? 1 : 0.5
    const score = rank + entry.importance
    if (best === null || score > best.score) best = { entry, name: entry.names[index] as string, score }
  }
  return best
}

function compareFound(a: FoundEntry, b: FoundEntry): number {
  return b.score - a.score || a.name.length - b.name.length || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
    || (a.entry.id < b.entry.id ? -1 : 1)
}

function shareBetweenCities(
  found: readonly FoundEntry[], cityIds: readonly CityId[], limit: number,
): readonly FoundEntry[] {
  const share = Math.max(1, Math.floor(limit / cityIds.length))
  const chosen = new Set<FoundEntry>()
  for (const cityId of cityIds) {
    for (const each of found.filter(({ entry }) => entry.cityId === cityId).slice(0, share)) chosen.add(each)
  }
  for (const each of found) {
    if (chosen.size >= limit) break
    chosen.add(each)
  }
  return found.filter((each) => chosen.has(each)).slice(0, Math.max(limit, cityIds.length))
}
