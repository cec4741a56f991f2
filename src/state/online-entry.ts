import type { CityId } from '../cities/index.ts'

/** Kinds of service that can be shown from an address. */
export type ServiceKind = 'ogc-features' | 'wfs' | 'wms' | '3dtiles'

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
      readonly kind: 'wms'; readonly url: string; readonly layer: string; readonly cities: readonly CityId[]
      readonly version: '1.1.1' | '1.3.0'
      /** Always in axis order east, north. */
      readonly crs: 'EPSG:3857' | 'CRS:84' | 'EPSG:4326'
      readonly format: string
    }

/** A remark as a sentence of the interface, `online.<fault|note>.<code>`, and what fills it. */
export interface OnlineRemark {
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
}

/** A service that was switched on, and how far it has come. */
export interface OnlineEntry {
  readonly request: ServiceRequest
  readonly status: 'loading' | 'ready' | 'failed'
  readonly isShown: boolean
  /** Features that have come so far; their own layer has the same id as the request. */
  readonly features: number
  readonly fault: OnlineRemark | null
  /** Layers to choose from, where the service named them. */
  readonly offered: readonly string[]
  readonly notes: readonly OnlineRemark[]
  /** Set for what the engine draws; features are an own layer instead. */
  readonly streamed: Streamed | null
}
