import registry from '../../../tilesets/registry.json' with { type: 'json' }

export interface OnlineSource {
  readonly id: string
  readonly kind: string
  /** May hold placeholders in braces for the place of a tile. */
  readonly url: string
  /** Names of the layers of a WMS. */
  readonly layers?: string
  readonly credit: string
}

export type OnlinePurpose = 'model' | 'base-map'

/** The kinds of source that a view can show, by purpose. */
const KINDS: Readonly<Record<OnlinePurpose, readonly string[]>> = { 'model': ['3dtiles', 'i3s'], 'base-map': ['wms', 'tms'] }

/** The first source of a kind that the registry knows for a city, or null. */
export function findOnlineSource(cityId: string, purpose: OnlinePurpose): OnlineSource | null {
  const sources = (registry as Readonly<Record<string, readonly OnlineSource[]>>)[cityId] ?? []
  return sources.find((source) => KINDS[purpose].includes(source.kind)) ?? null
}
