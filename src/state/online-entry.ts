import type { ServiceRequest, Streamed } from '../layers/own/service-request.ts'

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
  /** A tileset that stands in the place of our own buildings, in the cities where it shows. */
  readonly hidesBuildings: boolean
  /** Features that have come so far; their own layer has the same id as the request. */
  readonly features: number
  readonly fault: OnlineRemark | null
  /** Layers to choose from, where the service named them. */
  readonly offered: readonly string[]
  readonly notes: readonly OnlineRemark[]
  /** Set for what the engine draws; features are an own layer instead. */
  readonly streamed: Streamed | null
}
