import { expect, test } from 'vitest'
import { classOfKind, kindOfTags } from '../../../src/pipeline/map/amenity-kinds.ts'
import { buildAmenities, type FoundAmenity } from '../../../src/pipeline/map/build-amenities.ts'

const found = (id: string, kind: string, name: string | null, x: number, more: Partial<FoundAmenity> = {}): FoundAmenity => ({
  id,
  kind,
  names: { name },
  place: [x, 0],
  isArea: false,
  source: 'osm',
  sourceYear: 2024,
  ...more,
})
const idsOf = (amenities: readonly FoundAmenity[]) =>
  buildAmenities(amenities)
    .features.map(({ properties }) => String(properties['id']))
    .sort((a, b) => a.localeCompare(b))

test('grounds stand before the point in them; two shops of a chain stay two', () => {
  const amenities = [
    found('point', 'school', 'Kase kool', 0),
    found('grounds', 'school', 'Kase kool', 40, { isArea: true }),
    found('kiosk-1', 'kiosk', 'R', 0),
    found('kiosk-2', 'kiosk', 'R', 70),
  ]
  expect(idsOf(amenities)).toEqual(['grounds', 'kiosk-1', 'kiosk-2'])
  expect(buildAmenities(amenities).drawnTwice).toBe(1)
  expect(idsOf(amenities.toReversed())).toEqual(idsOf(amenities))
})

test('without a name only what lies on one spot is the same', () => {
  expect(idsOf([found('a', 'pitch', null, 0), found('b', 'pitch', null, 3), found('c', 'pitch', null, 30)])).toEqual(['a', 'c'])
})

test.each([
  [{ amenity: 'kindergarten' }, 'daycare'],
  [{ shop: 'supermarket' }, 'shop'],
  [{ leisure: 'pitch' }, 'sport'],
  [{ amenity: 'library', tourism: 'museum' }, 'library'],
  [{ tourism: 'museum' }, 'culture'],
  [{ amenity: 'cafe' }, null],
  [{ shop: 'vacant' }, null],
  [{ leisure: 'swimming_pool', access: 'private' }, null],
  [{ building: 'school' }, null],
] as const)('%o is %s', (tags, expected) => {
  const kind = kindOfTags(tags)
  expect(kind === null ? null : classOfKind(kind)).toBe(expected)
})
