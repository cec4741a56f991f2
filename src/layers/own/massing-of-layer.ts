import { CITY_IDS, type CityId } from '../../cities/index.ts'
import { heightFromStoreysMetres, storeysFromHeight } from '../../analytics/form/storeys.ts'
import { createLocalPlane } from '../../geo/local-plane.ts'
import { nestRings } from '../../geo/open-rings.ts'
import { forEachRing, pointAt } from '../../geo/rings.ts'
import { SCENARIO_LIMITS } from '../../scenario/limits.ts'
import { SHAPE_LIMITS } from '../../scenario/shape/check-corners.ts'
import { polygonSquareMetres } from '../../scenario/shape/measure-shape.ts'
import type { LonLat, Polygon } from '../../scenario/types.ts'
import { readAttributes, type OwnLayer } from './own-layer.ts'

/** A block of a massing model. */
interface MassingBlock {
  readonly cityId: CityId
  readonly footprint: Polygon
  readonly storeys: number
  readonly heightMetres: number
}

export interface Massing {
  readonly blocks: readonly MassingBlock[]
  /** Polygons without a height or storeys, of a size that is no building's, or too many. */
  readonly leftOut: number
}

/** Names under which heights and storeys come: OpenStreetMap's, and the words of the four languages. */
const HEIGHT_NAMES = ['height', 'heightm', 'heightmetres', 'buildingheight', 'korkeus', 'korgus', 'hojd', 'h']
const STOREYS_NAMES = ['storeys', 'stories', 'levels', 'buildinglevels', 'floors', 'kerrokset', 'kerrosluku', 'korrused', 'vaningar']
/** More would be no massing model but a city. */
const MOST_BLOCKS = 1000

/** What of an own layer can stand as blocks: its polygons that state a height in metres, or storeys. */
export function listMassing(layer: OwnLayer): Massing {
  const blocks: MassingBlock[] = []
  let leftOut = 0
  for (const cityId of CITY_IDS) {
    const { polygons, rows } = layer.cities[cityId]
    if (polygons === null) continue
    for (let feature = 0; feature < rows.polygons.length; feature++) {
      const rings: LonLat[][] = []
      forEachRing(polygons, feature, (from, to) => {
        rings.push(Array.from({ length: to - from - 1 }, (_, at) => pointAt(polygons.positionsDegrees, from + at)))
      })
      const stated = readHeights(layer, rows.polygons[feature] as number)
      for (const footprint of nestRings(rings)) {
        if (stated === null || blocks.length >= MOST_BLOCKS || !isOfABuilding(footprint)) leftOut++
        else blocks.push({ cityId, footprint, ...stated })
      }
    }
  }
  return { blocks, leftOut }
}

function readHeights(layer: OwnLayer, row: number): Pick<MassingBlock, 'storeys' | 'heightMetres'> | null {
  const named = new Map(readAttributes(layer.attributes, row).map(([name, value]) => [plainName(name), value] as const))
  const find = (names: readonly string[], most: number): number | null => {
    for (const name of names) {
      const value = readNumber(named.get(name))
      if (value !== null && value > 0 && value <= most) return value
    }
    return null
  }
  const heightMetres = find(HEIGHT_NAMES, SCENARIO_LIMITS.heightMetres)
  const storeys = find(STOREYS_NAMES, SCENARIO_LIMITS.storeys)
  if (heightMetres === null && storeys === null) return null
  const whole = Math.max(1, Math.round(storeys ?? storeysFromHeight(heightMetres ?? 0, null)))
  return { storeys: Math.min(whole, SCENARIO_LIMITS.storeys), heightMetres: heightMetres ?? heightFromStoreysMetres(whole) }
}

/** `building:height`, `Height_m` and `Kõrgus` without signs, accents and capitals. */
function plainName(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
}

/** A number, be it with a unit of metres or a decimal comma. */
function readNumber(text: string | undefined): number | null {
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*(?:m|metres|meters)?\s*$/.exec(text ?? '')
  return match?.[1] === undefined ? null : Number(match[1].replace(',', '.'))
}

function isOfABuilding(footprint: Polygon): boolean {
  const [origin] = footprint[0] ?? []
  const corners = footprint.reduce((sum, ring) => sum + ring.length, 0)
  if (origin === undefined || corners > SCENARIO_LIMITS.cornersOfArea) return false
  const { toMetres } = createLocalPlane(origin)
  const area = polygonSquareMetres(footprint.map((ring) => ring.map(toMetres)))
  return area >= SHAPE_LIMITS.leastSquareMetres && area <= SCENARIO_LIMITS.footprintSquareMetres
}
