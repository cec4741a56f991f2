import type { CityId } from '../cities/index.ts'
import type { SelectionKind } from '../layers/selection-kind.ts'

/** What the user pointed at. */
export interface Pick {
  readonly cityId: CityId
  readonly kind: SelectionKind | 'edit' | 'ground'
  /** Building index for a building; feature id for what a layer draws, and for an edit of a scenario. */
  readonly buildingIndex: number | null
  readonly featureId: string | null
  readonly positionDegrees: readonly [number, number]
  /** Where the sight met a wall or a roof, over the ground there; only while a tool asks for it, and absent on the ground. */
  readonly hit?: { readonly positionDegrees: readonly [number, number]; readonly heightMetres: number }
}

/** A label's text is drawn by the scene; this asks for the texts of a city in a language. */
export interface SceneServices {
  readonly onPick: (pick: Pick | null) => void
  /** The pointer is over a place while something is drawn in a scenario. */
  readonly onHover: (cityId: CityId, positionDegrees: readonly [number, number]) => void
  /** A double click while an area is drawn. */
  readonly onFinish: () => void
  readonly onFailure: (cityId: CityId, message: string) => void
}
