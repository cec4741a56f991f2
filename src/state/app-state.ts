import type { CameraPose, Language } from '../cities/city.ts'
import type { CityId } from '../cities/index.ts'
import type { AreaLayerId, BuildingLayerId, LayerId, OverlayLayerId } from '../layers/ids.ts'
import type { SelectionKind } from '../layers/selection-kind.ts'
import type { Comparison } from './comparison.ts'

export const SHARPNESS_CHOICES = ['automatic', 'sharp', 'light'] as const
export type SharpnessChoice = (typeof SHARPNESS_CHOICES)[number]

export interface Selection {
  readonly cityId: CityId
  readonly kind: SelectionKind
  readonly id: string
}

/** Everything that a user set. Plain and serialisable; all of it is in the URL (see url.ts). */
export interface AppState {
  readonly language: Language
  readonly theme: 'system' | 'light' | 'dark'
  /** All cities side by side, or one alone. */
  readonly layout: 'all' | CityId
  /** The cities stand in the opposite order: the last is first (left, or above on a phone). */
  readonly swapped: boolean
  /** Moving one view moves the other. */
  readonly linked: boolean
  /** Pose of each city's camera about its anchor; equal for all cities while linked. */
  readonly cameras: Readonly<Record<CityId, CameraPose>>
  readonly buildingLayer: BuildingLayerId
  readonly areaLayer: AreaLayerId
  readonly overlays: readonly OverlayLayerId[]
  /** Parameters that differ from a layer's defaults. */
  readonly layerParams: Readonly<Partial<Record<LayerId, Readonly<Record<string, unknown>>>>>
  readonly scaleMode: 'joint' | 'per-city'
  /** Local date in every city, `YYYY-MM-DD`. */
  readonly date: string
  /** Local time of day in minutes from midnight, 0-1439. */
  readonly minutes: number
  readonly shadows: boolean
  /** How sharp a moving picture is drawn: as sharp as the machine can at that speed, or always the same. */
  readonly sharpness: SharpnessChoice
  readonly selection: Selection | null
  /** The comparison of districts. */
  readonly comparison: Comparison
  /** Online sources, off until the user switches them on. */
  readonly onlineBaseMap: boolean
  readonly onlineModel: boolean
}
