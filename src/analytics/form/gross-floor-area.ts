/**
 * Gross floor area of every building in m²: footprint × storeys (by the rule of storeys.ts), heated or not;
 * NaN where there are none.
 */
export function measureGrossFloorAreas(footprintsSquareMetres: ArrayLike<number>, storeys: ArrayLike<number>): Float64Array {
  return Float64Array.from(footprintsSquareMetres, (footprint, building) => {
    const count = storeys[building] as number
    return count > 0 ? footprint * count : NaN
  })
}
