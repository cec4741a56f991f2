import type { OpenRing, Point } from '../../geo/open-rings.ts'
import type { BuildingUse } from '../../schema/datasets.ts'
import type { Refusal } from '../shape/check-corners.ts'
import type { Snapped } from '../shape/snap-point.ts'
import type { LonLat, Polygon } from '../types.ts'

/** What may be drawn corner by corner. */
type DrawnKind = 'add-building' | 'plan-rule' | 'add-park' | 'close-street' | 'add-line'

interface Common {
  /** What was typed: a length in metres or an angle in degrees. */
  readonly typed: string
  /** Why the last wish was not followed, or the next would not be. */
  readonly refusal: Refusal | null
}

/** Beside what is built: an area whose buildings are taken along. */
export type DrawnThing = DrawnKind | 'take-block'

/** A footprint, an area or a line as it is drawn. Corners are metres in the plane about `origin`. */
export interface DrawTool extends Common {
  readonly mode: 'draw'
  readonly what: DrawnThing
  /** The first corner decides; before it, none. */
  readonly cityId: string | null
  /** Where the pointer is. */
  readonly pointed: string | null
  readonly origin: LonLat | null
  readonly corners: OpenRing
  /** Where the next corner would be. */
  readonly cursor: Snapped | null
  readonly storeys: number
}

/** A footprint that is moved, copied, turned or split. */
export interface ReshapeTool extends Common {
  readonly mode: 'move' | 'copy' | 'rotate' | 'split'
  readonly editId: string
  readonly cityId: string
  /** Centre of the footprint, about which its plane lies. */
  readonly origin: LonLat
  readonly rings: readonly OpenRing[]
  /** The footprint as it would be; of a split, its pieces. */
  readonly shown: readonly (readonly OpenRing[])[]
  /** First point of the line of a split. */
  readonly from: Point | null
  readonly cursor: Point | null
  readonly heightMetres: number
}

/** A building that is on its way to another place, with its numbers; metres about the middle of all that go together. */
export interface Carried {
  readonly rings: readonly OpenRing[]
  readonly storeys: number
  readonly heightMetres: number
  readonly use: BuildingUse
  readonly name: string | null
}

/** Buildings that are put down, at true scale. */
export interface PlaceTool extends Common {
  readonly mode: 'place'
  readonly carried: readonly Carried[]
  readonly cursor: { readonly cityId: string; readonly position: LonLat } | null
}

/** The buildings of an area are looked for, to be carried; the data know them. */
export interface GatherTool extends Common {
  readonly mode: 'gather'
  readonly cityId: string
  readonly area: Polygon
}

/** A building that is pulled up or down by its handle. */
export interface PullTool extends Common {
  readonly mode: 'pull'
  readonly editId: string
  readonly storeys: number
}

/** Clicks take away what stands there, or put a stop. */
interface PointTool extends Common {
  readonly mode: 'remove' | 'stop'
}

export type ScenarioTool = DrawTool | ReshapeTool | PlaceTool | GatherTool | PullTool | PointTool

/** A place of one city, and how near to something it must be to mean it. */
export interface Place {
  readonly cityId: string
  readonly position: LonLat
  readonly reachMetres: number
}

export type ToolEvent =
  | ({ readonly kind: 'point' } & Place)
  | ({ readonly kind: 'press' } & Place)
  /** The whole of what is typed. */
  | { readonly kind: 'type'; readonly typed: string }
  /** A key of a number. */
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'erase' }
  | { readonly kind: 'finish' }
  | { readonly kind: 'storeys'; readonly storeys: number }

/** What a tool has made; who asks turns it into edits. */
export type Outcome =
  | {
      readonly kind: 'drawn'
      readonly what: DrawnKind
      readonly cityId: string
      readonly ring: readonly LonLat[]
      readonly storeys: number
    }
  | { readonly kind: 'moved'; readonly editId: string; readonly footprint: Polygon }
  | { readonly kind: 'copied'; readonly editId: string; readonly footprint: Polygon }
  | { readonly kind: 'split'; readonly editId: string; readonly footprints: readonly Polygon[] }
  | { readonly kind: 'pulled'; readonly editId: string; readonly storeys: number }
  | {
      readonly kind: 'placed'
      readonly cityId: string
      readonly buildings: readonly (Omit<Carried, 'rings'> & { readonly footprint: Polygon })[]
    }
  | { readonly kind: 'stop'; readonly cityId: string; readonly position: LonLat }

/** Null ends the tool. */
export interface Step {
  readonly tool: ScenarioTool | null
  readonly outcome?: Outcome
}

/** What a tool may snap to: rings of footprints near by, as longitude and latitude. */
export interface Surroundings {
  readonly rings: readonly (readonly LonLat[])[]
}
