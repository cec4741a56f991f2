import type { Position } from '../dataset.ts'

/**
 * Stable ids for footprints that the source gives none: the decimetre grid cell of a point inside the
 * footprint, east then north. They depend on the shape and place only, not on the order of the source;
 * two footprints in one cell are told apart by size, the larger first.
 */
export function createGridIds(
  buildings: readonly { readonly point: Position; readonly footprintSquareMetres: number }[],
): readonly string[] {
  const cells = buildings.map(({ point: [x, y] }) => `${Math.floor(x * 10)}-${Math.floor(y * 10)}`)
  const members = new Map<string, number[]>()
  cells.forEach((cell, index) => members.set(cell, [...(members.get(cell) ?? []), index]))
  const ids: string[] = cells.slice()
  for (const [cell, indices] of members) {
    indices
      .sort((a, b) => sizeOf(b) - sizeOf(a))
      .forEach((index, rank) => {
        ids[index] = rank === 0 ? cell : `${cell}-${rank + 1}`
      })
  }
  return ids

  function sizeOf(index: number): number {
    return buildings[index]?.footprintSquareMetres ?? 0
  }
}
