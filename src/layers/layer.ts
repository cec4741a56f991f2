import type { City } from '../cities/city.ts'
import type { CityId } from '../cities/index.ts'
import type { GeoTable, PackedGeometry } from '../geo/packed-geometry.ts'
import type { DatasetName, Manifest } from '../schema/datasets.ts'
import type { Provenance } from '../schema/provenance.ts'
import type { BuildingTable, BuildingTexts } from './buildings/building-table.ts'
import type { DistrictLevel, DistrictTable } from './districts/district-table.ts'
import type { AssumptionsId, LayerId } from './ids.ts'
import type { PlannedVolume } from './planned/types.ts'
import { runLayer, type CitySources } from './run-layer.ts'
import type { Drawable, LayerOutcome, LayerRequest, LayerSlot, Legend } from './types.ts'
import type { Scale } from './colour/scale.ts'

/** One city's tables, read when first asked for and kept. A missing or broken file rejects. */
export interface LayerSource {
  readonly city: City<CityId>
  manifest(): Promise<Manifest>
  /** All columns and the geometry. Buildings, the largest, have functions of their own. */
  table(name: Exclude<DatasetName, 'buildings'>): Promise<GeoTable>
  /** In the city's CRS. */
  geometry(name: DatasetName): Promise<PackedGeometry>
  /** Longitude, latitude of the data set's points, interleaved as its geometry's positions are. */
  positionsDegrees(name: DatasetName): Promise<Float64Array>
  buildings(): Promise<BuildingTable>
  /** Height of each building without its higher parts, by index; NaN where it is not known. */
  bodyHeights(): Promise<Float64Array>
  buildingTexts(): Promise<BuildingTexts>
  districts(level: DistrictLevel): Promise<DistrictTable>
}

export type ParamValue = string | number
export type LayerParams = Readonly<Record<string, ParamValue>>

/** Shows a control only while another parameter has one of these values. */
export interface ShownWith {
  readonly key: string
  readonly values: readonly ParamValue[]
}

/** A parameter as the interface offers it. `text` is a name that no language changes, e.g. `RKT1`. */
export type ParamControl = { readonly shownWith?: ShownWith } & (
  | {
      readonly kind: 'choice'
      readonly key: string
      readonly labelKey: string
      readonly text?: string
      readonly choices: readonly { readonly value: string; readonly labelKey: string }[]
    }
  | {
      readonly kind: 'number'
      readonly key: string
      readonly labelKey: string
      readonly text?: string
      /** City that the number is of; all where it is left out. */
      readonly cityId?: string
      /** Where the default comes from; of those that rest on no source it is left out. */
      readonly origin?: Provenance
      readonly unitKey: string | null
      readonly minimum: number
      readonly maximum: number
      readonly step: number
    }
)

/**
 * Parameters that a layer assumes, other than those that say what it shows: the interface folds them under
 * a title of their own, and layers that name the same assumptions change together.
 */
export interface Assumptions {
  readonly id: AssumptionsId
  readonly titleKey: string
  /** Keys of the layer's controls that belong to them. */
  readonly controlKeys: readonly string[]
}

/** A layer as its file states it. `Data` is what one city's figures come to, before any colour. */
export interface LayerSpec<Params extends LayerParams, Data> {
  readonly id: LayerId
  readonly slot: LayerSlot
  readonly labelKey: string
  readonly defaults: Params
  readonly controls: readonly ParamControl[]
  /** Absent where every parameter says what is shown. */
  readonly assumptions?: Assumptions
  /** Total: whatever comes in, every parameter is there and within its bounds. */
  readonly parseParams: (raw: unknown) => Params
  readonly load: (source: LayerSource, params: Params) => Promise<Data>
  /** One scale for all the given cities' data. */
  readonly scale: (data: readonly Data[], params: Params, theme: 'light' | 'dark') => Scale
  readonly draw: (data: Data, scale: Scale, params: Params, theme: 'light' | 'dark') => readonly Drawable[]
  readonly legend: (data: Data, scale: Scale, params: Params) => Legend
  /** What the layer shows of a planned building: a figure, the key of a category, or null for neither. Absent where it cannot be told. */
  readonly figureOfPlanned?: (building: PlannedFigures) => number | string | null
}

/** What is known of a building that is not there yet. */
type PlannedFigures = Pick<PlannedVolume, 'heightMetres' | 'storeys' | 'use'>

/** A layer of the registry: its specification, ready to run without knowing its types. */
export interface Layer<Params extends LayerParams = LayerParams, Data = never> {
  readonly spec: LayerSpec<Params, Data>
  readonly id: LayerId
  readonly slot: LayerSlot
  readonly labelKey: string
  readonly defaults: LayerParams
  readonly controls: readonly ParamControl[]
  readonly assumptions: Assumptions | null
  readonly parseParams: (raw: unknown) => LayerParams
  readonly run: (request: LayerRequest, sources: CitySources) => Promise<LayerOutcome>
}

/** Makes a registry entry of a layer's specification. */
export function defineLayer<Params extends LayerParams, Data>(spec: LayerSpec<Params, Data>): Layer<Params, Data> {
  const { id, slot, labelKey, defaults, controls, assumptions = null, parseParams } = spec
  return {
    spec,
    id,
    slot,
    labelKey,
    defaults,
    controls,
    assumptions,
    parseParams,
    run: (request, sources) => runLayer(spec, request, sources),
  }
}
