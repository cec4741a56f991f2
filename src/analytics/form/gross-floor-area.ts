/** Storey height where storeys are unknown, in metres: that of housing (general knowledge). */
const STOREY_HEIGHT_METRES = 3

/**
 * Gross floor area of every building in m²: footprint × storeys, heated or not. Unknown storeys
 * (≤ 0) are round(height / 3.0 m), at least 1; NaN where the height is unknown too.
 */
export function measureGrossFloorAreas(
  footprintsSquareMetres: ArrayLike<number>, storeys: ArrayLike<number>, heightsMetres: ArrayLike<number>,
): Float64Array {
  return Float64Array.from(footprintsSquareMetres, (footprint, index) => {
    const known = storeys[index] as number
    const height = heightsMetres[index] as number
    const count = known > 0 ? known : height > 0 ? Math.max(1, Math.round(height / STOREY_HEIGHT_METRES)) : NaN
    return footprint * count
  })
}
