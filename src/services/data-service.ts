import type { CityId } from '../cities/index.ts'
import type { Language } from '../cities/city.ts'
import type { FoundBuilding } from '../layers/planned/types.ts'
import type { Labels, LayerOutcome, LayerRequest } from '../layers/types.ts'
import type { LonLat, Polygon } from '../scenario/types.ts'
import type { Manifest } from '../schema/datasets.ts'
import type { Provenance } from '../schema/provenance.ts'
import type { SelectionKind } from '../layers/selection-kind.ts'

/** One fact of a card. `value` null means that nothing is known; it is shown as "no data". */
export interface CardFact {
  /** Message key of the fact's name. */
  readonly labelKey: string
  readonly value: number | string | null
  /** Message key for a value that is a category, e.g. `use.apartments`. */
  readonly valueKey?: string
  /** Message keys of a value that is several categories, to be shown one after the other. */
  readonly valueKeys?: readonly string[]
  readonly unitKey?: string
  /** Decimals to show of a number. */
  readonly decimals?: number
  readonly provenance: Provenance
}

export interface Card {
  readonly cityId: CityId
  readonly kind: SelectionKind
  readonly id: string
  /** The building's name or address, a district's or a stop's name; null where it has none. */
  readonly title: string | null
  readonly subtitle: string | null
  readonly facts: readonly CardFact[]
  /** Longitude, latitude to fly to. */
  readonly positionDegrees: readonly [number, number]
  /** Height of the thing, metres. */
  readonly heightMetres: number
  /** Building index for highlighting, where it is a building. */
  readonly buildingIndex: number | null
  /** Outline for highlighting, where it is an area. */
  readonly outlineDegrees: Float64Array | null
}

export interface SearchHit {
  readonly cityId: CityId
  readonly kind: SelectionKind | 'street'
  readonly id: string
  readonly title: string
  /** District or other context. */
  readonly context: string | null
  readonly positionDegrees: readonly [number, number]
  /** Rough size of the thing in metres, so that a flight ends at a fitting height. */
  readonly extentMetres: number
}

/** Which buildings are asked for: what any part names is found, once, by index. */
export interface BuildingQuestion {
  readonly ids?: readonly string[]
  readonly indices?: readonly number[]
  /** Those whose position lies inside. */
  readonly areas?: readonly Polygon[]
  /** Those whose box comes nearer than so many metres, the nearest ones where there are too many. */
  readonly near?: { readonly position: LonLat; readonly radiusMetres: number }
}

/** What the data worker answers. Every call may be made at any time; data are loaded when first needed. */
export interface DataService {
  manifest(cityId: CityId): Promise<Manifest>
  runLayer(request: LayerRequest): Promise<LayerOutcome>
  labels(cityId: CityId, language: Language): Promise<Labels>
  /** `heatParams`: parameters of the layer building-heat that the user changed, so that card and map agree. */
  card(
    cityId: CityId,
    kind: SelectionKind,
    id: string,
    language: Language,
    heatParams?: Readonly<Record<string, unknown>>,
  ): Promise<Card | null>
  /** Id of the building with this index (row of buildings.parquet). */
  buildingId(cityId: CityId, buildingIndex: number): Promise<string | null>
  /** Buildings with their footprints; ids that the city does not have are passed over. */
  findBuildings(cityId: CityId, question: BuildingQuestion): Promise<readonly FoundBuilding[]>
  /** District of the level under a point, or null at sea and outside. */
  districtAt(cityId: CityId, longitudeDegrees: number, latitudeDegrees: number, level: 'coarse' | 'fine'): Promise<string | null>
  search(query: string, language: Language, limit: number): Promise<readonly SearchHit[]>
}
