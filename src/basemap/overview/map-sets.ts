import { GREEN_CLASSES, STREET_CLASSES, type GreenClass, type StreetClass } from '../../schema/datasets.ts'
import type { VectorSet } from '../vector-set.ts'

const STREET_LEVELS = ['ground', 'tunnel', 'bridge'] as const
const RAIL_CLASSES = ['rail', 'metro', 'tram'] as const

/** What a city's map is drawn from. */
export interface MapSets<Item = VectorSet> {
  readonly extent: Item
  readonly land: Item
  readonly coverage: Item
  readonly water: Item
  readonly green: Readonly<Record<GreenClass, Item>>
  readonly streets: Readonly<Record<StreetClass, Readonly<Record<(typeof STREET_LEVELS)[number], Item>>>>
  readonly rail: Readonly<Record<(typeof RAIL_CLASSES)[number], Item>>
  readonly coarseBorders: Item
  readonly fineBorders: Item
}

/** What is known of a set by its place alone. */
export interface SetPlace {
  readonly kind: 'areas' | 'lines' | 'streets'
  /** Of streets. */
  readonly streetClass: StreetClass | null
  readonly isTunnel: boolean
}

/** Makes every set, always in the same order: the one that the overview's file has. */
export function makeSets<Item>(make: (place: SetPlace, from: <Other>(sets: MapSets<Other>) => Other) => Item): MapSets<Item> {
  const areas = (from: <Other>(sets: MapSets<Other>) => Other) => make({ kind: 'areas', streetClass: null, isTunnel: false }, from)
  const lines = (from: <Other>(sets: MapSets<Other>) => Other) => make({ kind: 'lines', streetClass: null, isTunnel: false }, from)
  return {
    extent: areas((sets) => sets.extent),
    land: areas((sets) => sets.land),
    coverage: areas((sets) => sets.coverage),
    water: areas((sets) => sets.water),
    green: byName(GREEN_CLASSES, (name) => areas((sets) => sets.green[name])),
    streets: byName(STREET_CLASSES, (streetClass) =>
      byName(STREET_LEVELS, (level) =>
        make({ kind: 'streets', streetClass, isTunnel: level === 'tunnel' }, (sets) => sets.streets[streetClass][level]),
      ),
    ),
    rail: byName(RAIL_CLASSES, (name) => lines((sets) => sets.rail[name])),
    coarseBorders: lines((sets) => sets.coarseBorders),
    fineBorders: lines((sets) => sets.fineBorders),
  }
}

export function byName<Name extends string, Item>(names: readonly Name[], make: (name: Name) => Item): Record<Name, Item> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Item>
}
