import type { CityId } from '../cities/index.ts'

/** What the user pointed at. */
export interface Pick {
  readonly cityId: CityId
  readonly kind: 'building' | 'stop' | 'line' | 'ground'
  /** Building index for a building; feature id for a stop or a line. */
  readonly buildingIndex: number | null
  readonly featureId: string | null
  readonly positionDegrees: readonly [number, number]
}

/** A label's text is drawn by the scene; this asks for the texts of a city in a language. */
export interface SceneServices {
  readonly onPick: (pick: Pick | null) => void
  readonly onFailure: (cityId: CityId, message: string) => void
}
