/** Neighbours by a shared side of cells in rows, as lists from 0. */
export function latticeLists(rows: number, columns: number): number[][] {
  return Array.from({ length: rows * columns }, (_, cell) => {
    const [row, column] = [Math.floor(cell / columns), cell % columns]
    return [
      ...(row > 0 ? [cell - columns] : []),
      ...(column > 0 ? [cell - 1] : []),
      ...(column < columns - 1 ? [cell + 1] : []),
      ...(row < rows - 1 ? [cell + columns] : []),
    ]
  })
}
