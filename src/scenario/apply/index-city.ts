import Flatbush from 'flatbush'
import { boxOfFeature } from '../../geo/boxes.ts'
import { findInteriorPoints } from '../../geo/interior-points.ts'
import type { CityBuildings, CityFrame } from './types.ts'

/** A city's buildings, ready to be asked. Made once for a city, and used for every scenario. */
export interface IndexedCity {
  readonly city: CityFrame
  readonly buildings: CityBuildings
  readonly count: number
  /** The point that stands for each building, interleaved; NaN where there is none. */
  readonly points: Float64Array
  readonly rowOfId: ReadonlyMap<string, number>
  /** Of either level, ascending. */
  readonly rowsOfDistrict: ReadonlyMap<string, Uint32Array>
  /** Columns as numbers of one kind, which loops are fast over. */
  readonly years: Float64Array
  readonly footprintsSquareMetres: Float64Array
  /** Every building, ascending. */
  readonly rows: Uint32Array
  /** Buildings whose point is in a box, in no order. */
  readonly searchPoints: (west: number, south: number, east: number, north: number) => number[]
  /** Buildings whose own box meets a box, in no order. */
  readonly searchFootprints: (west: number, south: number, east: number, north: number) => number[]
}

/** A place that no query meets. */
const NOWHERE = [1e300, 1e300, 1e300, 1e300] as const

export function indexCity(city: CityFrame, buildings: CityBuildings): IndexedCity {
  const count = buildings.ids.length
  const points = findInteriorPoints(buildings.geometry)
  const byPoint = keepIndex(count, (row) => {
    const [x, y] = [points[row * 2] as number, points[row * 2 + 1] as number]
    return Number.isNaN(x) ? NOWHERE : [x, y, x, y]
  })
  const byFootprint = keepIndex(count, (row) => boxOfFeature(buildings.geometry, row) ?? NOWHERE)
  return {
    city,
    buildings,
    count,
    points,
    rowOfId: new Map(buildings.ids.map((id, row) => [id, row])),
    rowsOfDistrict: groupByDistrict(buildings),
    years: new Float64Array(buildings.years),
    footprintsSquareMetres: new Float64Array(buildings.footprintsSquareMetres),
    rows: Uint32Array.from({ length: count }, (_, row) => row),
    searchPoints: byPoint,
    searchFootprints: byFootprint,
  }
}

/** An index that is made when it is first asked. */
function keepIndex(count: number, boxOf: (row: number) => readonly [number, number, number, number]): IndexedCity['searchPoints'] {
  let bush: Flatbush | null = null
  return (west, south, east, north) => {
    if (count === 0) return []
    if (bush === null) {
      bush = new Flatbush(count)
      for (let row = 0; row < count; row++) bush.add(...boxOf(row))
      bush.finish()
    }
    return bush.search(west, south, east, north)
  }
}

function groupByDistrict({ coarseDistrictIds, fineDistrictIds }: CityBuildings): ReadonlyMap<string, Uint32Array> {
  const rows = new Map<string, number[]>()
  for (const ids of [coarseDistrictIds, fineDistrictIds]) {
    ids.forEach((id, row) => {
      if (id === null) return
      const known = rows.get(id)
      if (known === undefined) rows.set(id, [row])
      else known.push(row)
    })
  }
  return new Map(Array.from(rows, ([id, list]) => [id, Uint32Array.from(list)]))
}
