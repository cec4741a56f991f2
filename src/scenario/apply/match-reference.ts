import { converterBetween } from '../../geo/crs.ts'
import type { BuildingRef, LonLat } from '../types.ts'
import type { IndexedCity } from './index-city.ts'
import { projectPositions } from './project-shapes.ts'

/** A building is looked for within this of where it stood. */
export const MATCH_METRES = 25
/** Its footprint may be so many times larger or smaller. */
export const MATCH_FOOTPRINT_RATIO = 2

export type ReferenceMatch =
  /** The id is there, and about where it was. */
  | { readonly kind: 'found'; readonly building: number }
  /** Something of about its place and size, which may be it. */
  | {
      readonly kind: 'proposed'
      readonly building: number
      readonly candidate: BuildingRef
      readonly distanceMetres: number
      readonly footprintRatio: number
    }
  | { readonly kind: 'lost' }

/**
 * The building that a reference means. An id that stands elsewhere now (further off than `MATCH_METRES` and the
 * building's own size) was given to another building, and is not trusted.
 */
export function matchReference(city: IndexedCity, reference: BuildingRef): ReferenceMatch {
  const [x, y] = projectPositions([reference.position], city.city.epsg) as unknown as [number, number]
  const distanceTo = (row: number) => Math.hypot((city.points[row * 2] as number) - x, (city.points[row * 2 + 1] as number) - y)
  const ratioOf = (row: number) => (city.buildings.footprintsSquareMetres[row] as number) / reference.footprintSquareMetres
  const propose = (building: number): ReferenceMatch => ({
    kind: 'proposed',
    building,
    candidate: referTo(city, building),
    distanceMetres: distanceTo(building),
    footprintRatio: ratioOf(building),
  })
  const sameId = city.rowOfId.get(reference.id)
  if (sameId !== undefined) {
    const reach = MATCH_METRES + Math.sqrt(city.buildings.footprintsSquareMetres[sameId] as number)
    if (!(distanceTo(sameId) > reach)) return { kind: 'found', building: sameId }
  }
  let nearest = -1
  for (const row of city.searchPoints(x - MATCH_METRES, y - MATCH_METRES, x + MATCH_METRES, y + MATCH_METRES)) {
    const ratio = ratioOf(row)
    if (!(distanceTo(row) <= MATCH_METRES && ratio <= MATCH_FOOTPRINT_RATIO && ratio >= 1 / MATCH_FOOTPRINT_RATIO)) continue
    if (nearest === -1 || distanceTo(row) < distanceTo(nearest) || (distanceTo(row) === distanceTo(nearest) && row < nearest)) nearest = row
  }
  if (nearest !== -1) return propose(nearest)
  return sameId === undefined ? { kind: 'lost' } : propose(sameId)
}

/** A reference to a building of the data, as edits hold it. */
export function referTo(city: IndexedCity, building: number): BuildingRef {
  const [longitude, latitude] = converterBetween(city.city.epsg, 4326).batch(city.points.slice(building * 2, building * 2 + 2))
  return {
    id: city.buildings.ids[building] as string,
    position: [roundDegrees(longitude as number), roundDegrees(latitude as number)],
    footprintSquareMetres: Math.max(0.01, Math.round((city.buildings.footprintsSquareMetres[building] as number) * 100) / 100),
  }
}

/** To 7 decimals, about a centimetre: what edits are held to, so that files and links stay short. */
function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7
}

export function roundPosition([longitude, latitude]: LonLat): LonLat {
  return [roundDegrees(longitude), roundDegrees(latitude)]
}
