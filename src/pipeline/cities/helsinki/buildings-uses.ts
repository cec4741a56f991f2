import type { BuildingUse, UseSource } from '../../../schema/datasets.ts'

export interface FoundUse {
  readonly class: BuildingUse
  readonly source: UseSource
}

/** Values of OSM's `building` tag that state a use. */
const OSM_USES: Readonly<Record<BuildingUse, readonly string[]>> = {
  apartments: ['apartments', 'residential', 'dormitory', 'block_of_flats'],
  house: ['house', 'detached', 'semidetached_house', 'terrace', 'villa'],
  office: ['office', 'government'],
  retail: ['retail', 'commercial', 'kiosk', 'cafe', 'supermarket'],
  public: [
    'public',
    'public_building',
    'school',
    'university',
    'college',
    'kindergarten',
    'hospital',
    'church',
    'chapel',
    'cathedral',
    'religious',
    'museum',
    'library',
    'civic',
    'fire_station',
    'sports_centre',
    'stadium',
    'grandstand',
    'train_station',
    'transportation',
    'prison',
    'hall',
    'palace',
    'pavilion',
    'parish_hall',
  ],
  industrial: ['industrial', 'warehouse', 'utility', 'service', 'tank', 'storage_tank', 'storage', 'chimney'],
  outbuilding: [
    'shed',
    'garage',
    'garages',
    'carport',
    'hut',
    'greenhouse',
    'sauna',
    'roof',
    'canopy',
    'toilets',
    'guardhouse',
    'guard_booth',
    'container',
    'entrance',
    'parking_entrance',
    'underpass_entrance',
    'gatehouse',
  ],
  other: ['hotel', 'parking', 'ship', 'bridge', 'tower', 'construction', 'atrium', 'air-supported', 'block'],
}

const AMENITY_USES: Readonly<Record<string, BuildingUse>> = {
  place_of_worship: 'public',
  library: 'public',
  kindergarten: 'public',
  school: 'public',
  fire_station: 'public',
  arts_centre: 'public',
  community_centre: 'public',
  courthouse: 'public',
  conference_centre: 'public',
  theatre: 'public',
  university: 'public',
  hospital: 'public',
  ferry_terminal: 'public',
  crematorium: 'public',
  social_facility: 'public',
  shelter: 'outbuilding',
  toilets: 'outbuilding',
  waste_disposal: 'outbuilding',
  dressing_room: 'outbuilding',
  parking: 'other',
  restaurant: 'retail',
  cafe: 'retail',
  fast_food: 'retail',
  ice_cream: 'retail',
  fuel: 'retail',
  bar: 'retail',
}

const BY_TAG = new Map(Object.entries(OSM_USES).flatMap(([use, tags]) => tags.map((tag) => [tag, use as BuildingUse] as const)))

/** Use by OSM's tags, or null where they state none (`building=yes`). */
export function useFromOsm(building: string | null, amenity: string | null): FoundUse | null {
  const tagged = building === null ? undefined : BY_TAG.get(building)
  if (tagged !== undefined) return { class: tagged, source: 'mapped' }
  const byAmenity = amenity === null ? undefined : AMENITY_USES[amenity]
  return byAmenity === undefined ? null : { class: byAmenity, source: 'mapped' }
}

/**
 * Use by the Topographic Database's class (kohdeluokka); its last digit gives storeys, not use. Cottages
 * of allotment gardens count as outbuildings, as nobody heats them in winter. "Commercial or public"
 * says no more than other.
 */
export function useFromTopographicClass(code: number, footprintSquareMetres: number): FoundUse | null {
  switch (Math.floor(code / 10)) {
    case 4221:
      return { class: code === 42211 ? 'house' : 'apartments', source: 'mapped' }
    case 4222:
      return { class: 'other', source: 'mapped' }
    case 4223:
      return { class: 'outbuilding', source: 'mapped' }
    case 4224:
      return { class: 'industrial', source: 'mapped' }
    case 4225:
    case 4227:
      return { class: 'public', source: 'mapped' }
    case 4226:
      return footprintSquareMetres < 100 ? { class: 'outbuilding', source: 'estimated' } : { class: 'other', source: 'mapped' }
    default:
      return null
  }
}

/** Use by the register's purpose code (käyttötarkoitus, Statistics Finland's classification of 1994). */
export function useFromRegister(code: string): FoundUse | null {
  const group = Number.parseInt(code, 10)
  if (Number.isNaN(group)) return null
  const use = ((): BuildingUse | null => {
    if (group < 30) return 'house'
    if (group < 100) return 'apartments'
    if (group < 120) return 'retail'
    if (group < 140) return 'other'
    if (group < 150) return 'retail'
    if (group < 160) return 'office'
    if (group < 200) return 'other'
    if (group < 600) return 'public'
    if (group < 800) return 'industrial'
    if (group >= 930 && group < 950) return 'outbuilding'
    return 'other'
  })()
  return use === null ? null : { class: use, source: 'mapped' }
}
