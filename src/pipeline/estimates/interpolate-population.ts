import type { MultiPolygonRings } from '../geometry/planar.ts'
import { createScanner, intersectIntervals, lengthOf, SCAN_SPACING_METRES, scanLines, type Intervals } from '../geometry/scan-areas.ts'

/** A square of a population grid. */
export interface PopulationCell {
  /** West, south, east, north in metres. */
  readonly box: readonly [number, number, number, number]
  readonly population: number
}

/**
 * Residents of districts by areal interpolation over land: V_t = Σ V_s·|s∩t| / |s|, where areas are
 * land inside the city. A cell over the city's border counts the part outside as land of the
 * neighbour, so its residents are shared with them; a cell without land goes by plain area.
 * For cells within the city the sum is preserved at every level.
 *
 * @param levels - per level its districts, which do not overlap.
 * @returns per level and district the residents.
 */
export function interpolatePopulation(
  cells: readonly PopulationCell[],
  land: MultiPolygonRings,
  levels: readonly (readonly MultiPolygonRings[])[],
): readonly (readonly number[])[] {
  const landScanner = createScanner(land)
  return levels.map((districts) => {
    const scanners = districts.map(createScanner)
    const residents = districts.map(() => 0)
    for (const {
      box: [west, south, east, north],
      population,
    } of cells) {
      if (population <= 0) continue
      const near = scanners
        .map((scanner, index) => ({ scanner, index }))
        .filter(({ scanner }) => scanner.north > south && scanner.south < north)
      const onLand = near.map(() => 0)
      const inside = near.map(() => 0)
      for (const y of scanLines(south, north)) {
        const cell: Intervals = [[west, east]]
        const dry = intersectIntervals(cell, landScanner.cut(y))
        near.forEach(({ scanner }, index) => {
          const within = intersectIntervals(cell, scanner.cut(y))
          if (within.length === 0) return
          inside[index] = (inside[index] as number) + lengthOf(within) * SCAN_SPACING_METRES
          onLand[index] = (onLand[index] as number) + lengthOf(intersectIntervals(within, dry)) * SCAN_SPACING_METRES
        })
      }
      const area = (east - west) * (north - south)
      const outside = Math.max(0, area - sum(inside))
      // Slivers between districts are no neighbouring city.
      const neighbour = outside > area * 0.002 ? outside : 0
      const shares = sum(onLand) > 0 ? onLand : inside
      const whole = sum(shares) + neighbour
      if (sum(shares) === 0) continue
      near.forEach(({ index }, position) => {
        residents[index] = (residents[index] as number) + (population * (shares[position] as number)) / whole
      })
    }
    return residents
  })
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
