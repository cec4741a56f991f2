/** Room kept free around a label. */
export const PADDING_PIXELS = 10
const HALF_LETTER_PIXELS = 10

/** Cells of the plane that labels have taken: first come, first served. */
export class LabelGrid {
  private readonly cells = new Map<number, [number, number][]>()
  private readonly cellPixels: number

  constructor(cellPixels: number) {
    this.cellPixels = cellPixels
  }

  /** Takes the room of these letters unless another label has it. */
  claim(letters: readonly { readonly x: number; readonly y: number }[], scale: number): boolean {
    const points = letters.map(({ x, y }): [number, number] => [x * scale, y * scale])
    const reach = PADDING_PIXELS + HALF_LETTER_PIXELS
    for (const [x, y] of points) {
      const column = Math.floor(x / this.cellPixels)
      const row = Math.floor(y / this.cellPixels)
      for (let dx = -1; dx <= 1; dx += 1) {
        for (let dy = -1; dy <= 1; dy += 1) {
          for (const [otherX, otherY] of this.cells.get(cellKey(column + dx, row + dy)) ?? []) {
            if (Math.abs(otherX - x) < reach && Math.abs(otherY - y) < reach) return false
          }
        }
      }
    }
    for (const [x, y] of points) {
      const key = cellKey(Math.floor(x / this.cellPixels), Math.floor(y / this.cellPixels))
      const cell = this.cells.get(key)
      if (cell === undefined) this.cells.set(key, [[x, y]])
      else cell.push([x, y])
    }
    return true
  }
}

/** A number, since text as a key takes four times as long; rows are fewer than 2^26 at every zoom. */
function cellKey(column: number, row: number): number {
  return column * 2 ** 26 + row
}
