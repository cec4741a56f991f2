import { createLocalPlane } from '../geo/local-plane.ts'
import { polygonHolds } from '../geo/open-rings.ts'
import { squaredDistanceToSegment } from '../geo/rings.ts'
import type { Edit, LonLat, Scenario } from './types.ts'

/**
 * The edit that lies at a place on the ground: a stop or a line within reach, else an area that holds the place, the last one
 * drawn first. Null where there is none. Buildings stand over the ground and are not asked for here.
 */
export function findEditAt({ edits }: Scenario, cityId: string, position: LonLat, reachMetres: number): string | null {
  const own = edits.filter((edit) => 'cityId' in edit && edit.cityId === cityId)
  const near = own.findLast((edit) => distanceMetres(edit, position) <= reachMetres)
  const around = own.findLast((edit) => 'area' in edit && polygonHolds(edit.area, position))
  return (near ?? around)?.id ?? null
}

/** Of a stop or a line; infinite for anything else. */
function distanceMetres(edit: Edit, position: LonLat): number {
  const { toMetres } = createLocalPlane(position)
  if (edit.kind === 'add-stop') return Math.hypot(...toMetres(edit.position))
  if (edit.kind !== 'add-line') return Infinity
  const path = edit.path.map(toMetres)
  const distances = path.slice(1).map(([x, y], at) => {
    const [x1, y1] = path[at] as LonLat
    return squaredDistanceToSegment(0, 0, x1, y1, x, y)
  })
  return Math.sqrt(Math.min(...distances, ...edit.stops.map((stop) => Math.hypot(...toMetres(stop)) ** 2)))
}
