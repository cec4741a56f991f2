import type { CityId } from '../../cities/index.ts'
import type { ServiceKind } from '../../state/online-entry.ts'

export type { ServiceKind, ServiceRequest, Streamed } from '../../state/online-entry.ts'

/** Kinds of service that can be shown from an address, as the interface lists them. */
export const SERVICE_KINDS: readonly ServiceKind[] = ['ogc-features', 'wfs', 'wms', '3dtiles']

/** A city's area to ask for: west, south, east, north in degrees. */
export interface Area {
  readonly cityId: CityId
  readonly extentDegrees: readonly [number, number, number, number]
}
