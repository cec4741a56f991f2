import Flatbush from 'flatbush'
import { boxOfFeature, widenBox, type Box } from '../../geo/boxes.ts'
import { isInside } from '../../geo/rings.ts'
import { buildWallGrid, type Solids, type WallGrid } from './wall-grid.ts'

/** Some of the solids of a scene, less those that are gone. */
export interface SceneLayer {
  readonly solids: Solids
  readonly grid: WallGrid
  /** Solids by their boxes. */
  readonly boxes: Flatbush | null
  /** 1 for each solid that is gone; null where none is. */
  readonly removed: Uint8Array | null
}

/** All that may stand between a point and the sky: a city as it is, or with what a scenario adds and takes away. */
export interface Scene {
  readonly layers: readonly SceneLayer[]
}

/** What a scenario changes of a scene. */
export interface SceneChange {
  /** New solids; null for none. */
  readonly added: Solids | null
  /** Solids of the scene as it was created, by index. */
  readonly removed: ArrayLike<number>
}

/**
 * A scene of these solids.
 *
 * @throws RangeError where there are not as many tops as solids, or a coordinate is not finite
 */
export function createScene(solids: Solids): Scene {
  return { layers: [makeLayer(solids)] }
}

/**
 * The scene with a change laid over it; the scene itself stays, and only what is added is indexed anew. A change is one of
 * the scene as it was created: an earlier change is not kept.
 *
 * @throws RangeError where a solid that goes does not exist
 */
export function changeScene({ layers: [base] }: Scene, { added, removed }: SceneChange): Scene {
  if (base === undefined) throw new RangeError('Expected a scene with a layer')
  const { solidCount } = base.grid
  const gone = new Uint8Array(solidCount)
  for (const solid of Array.from(removed)) {
    if (!(Number.isInteger(solid) && solid >= 0 && solid < solidCount)) {
      throw new RangeError(`Expected the index of one of ${solidCount} solids to remove, found ${solid}`)
    }
    gone[solid] = 1
  }
  return { layers: [{ ...base, removed: removed.length === 0 ? null : gone }, ...(added === null ? [] : [makeLayer(added)])] }
}

function makeLayer(solids: Solids): SceneLayer {
  const grid = buildWallGrid(solids)
  const count = grid.solidCount
  if (count === 0) return { solids, grid, boxes: null, removed: null }
  const boxes = new Flatbush(count)
  for (let solid = 0; solid < count; solid++) boxes.add(...(boxOfFeature(solids.geometry, solid) ?? NO_BOX))
  boxes.finish()
  return { solids, grid, boxes, removed: null }
}

/** A box that no query meets, for a solid without points. */
const NO_BOX = [1e300, 1e300, 1e300, 1e300] as const

/** Whether something higher stands right over a point: a roof under another one sees no sky. */
export function isCovered({ layers }: Scene, x: number, y: number, z: number): boolean {
  return layers.some(
    ({ solids: { geometry, topsMetres }, boxes, removed }) =>
      boxes !== null &&
      boxes
        .search(x, y, x, y, (solid) => (topsMetres[solid] as number) > z && removed?.[solid] !== 1)
        .some((solid) => isInside(geometry, solid, x, y)),
  )
}

/** Where a solid may be seen from: within the box and below the top. */
export interface Reach {
  readonly box: Box
  readonly topMetres: number
}

/** Where each of some solids may be seen from: its box with the distance around it, below its top. */
function listReaches({ geometry, topsMetres }: Solids, indices: ArrayLike<number>, distanceMetres: number): readonly Reach[] {
  return Array.from(indices).flatMap((solid) => {
    const box = boxOfFeature(geometry, solid)
    const topMetres = topsMetres[solid] as number
    return box === null || Number.isNaN(topMetres) ? [] : [{ box: widenBox(box, distanceMetres), topMetres }]
  })
}

/** Where a change of a scene may be seen from. */
export function listReachesOfChange({ layers: [base] }: Scene, { added, removed }: SceneChange, distanceMetres: number): readonly Reach[] {
  return [
    ...(base === undefined ? [] : listReaches(base.solids, removed, distanceMetres)),
    ...(added === null
      ? []
      : listReaches(
          added,
          Array.from({ length: added.topsMetres.length }).map((_, solid) => solid),
          distanceMetres,
        )),
  ]
}
