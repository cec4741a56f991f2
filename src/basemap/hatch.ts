/** A segment in pixels of a tile. */
export type Segment = readonly [x0: number, y0: number, x1: number, y1: number]

/**
 * 45° hatch lines (rising to the right) across one tile. They are multiples of the spacing in
 * world pixels, so lines run on from tile to tile; with a spacing that is a power of two, every
 * other line of one zoom lies on a line of the zoom before.
 *
 * @param tileX tile column, @param tileY tile row
 */
export function hatchSegments(tileX: number, tileY: number, sizePixels: number, spacingPixels: number): Segment[] {
  const segments: Segment[] = []
  // x + y is constant on a line that rises to the right, y being downward.
  const from = (tileX + tileY) * sizePixels
  const first = Math.ceil(from / spacingPixels) * spacingPixels - from
  for (let sum = first; sum <= 2 * sizePixels; sum += spacingPixels) segments.push([-1, sum + 1, sum + 1, -1])
  return segments
}
