import { multiPolygonArea, type MultiPolygonRings } from '../geometry/planar.ts'
import { createScanner, measureSharedArea } from '../geometry/scan-areas.ts'

/** Square kilometres of land, and of that on which building footprints are known, for the manifest's `quality`. */
export function measureCoverage(land: MultiPolygonRings, coverage: MultiPolygonRings | 'whole-city'): Readonly<Record<string, number>> {
  const known = coverage === 'whole-city' ? multiPolygonArea(land) : measureSharedArea([createScanner(land), createScanner(coverage)])
  return { land_km2: toSquareKilometres(multiPolygonArea(land)), land_with_known_buildings_km2: toSquareKilometres(known) }
}

/** To a hectare. */
function toSquareKilometres(squareMetres: number): number {
  return Math.round(squareMetres / 1e4) / 100
}
