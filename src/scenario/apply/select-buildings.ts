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
  readonly useCodes: Uint8Array
  /** ≤ 0 and NaN are unknown. */
  readonly storeys: Float64Array
}

/** Buildings, ascending, for which every part of the selector that stands holds. What is unknown holds for no part. */
export function selectBuildings(city: IndexedCity, state: SelectableState, selector: BuildingSelector): Uint32Array {
  const { fromYear = 1, toYear = Infinity, leastStoreys = 0, mostStoreys = Infinity, leastFootprintSquareMetres = -Infinity } = selector
  const { years, footprintsSquareMetres } = city
  const { isRemoved, useCodes, storeys } = state
  const isUse = maskUses(selector.uses)
  const asksYear = selector.fromYear !== undefined || selector.toYear !== undefined
  const asksStoreys = selector.leastStoreys !== undefined || selector.mostStoreys !== undefined
  const asksFootprint = selector.leastFootprintSquareMetres !== undefined
  const candidates = listCandidates(city, selector)
  const rows = new Uint32Array(candidates.length)
  let length = 0
  // A city has tens of thousands of buildings, and a scenario hundreds of rules: plain tests in one loop.
  for (let index = 0; index < candidates.length; index++) {
    const row = candidates[index] as number
    if (isRemoved[row] === 1 || isUse[useCodes[row] as number] !== 1) continue
    if (asksYear && !isWithin(years[row] as number, fromYear, toYear)) continue
    if (asksStoreys && !isWithin(storeys[row] as number, leastStoreys, mostStoreys)) continue
    if (asksFootprint && !((footprintsSquareMetres[row] as number) >= leastFootprintSquareMetres)) continue
    rows[length++] = row
  }
  return rows.slice(0, length)
}

/** Whether a number that is above 0, else unknown, lies between two others. */
function isWithin(value: number, least: number, most: number): boolean {
  return value > 0 && value >= least && value <= most
}

/** Buildings whose point lies in any of the areas, ascending. */
export function listBuildingsIn(city: IndexedCity, areas: readonly Polygon[]): Uint32Array {
  return listCandidates(city, { areas })
}

const NO_ROWS = new Uint32Array()

/** Buildings in the districts and the areas of a selector, ascending; all where it asks for none. */
function listCandidates(city: IndexedCity, { districtIds, areas }: BuildingSelector): Uint32Array {
  if (districtIds === undefined && areas === undefined) return city.rows
  const marks = new Uint8Array(city.count)
  let wanted = 0
  if (districtIds !== undefined) {
    wanted++
    for (const id of districtIds) {
      const rows = city.rowsOfDistrict.get(id) ?? NO_ROWS
      for (let index = 0; index < rows.length; index++) marks[rows[index] as number] = wanted
    }
  }
  if (areas !== undefined) {
    wanted++
    for (const area of areas) markArea(city, projectArea(area, city.city.epsg), marks, wanted)
  }
  const rows = new Uint32Array(city.count)
  let length = 0
  for (let row = 0; row < marks.length; row++) if (marks[row] === wanted) rows[length++] = row
  return rows.subarray(0, length)
}

/** Marks what lies in an area, of what has the mark before. */
function markArea(city: IndexedCity, area: PackedGeometry, marks: Uint8Array, mark: number): void {
  const box = boxOfFeature(area, 0)
  if (box === null) return
  const find = findIn(area)
  for (const row of city.searchPoints(...box)) {
    if (marks[row] !== mark - 1) continue
    if (find(city.points[row * 2] as number, city.points[row * 2 + 1] as number) === 0) marks[row] = mark
  }
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

/** By code of a use, 1 where it is asked for; 1 for all, the unknown too, where uses are not asked. */
function maskUses(uses: readonly string[] | undefined): Uint8Array {
  const mask = new Uint8Array(256)
  for (let code = 0; code < mask.length; code++) mask[code] = uses === undefined || uses.includes(BUILDING_USES[code] ?? '') ? 1 : 0
  return mask
}
