import { createLocalPlane } from '../../geo/local-plane.ts'
import type { BuildingUse } from '../../schema/datasets.ts'
import type { LonLat, Polygon } from '../types.ts'
import { toPolygon } from './reshape.ts'
import type { Carried, PlaceTool, Step, ToolEvent } from './types.ts'

/** A building that is taken along. */
export interface Taken {
  readonly footprint: Polygon
  readonly storeys: number
  readonly heightMetres: number
  readonly use: BuildingUse
  readonly name: string | null
}

/**
 * Takes buildings up, to be put down elsewhere. Each keeps its metres and its heading: it is measured in a plane of its own, and its
 * place among the others in the plane about the middle of all.
 */
export function startPlacing(taken: readonly Taken[]): PlaceTool {
  const middle = middleOf(taken.flatMap(({ footprint }) => footprint[0] ?? []))
  const common = createLocalPlane(middle)
  const carried = taken.map(({ footprint, ...numbers }): Carried => {
    const own = createLocalPlane(middleOf(footprint[0] ?? []))
    const [east, north] = common.toMetres(own.origin)
    const rings = footprint.map((ring) =>
      ring.map((corner) => {
        const [x, y] = own.toMetres(corner)
        return [x + east, y + north] as const
      }),
    )
    return { ...numbers, rings }
  })
  return { mode: 'place', carried, cursor: null, typed: '', refusal: null }
}

/** What an event makes of buildings that are to be put down. */
export function stepPlacing(tool: PlaceTool, event: ToolEvent): Step {
  if (event.kind === 'point') return { tool: { ...tool, cursor: event } }
  if (event.kind === 'press') return put(tool, event)
  if (event.kind === 'finish' && tool.cursor !== null) return put(tool, tool.cursor)
  return { tool }
}

/** Footprints of what is carried, as they would stand about a place. */
export function placeCarried(carried: readonly Carried[], position: LonLat): readonly Polygon[] {
  const { toDegrees } = createLocalPlane(position)
  return carried.map(({ rings }) => {
    // About its own middle the ground is flat enough for every length to stay.
    const [x, y] = middleOf(rings[0] ?? [])
    const own = createLocalPlane(toDegrees([x, y]))
    return toPolygon(
      rings.map((ring) => ring.map(([east, north]) => [east - x, north - y] as const)),
      own.toDegrees,
    )
  })
}

function put({ carried }: PlaceTool, { cityId, position }: { readonly cityId: string; readonly position: LonLat }): Step {
  const footprints = placeCarried(carried, position)
  const buildings = carried.map(({ rings: _rings, ...numbers }, at) => ({ ...numbers, footprint: footprints[at] as Polygon }))
  return { tool: null, outcome: { kind: 'placed', cityId, buildings } }
}

/** Middle of the box of points; the zero point for none. */
function middleOf(points: readonly (readonly [number, number])[]): readonly [number, number] {
  if (points.length === 0) return [0, 0]
  const middle = (axis: 0 | 1): number => {
    const values = points.map((point) => point[axis])
    return (Math.min(...values) + Math.max(...values)) / 2
  }
  return [middle(0), middle(1)]
}
