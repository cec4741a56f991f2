import type { AmenityClass } from '../../schema/datasets.ts'

/**
 * Which words of OpenStreetMap (values of amenity, shop, leisure, tourism; OpenMapTiles keeps them as
 * subclass) make which class. The same list for every city, so that counts can be compared; what is not
 * in it is no amenity here. Hairdressers, cafes, hotels and offices are left out on purpose.
 */
const KINDS: Readonly<Record<AmenityClass, readonly string[]>> = {
  school: ['school'],
  daycare: ['kindergarten', 'childcare'],
  health: ['hospital', 'clinic', 'doctors', 'dentist'],
  pharmacy: ['pharmacy'],
  shop: [
    'supermarket',
    'convenience',
    'grocery',
    'greengrocer',
    'butcher',
    'bakery',
    'seafood',
    'deli',
    'department_store',
    'mall',
    'marketplace',
    'kiosk',
    'general',
    'chemist',
    'hardware',
    'doityourself',
    'books',
    'stationery',
    'clothes',
    'shoes',
    'sports',
    'toys',
    'pet',
    'florist',
    'electronics',
    'computer',
    'mobile_phone',
    'furniture',
    'optician',
    'cosmetics',
    'jewelry',
    'gift',
    'bicycle',
    'second_hand',
  ],
  library: ['library'],
  culture: ['museum', 'theatre', 'cinema', 'arts_centre', 'gallery', 'community_centre'],
  sport: ['sports_centre', 'stadium', 'swimming_pool', 'ice_rink', 'fitness_centre', 'pitch'],
}

const CLASS_OF_KIND: ReadonlyMap<string, AmenityClass> = new Map(
  Object.entries(KINDS).flatMap(([name, kinds]) => kinds.map((kind) => [kind, name as AmenityClass])),
)

/** The class of a word of the map, or null where it is no amenity. */
export function classOfKind(kind: string): AmenityClass | null {
  return CLASS_OF_KIND.get(kind) ?? null
}

/** Keys of OpenStreetMap whose values are looked up, the most telling first. */
const KEYS = ['amenity', 'shop', 'leisure', 'tourism'] as const

/** The first tag that makes an amenity, or null. What is not open to the public is none. */
export function kindOfTags(tags: Readonly<Record<string, string>>): string | null {
  if (tags['access'] === 'private' || tags['access'] === 'no') return null
  for (const key of KEYS) {
    const kind = tags[key]
    if (kind !== undefined && classOfKind(kind) !== null) return kind
  }
  return null
}
