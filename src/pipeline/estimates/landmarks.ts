import { converterBetween, type EpsgCode } from '../../geo/crs.ts'
import type { BuildingDraft, PartDraft } from '../buildings/building-draft.ts'
import type { Position } from '../dataset.ts'
import { multiPolygonContains, ringArea, type MultiPolygonRings } from '../geometry/planar.ts'
import { roundToCentimetre } from '../geometry/place-points.ts'

/** One landmark whose height the source has too low, or too high, kept by hand. */
export interface Landmark {
  readonly name: string
  /** A point inside its footprint, degrees. */
  readonly longitudeDegrees: number
  readonly latitudeDegrees: number
  /**
   * Height of the body (nave, hall, house). `keep`: what the source has; `estimate`: as for any
   * building of unknown height, where the source gives the tower's height to the whole footprint.
   */
  readonly bodyHeightMetres: number | 'keep' | 'estimate'
  /** Storeys for floor area, as a tall nave has one: counted from the height where it is absent. */
  readonly storeys?: number
  readonly towers: readonly Tower[]
  /** Parts of the source with a wrong height: id → metres. */
  readonly partHeightsMetres?: Readonly<Record<string, number>>
  /** Where the heights come from. */
  readonly citation: string
}

/** A tower above the body; its place, width and the foot of its spire are drawn by hand after the footprint. */
interface Tower {
  readonly longitudeDegrees: number
  readonly latitudeDegrees: number
  /** Across the flats of the regular polygon that stands for the tower. */
  readonly widthMetres: number
  readonly sides: 4 | 8 | 16
  /** Clockwise turn of the polygon from north, degrees. */
  readonly turnDegrees?: number
  readonly fromMetres?: number
  /** Where walls end and the spire or dome begins; the top where there is none. */
  readonly wallsToMetres?: number
  readonly shape?: 'spire' | 'dome'
  /** Top above ground. */
  readonly toMetres: number
}

/** Steps of a spire or dome: share of its height at the step's top, share of the tower's width. */
const STEPS = {
  spire: [
    [0.22, 0.78],
    [0.45, 0.55],
    [0.7, 0.32],
    [1, 0.12],
  ],
  dome: [
    [0.3, 0.95],
    [0.55, 0.75],
    [0.75, 0.45],
    [1, 0.1],
  ],
} as const

/**
 * Sets the heights of landmarks. A spire's height belongs to the tower, not the nave: towers become
 * parts with their own small footprint, the body keeps its own height.
 */
export function applyLandmarks(
  drafts: readonly BuildingDraft[],
  landmarks: readonly Landmark[],
  epsg: EpsgCode,
): { readonly drafts: readonly BuildingDraft[]; readonly unplaced: readonly string[] } {
  const convert = converterBetween(4326, epsg).point
  const marked = [...drafts]
  const unplaced: string[] = []
  for (const landmark of landmarks) {
    const point = convert(landmark.longitudeDegrees, landmark.latitudeDegrees)
    const index = marked.findIndex((draft) => isInside(draft, point))
    const draft = marked[index]
    if (draft === undefined) unplaced.push(landmark.name)
    else marked[index] = applyLandmark(draft, landmark, convert)
  }
  return { drafts: marked, unplaced }
}

function applyLandmark(draft: BuildingDraft, landmark: Landmark, convert: (x: number, y: number) => Position): BuildingDraft {
  const body = landmark.bodyHeightMetres
  const corrected = draft.parts.map((part): PartDraft => {
    const metres = landmark.partHeightsMetres?.[part.id]
    return metres === undefined ? part : { ...part, heightMetres: metres, heightSource: 'measured' }
  })
  const towers = landmark.towers.flatMap((tower, rank) => createTower(`${draft.id}-t${rank + 1}`, tower, convert))
  return {
    ...draft,
    name: draft.name ?? landmark.name,
    height: body === 'keep' ? draft.height : body === 'estimate' ? null : { metres: body, source: 'measured' },
    bodyHeightMetres: typeof body === 'number' ? body : body === 'estimate' ? null : draft.bodyHeightMetres,
    storeys: landmark.storeys === undefined ? draft.storeys : { count: landmark.storeys, source: 'estimated' },
    parts: [...corrected, ...towers],
  }
}

function isInside(draft: BuildingDraft, [x, y]: Position): boolean {
  // Most drafts are far away: their point decides before the ring is asked.
  return Math.abs(draft.point[0] - x) < 300 && Math.abs(draft.point[1] - y) < 300 && multiPolygonContains(draft.geometry, x, y)
}

/** The tower's walls and, above them, its spire or dome in four narrowing steps. */
function createTower(id: string, tower: Tower, convert: (x: number, y: number) => Position): readonly PartDraft[] {
  const centre = convert(tower.longitudeDegrees, tower.latitudeDegrees)
  const wallsTo = tower.wallsToMetres ?? tower.toMetres
  const prisms: { width: number; from: number; to: number }[] = [{ width: tower.widthMetres, from: tower.fromMetres ?? 0, to: wallsTo }]
  if (wallsTo < tower.toMetres) {
    for (const [heightShare, widthShare] of STEPS[tower.shape ?? 'spire']) {
      const from = prisms.at(-1)?.to ?? wallsTo
      prisms.push({ width: tower.widthMetres * widthShare, from, to: wallsTo + (tower.toMetres - wallsTo) * heightShare })
    }
  }
  return prisms.map((prism, step): PartDraft => ({
    id: `${id}-${step + 1}`,
    geometry: createPrism(centre, prism.width, tower.sides, tower.turnDegrees ?? 0),
    minHeightMetres: prism.from,
    heightMetres: prism.to,
    heightSource: 'measured',
  }))
}

function createPrism([x, y]: Position, widthMetres: number, sides: number, turnDegrees: number): MultiPolygonRings {
  const radius = widthMetres / 2 / Math.cos(Math.PI / sides)
  const ring: Position[] = []
  for (let side = 0; side < sides; side++) {
    const angle = ((side + 0.5) / sides) * 2 * Math.PI - (turnDegrees * Math.PI) / 180
    ring.push([roundToCentimetre(x + radius * Math.cos(angle)), roundToCentimetre(y + radius * Math.sin(angle))])
  }
  ring.push(ring[0] as Position)
  return [[ringArea(ring) > 0 ? ring : [...ring].reverse()]]
}
