import { boxHolds, boxOfFeature } from '../../geo/boxes.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { isInside } from '../../geo/rings.ts'
import { samplePolygon } from './sample-polygon.ts'
import type { Solids } from './wall-grid.ts'

/** A city's buildings as solids: outlines up to the height of their body, and the parts that stand higher. */
export interface BuildingSolids {
  readonly outlines: Solids
  readonly parts: Solids
  /** Building of each part, by index. */
  readonly partBuildings: ArrayLike<number>
}

/** Points on roofs; those of building b are `starts[b] .. starts[b + 1]`. */
export interface RoofSamples {
  readonly starts: Uint32Array
  /** East, north, height of each point, metres. */
  readonly points: Float64Array
  /** Roof area that each point stands for. */
  readonly areasSquareMetres: Float64Array
}

/** A roof has about so many points: one a `ROOF_METRES_PER_POINT`, no fewer and no more than these. */
const SQUARE_METRES_PER_POINT = 40
const FEWEST_POINTS = 4
const MOST_POINTS = 40

/** Points on every roof, each as high as the highest part of its own building at that place. */
export function sampleRoofs({ outlines, parts, partBuildings }: BuildingSolids, areasSquareMetres: ArrayLike<number>): RoofSamples {
  const count = outlines.geometry.featureStarts.length - 1
  const starts = new Uint32Array(count + 1)
  const points: number[] = []
  const areas: number[] = []
  const partsOf = groupParts(partBuildings)
  for (let building = 0; building < count; building++) {
    const area = areasSquareMetres[building] as number
    const wanted = Math.min(MOST_POINTS, Math.max(FEWEST_POINTS, Math.round(area / SQUARE_METRES_PER_POINT)))
    const own = partsOf.get(building) ?? []
    samplePolygon(outlines.geometry, building, Math.sqrt(area / wanted), (x, y, squareMetres) => {
      let top = outlines.topsMetres[building] as number
      for (const part of own) {
        if ((parts.topsMetres[part] as number) > top && holds(parts.geometry, part, x, y)) top = parts.topsMetres[part] as number
      }
      points.push(x, y, top)
      areas.push(squareMetres)
    })
    starts[building + 1] = areas.length
  }
  return { starts, points: Float64Array.from(points), areasSquareMetres: Float64Array.from(areas) }
}

/** All solids of the buildings in one list: outlines first, then parts. */
export function joinSolids({ outlines, parts }: BuildingSolids): Solids {
  const [a, b] = [outlines.geometry, parts.geometry]
  const positions = new Float64Array(a.positions.length + b.positions.length)
  positions.set(a.positions)
  positions.set(b.positions, a.positions.length)
  const joinStarts = (first: Uint32Array, second: Uint32Array) =>
    Uint32Array.from([...first, ...second.subarray(1).map((start) => start + (first.at(-1) ?? 0))])
  return {
    geometry: {
      type: 'polygons',
      positions,
      ringStarts: joinStarts(a.ringStarts, b.ringStarts),
      featureStarts: joinStarts(a.featureStarts, b.featureStarts),
    },
    topsMetres: Float64Array.from([...Array.from(outlines.topsMetres), ...Array.from(parts.topsMetres)]),
  }
}

function holds(geometry: PackedGeometry, part: number, x: number, y: number): boolean {
  const box = boxOfFeature(geometry, part)
  return box !== null && boxHolds(box, x, y) && isInside(geometry, part, x, y)
}

function groupParts(buildings: ArrayLike<number>): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>()
  Array.from(buildings).forEach((building, part) => {
    const group = groups.get(building)
    if (group === undefined) groups.set(building, [part])
    else group.push(part)
  })
  return groups
}
