import type { Feature, Position } from '../dataset.ts'

export type PlaceClass = 'landmark' | 'quarter' | 'square' | 'water'

/** A named place of a source. */
export interface FoundPlace {
  readonly name: string
  readonly class: PlaceClass
  readonly place: Position
}

/** Names of one place in the languages of the app; `name` is how the source calls it. */
export interface PlaceNames {
  readonly name: string
  readonly class?: PlaceClass
  readonly fi?: string
  readonly sv?: string
  readonly et?: string
  readonly en?: string
  /** Degrees, for a place that the sources do not name. */
  readonly at?: Position
}

/** Places of the same name nearer than this are one (a square's streets, a station's platforms). */
const SAME_PLACE_METRES = 400

/**
 * Places by name and class, each once, with the names of the hand-kept table. Several of one name near
 * each other become one in their middle.
 */
export function buildPlaces(found: readonly FoundPlace[], names: readonly PlaceNames[], ownLanguage: 'fi' | 'et'): Feature[] {
  const byName = new Map<string, FoundPlace[][]>()
  for (const place of [...found].sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1])) {
    const clusters = byName.get(place.name) ?? []
    byName.set(place.name, clusters)
    const near = clusters.find((cluster) => {
      const [x, y] = middleOf(cluster)
      return Math.hypot(x - place.place[0], y - place.place[1]) < SAME_PLACE_METRES
    })
    if (near === undefined) clusters.push([place])
    else near.push(place)
  }
  const table = new Map(names.map((row) => [row.name, row]))
  const features: Feature[] = []
  for (const [name, clusters] of [...byName].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const row = table.get(name)
    clusters.forEach((cluster, index) => {
      const kind = row?.class ?? strongestClass(cluster)
      const [x, y] = middleOf(cluster)
      features.push({
        geometry: { type: 'Point', coordinates: [x, y] },
        properties: {
          id: `place-${kind}-${slugOf(name)}${index === 0 ? '' : `-${index + 1}`}`,
          class: kind,
          name: (ownLanguage === 'fi' ? row?.fi : row?.et) ?? name,
          name_fi: row?.fi ?? (ownLanguage === 'fi' ? name : null),
          name_sv: row?.sv ?? null,
          name_et: row?.et ?? (ownLanguage === 'et' ? name : null),
          name_en: row?.en ?? null,
        },
      })
    })
  }
  return withUniqueIds(features)
}

function middleOf(cluster: readonly FoundPlace[]): Position {
  let [x, y] = [0, 0]
  for (const { place } of cluster) {
    x += place[0]
    y += place[1]
  }
  return [x / cluster.length, y / cluster.length]
}

const STRENGTH: readonly PlaceClass[] = ['quarter', 'square', 'water', 'landmark']

function strongestClass(cluster: readonly FoundPlace[]): PlaceClass {
  return STRENGTH.find((kind) => cluster.some((place) => place.class === kind)) ?? 'landmark'
}

/** Letters and digits only, accents taken off, for ids. */
function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

/** Names that differ in accents only get a number. */
function withUniqueIds(features: readonly Feature[]): Feature[] {
  const seen = new Map<string, number>()
  return features.map((feature) => {
    const id = String(feature.properties['id'])
    const count = (seen.get(id) ?? 0) + 1
    seen.set(id, count)
    return count === 1 ? feature : { ...feature, properties: { ...feature.properties, id: `${id}-${count}` } }
  })
}
