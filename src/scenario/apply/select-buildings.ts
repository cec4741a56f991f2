import { boxOfFeature } from '../../geo/boxes.ts'
import { indexPolygons, type FindFeature } from '../../geo/locate-points.ts'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { isInside } from '../../geo/rings.ts'
import { BUILDING_USES } from '../../schema/datasets.ts'
import type { BuildingSelector, Polygon } from '../types.ts'
import type { IndexedCity } from './index-city.ts'
import { projectArea } from './project-shapes.ts'

/** A city's buildings as the edits so far left them. */
export interface SelectableState {
  /** 1 where the building is gone. */
  readonly isRemoved: Uint8Array
  readonly useCodes: ArrayLike<number>
  readonly storeys: ArrayLike<number>
}

/** Buildings, ascending, for which every part of the selector that stands holds. What is unknown holds for no part. */
export function selectBuildings(city: IndexedCity, state: SelectableState, selector: BuildingSelector): Uint32Array {
  const { fromYear = -Infinity, toYear = Infinity, leastStoreys = -Infinity, mostStoreys = Infinity } = selector
  const { years, footprintsSquareMetres } = city.buildings
  const leastFootprint = selector.leastFootprintSquareMetres ?? -Infinity
  const isUse = selector.uses === undefined ? null : maskUses(selector.uses)
  const asksYear = selector.fromYear !== undefined || selector.toYear !== undefined
  const asksStoreys = selector.leastStoreys !== undefined || selector.mostStoreys !== undefined
  const [coarse, fine] = [maskDistricts(city.coarse, selector.districtIds), maskDistricts(city.fine, selector.districtIds)]
  const holds = (row: number): boolean => {
    if (state.isRemoved[row] === 1) return false
    if (isUse !== null && isUse[state.useCodes[row] as number] !== 1) return false
    if (asksYear) {
      const year = years[row] as number
      if (!(year > 0 && year >= fromYear && year <= toYear)) return false
    }
    if (asksStoreys) {
      const storeys = state.storeys[row] as number
      if (!(storeys > 0 && storeys >= leastStoreys && storeys <= mostStoreys)) return false
    }
    if (!((footprintsSquareMetres[row] as number) >= leastFootprint) && leastFootprint > -Infinity) return false
    if (coarse === null || fine === null) return true
    return coarse[city.coarse.codes[row] as number] === 1 || fine[city.fine.codes[row] as number] === 1
  }
  if (selector.areas !== undefined) return listBuildingsIn(city, selector.areas).filter(holds)
  const rows = new Uint32Array(city.count)
  let length = 0
  for (let row = 0; row < city.count; row++) if (holds(row)) rows[length++] = row
  return rows.slice(0, length)
}

/** Buildings whose point lies in any of the areas, ascending. */
export function listBuildingsIn(city: IndexedCity, areas: readonly Polygon[]): Uint32Array {
  const rows = new Set<number>()
  for (const area of areas) {
    const geometry = projectArea(area, city.city.epsg)
    const box = boxOfFeature(geometry, 0)
    if (box === null) continue
    const find = findIn(geometry)
    for (const row of city.searchPoints(...box)) {
      if (!rows.has(row) && find(city.points[row * 2] as number, city.points[row * 2 + 1] as number) === 0) rows.add(row)
    }
  }
  return Uint32Array.from(rows).sort()
}

/** From so many corners on, an index is worth its making. */
const INDEX_FROM_POINTS = 100

const finders = new WeakMap<PackedGeometry, FindFeature>()

/** Finds whether a point is in a single area: 0 if so. Kept for as long as the geometry itself. */
export function findIn(geometry: PackedGeometry): FindFeature {
  const known = finders.get(geometry)
  if (known !== undefined) return known
  const find: FindFeature =
    geometry.positions.length / 2 < INDEX_FROM_POINTS ? (x, y) => (isInside(geometry, 0, x, y) ? 0 : -1) : indexPolygons(geometry)
  finders.set(geometry, find)
  return find
}

function maskUses(uses: readonly string[]): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, code) => (uses.includes(BUILDING_USES[code] ?? '') ? 1 : 0))
}

/** By code of a district, 1 where it is asked for; null where districts are not asked. */
function maskDistricts({ codeOfId }: IndexedCity['coarse'], ids: readonly string[] | undefined): Uint8Array | null {
  if (ids === undefined) return null
  const mask = new Uint8Array(codeOfId.size)
  for (const id of ids) {
    const code = codeOfId.get(id)
    if (code !== undefined) mask[code] = 1
  }
  return mask
}
