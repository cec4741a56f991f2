import type { Scene, SceneLayer } from './scene.ts'
import { BLOCK_CELLS } from './wall-grid.ts'

/** A ray that meets the end of a wall meets the wall: no light falls through where two walls join. */
const END_TOLERANCE = 1e-9

/**
 * How steeply the highest thing stands in one direction: the greatest (top − z) / distance among the walls that the ray
 * meets, the tangent of the horizon angle. Exact for upright walls.
 *
 * @param directionX east part of the direction, of length 1 with directionY
 * @param leastTangent nothing lower is looked for; it is returned where nothing is higher
 */
export function castRay(
  { layers }: Scene,
  x: number,
  y: number,
  z: number,
  directionX: number,
  directionY: number,
  distanceMetres: number,
  leastTangent = 0,
): number {
  let highest = leastTangent
  for (const layer of layers) highest = castThroughLayer(layer, x, y, z, directionX, directionY, distanceMetres, highest)
  return highest
}

/** Block by block along the ray, and cell by cell in those that may rise above what was met so far. */
function castThroughLayer(
  { grid, removed }: SceneLayer,
  x: number,
  y: number,
  z: number,
  directionX: number,
  directionY: number,
  distanceMetres: number,
  leastTangent: number,
): number {
  const { ends, tops, solids, west, south, cellMetres, columns, rows, cellStarts, cellWalls, cellTops, blockTops } = grid
  let highest = leastTangent
  // Where the ray enters and leaves the grid.
  const [left, bottom] = [west - x, south - y]
  const [right, top] = [left + columns * cellMetres, bottom + rows * cellMetres]
  const [acrossX, acrossY] = [1 / directionX, 1 / directionY]
  let enter = 0
  let leave = distanceMetres
  if (directionX === 0) {
    if (left > 0 || right < 0) return highest
  } else {
    enter = Math.max(enter, Math.min(left * acrossX, right * acrossX))
    leave = Math.min(leave, Math.max(left * acrossX, right * acrossX))
  }
  if (directionY === 0) {
    if (bottom > 0 || top < 0) return highest
  } else {
    enter = Math.max(enter, Math.min(bottom * acrossY, top * acrossY))
    leave = Math.min(leave, Math.max(bottom * acrossY, top * acrossY))
  }
  if (!(enter <= leave)) return highest

  const blockMetres = cellMetres * BLOCK_CELLS
  const blockColumns = columns / BLOCK_CELLS
  const blockRows = rows / BLOCK_CELLS
  const stepX = directionX > 0 ? 1 : -1
  const stepY = directionY > 0 ? 1 : -1
  let blockColumn = within(Math.floor((enter * directionX - left) / blockMetres), 0, blockColumns - 1)
  let blockRow = within(Math.floor((enter * directionY - bottom) / blockMetres), 0, blockRows - 1)
  const blockStepX = Math.abs(blockMetres * acrossX)
  const blockStepY = Math.abs(blockMetres * acrossY)
  let nextX = directionX === 0 ? Infinity : (left + (blockColumn + (stepX + 1) / 2) * blockMetres) * acrossX
  let nextY = directionY === 0 ? Infinity : (bottom + (blockRow + (stepY + 1) / 2) * blockMetres) * acrossY
  const cellStepX = Math.abs(cellMetres * acrossX)
  const cellStepY = Math.abs(cellMetres * acrossY)

  let at = enter
  while (at <= leave && blockColumn >= 0 && blockColumn < blockColumns && blockRow >= 0 && blockRow < blockRows) {
    const blockEnd = Math.min(nextX, nextY, leave)
    if ((blockTops[blockRow * blockColumns + blockColumn] as number) - z > highest * at) {
      const firstColumn = blockColumn * BLOCK_CELLS
      const firstRow = blockRow * BLOCK_CELLS
      let column = within(Math.floor((at * directionX - left) / cellMetres), firstColumn, firstColumn + BLOCK_CELLS - 1)
      let row = within(Math.floor((at * directionY - bottom) / cellMetres), firstRow, firstRow + BLOCK_CELLS - 1)
      let cellX = directionX === 0 ? Infinity : (left + (column + (stepX + 1) / 2) * cellMetres) * acrossX
      let cellY = directionY === 0 ? Infinity : (bottom + (row + (stepY + 1) / 2) * cellMetres) * acrossY
      let cellAt = at
      while (
        cellAt <= blockEnd &&
        column >= firstColumn &&
        column < firstColumn + BLOCK_CELLS &&
        row >= firstRow &&
        row < firstRow + BLOCK_CELLS
      ) {
        const cell = row * columns + column
        if ((cellTops[cell] as number) - z > highest * cellAt) {
          const cellEnd = cellStarts[cell + 1] as number
          for (let entry = cellStarts[cell] as number; entry < cellEnd; entry++) {
            const wall = cellWalls[entry] as number
            const rise = (tops[wall] as number) - z
            if (rise <= 0 || (removed !== null && removed[solids[wall] as number] === 1)) continue
            const from = wall * 4
            const offsetX = (ends[from] as number) - x
            const offsetY = (ends[from + 1] as number) - y
            const alongX = (ends[from + 2] as number) - (ends[from] as number)
            const alongY = (ends[from + 3] as number) - (ends[from + 1] as number)
            const across = directionX * alongY - directionY * alongX
            // Of a wall along the ray its ends are those of its neighbours too; the quotients are no numbers or infinite.
            const distance = (offsetX * alongY - offsetY * alongX) / across
            if (!(distance > 0 && distance <= distanceMetres)) continue
            const place = (offsetX * directionY - offsetY * directionX) / across
            if (place < -END_TOLERANCE || place > 1 + END_TOLERANCE) continue
            const tangent = rise / distance
            if (tangent > highest) highest = tangent
          }
        }
        if (cellX < cellY) {
          cellAt = cellX
          cellX += cellStepX
          column += stepX
        } else {
          cellAt = cellY
          cellY += cellStepY
          row += stepY
        }
      }
    }
    if (nextX < nextY) {
      at = nextX
      nextX += blockStepX
      blockColumn += stepX
    } else {
      at = nextY
      nextY += blockStepY
      blockRow += stepY
    }
  }
  return highest
}

function within(value: number, least: number, most: number): number {
  return value < least ? least : value > most ? most : value
}
