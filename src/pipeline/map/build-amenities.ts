import type { AmenityClass } from '../../schema/datasets.ts'
import type { Feature, Position } from '../dataset.ts'
import { classOfKind } from './amenity-kinds.ts'

/** An amenity as its source has it, in the city's CRS. */
export interface FoundAmenity {
  /** Null where the source has none: the amenity then gets one of its place. */
  readonly id: string | null
  /** The map's own word; must be one that `classOfKind` knows. */
  readonly kind: string
  readonly names: Readonly<Partial<Record<'name' | 'fi' | 'sv' | 'et' | 'en', string | null>>>
  readonly place: Position
  /** Drawn as an area, which stands before a point of the same thing. */
  readonly isArea: boolean
  readonly source: string
  readonly sourceYear: number
}

/** Of the same class and name nearer than this are one: a school's grounds and the point in them. */
const SAME_NAMED_METRES = 60
/** Without a name only what lies on one spot is the same. */
const SAME_UNNAMED_METRES = 5

/**
 * Amenities each once, in the schema's columns; ids of those without one are left to the caller.
 * `drawnTwice` counts what was left out as the same.
 */
export function buildAmenities(found: readonly FoundAmenity[]): { readonly features: readonly Feature[]; readonly drawnTwice: number } {
  const ordered = [...found].sort((a, b) => Number(b.isArea) - Number(a.isArea) || compareText(keyOf(a), keyOf(b)))
  const kept = new Map<string, FoundAmenity[]>()
  const features: Feature[] = []
  for (const amenity of ordered) {
    const name = amenity.names.name ?? null
    const amenityClass = classOfKind(amenity.kind) as AmenityClass
    const group = `${amenityClass} ${name ?? amenity.kind}`
    const reach = name === null ? SAME_UNNAMED_METRES : SAME_NAMED_METRES
    const alike = kept.get(group) ?? []
    if (alike.some(({ place: [x, y] }) => Math.hypot(x - amenity.place[0], y - amenity.place[1]) < reach)) continue
    kept.set(group, [...alike, amenity])
    features.push({
      geometry: { type: 'Point', coordinates: amenity.place },
      properties: {
        ...(amenity.id === null ? {} : { id: amenity.id }),
        class: amenityClass,
        kind: amenity.kind,
        name,
        name_fi: amenity.names.fi ?? null,
        name_sv: amenity.names.sv ?? null,
        name_et: amenity.names.et ?? null,
        name_en: amenity.names.en ?? null,
        source: amenity.source,
        source_year: amenity.sourceYear,
      },
    })
  }
  return { features, drawnTwice: found.length - features.length }
}

/** Newest first, then by place: the order of the source's file must not matter. */
function keyOf({ kind, names, place, id, sourceYear }: FoundAmenity): string {
  return [9999 - sourceYear, kind, names.name ?? '', place[0].toFixed(2), place[1].toFixed(2), id ?? ''].join(' ')
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export const AMENITY_RULES: Readonly<Record<string, string>> = {
  class:
    "by the map's own word (kind), the same list for every city: shop is trade in goods of daily and weekly life, without cafes, hairdressers and offices; sport includes pitches; health is hospitals, clinics, doctors and dentists",
  names: 'as mapped; null where the map has no name in that language',
  geometry:
    'the mapped point, or a point inside the mapped outline; of the same class and name within 60 m one is kept (without a name within 5 m), the outline before the point',
}
