import type { CityId } from '../../cities/index.ts'

/** Kinds of service that can be shown from an address, as the interface lists them. */
export const SERVICE_KINDS = ['ogc-features', 'wfs', 'wms', '3dtiles'] as const
export type ServiceKind = (typeof SERVICE_KINDS)[number]

/** What the user asked to see. Plain, so that it outlives a reload of the page. */
export interface ServiceRequest {
  readonly id: string
  readonly kind: ServiceKind
  readonly url: string
  /** Name of a collection, a feature type or a map layer; empty where the address says it. */
  readonly layer: string
  readonly title: string
  /** Whose data it is, as shown on the map; never empty. */
  readonly credit: string
  /** No more features than these are fetched. */
  readonly mostFeatures: number
}

/** A service that is drawn by the engine itself: what it needs beyond the address. */
export type Streamed =
  | { readonly kind: '3dtiles'; readonly url: string; readonly cities: readonly CityId[] }
  | {
      readonly kind: 'wms'
      readonly url: string
      readonly layer: string
      readonly cities: readonly CityId[]
      readonly version: '1.1.1' | '1.3.0'
      /** Always in axis order east, north. */
      readonly crs: 'EPSG:3857' | 'CRS:84' | 'EPSG:4326'
      readonly format: string
    }
