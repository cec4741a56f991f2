import type { SearchEntry } from './search-entries.ts'

/**
 * Entries without those that say the same twice. A landmark that is also a named building of its
 * district is found as the building, whose card says more; a quarter that bears a district's name is
 * the district; a street that bears a square's name beside it is the square; of two places of one
 * name in one district the first stays. An amenity that is also a named building or place of its district
 * is found as that, and of several of one name in one district the first stays.
 */
export function mergeSearchEntries(entries: readonly SearchEntry[]): readonly SearchEntry[] {
  const districts = new Set<string>()
  const buildings = new Map<string, SearchEntry>()
  for (const entry of entries) {
    if (entry.kind === 'district') for (const key of entry.keys) districts.add(`${entry.cityId}${key}`)
    if (entry.kind === 'building') buildings.set(nearKey(entry), entry)
  }
  const places = new Map<string, SearchEntry>()
  const landmarks = new Map<SearchEntry, SearchEntry>()
  for (const entry of entries) {
    if (entry.kind !== 'place') continue
    if (entry.placeClass === 'quarter' && entry.keys.some((key) => districts.has(`${entry.cityId}${key}`))) continue
    const building = entry.placeClass === 'landmark' ? buildings.get(nearKey(entry)) : undefined
    if (building !== undefined) landmarks.set(building, entry)
    else if (!places.has(nearKey(entry))) places.set(nearKey(entry), entry)
  }
  const amenities = new Map<string, SearchEntry>()
  for (const entry of entries) {
    const key = nearKey(entry)
    if (entry.kind === 'amenity' && !buildings.has(key) && !places.has(key) && !amenities.has(key)) amenities.set(key, entry)
  }
  return entries.flatMap((entry): SearchEntry[] => {
    if (entry.kind === 'place') return places.get(nearKey(entry)) === entry ? [entry] : []
    if (entry.kind === 'amenity') return amenities.get(nearKey(entry)) === entry ? [entry] : []
    if (entry.kind === 'street') return places.get(nearKey(entry))?.placeClass === 'square' ? [] : [entry]
    const landmark = landmarks.get(entry)
    return [landmark === undefined ? entry : withNamesOf(entry, landmark)]
  })
}

/** The building under the landmark's names and importance, its own address kept. */
function withNamesOf(building: SearchEntry, landmark: SearchEntry): SearchEntry {
  const names = [...landmark.names]
  const keys = [...landmark.keys]
  building.keys.forEach((key, index) => {
    if (keys.includes(key)) return
    keys.push(key)
    names.push(building.names[index] as string)
  })
  return { ...building, names, keys, importance: landmark.importance }
}

/** Equal for things of one name in one fine district. */
function nearKey({ cityId, keys, districtRow }: SearchEntry): string {
  return `${cityId}/${districtRow}${keys[0] ?? ''}`
}
