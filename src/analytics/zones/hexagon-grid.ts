import type { PackedGeometry } from '../../geo/packed-geometry.ts'

/** West, south, east, north in metres. */
export type BoxMetres = readonly [number, number, number, number]

export interface HexagonGrid {
  readonly geometry: PackedGeometry
  /**
   * Axial coordinates `q,r` of each hexagon: q counts hexagons to the east along a row, r rows to the
   * north, each row shifted half a hexagon to the east of the one below (Patel, Hexagonal Grids,
   * redblobgames.com/grids/hexagons, mirrored so that r grows northwards).
   */
  readonly ids: readonly string[]
}

/** Corners from the north one on, counter-clockwise, in half widths and half sides from the centre. */
const CORNERS_ACROSS = [0, -1, -1, 0, 1, 1, 0] as const
const CORNERS_UP = [2, 1, -1, -2, -1, 1, 2] as const
const CORNER_COUNT = CORNERS_UP.length
/** More than anybody can look at; a side mistaken for metres would otherwise fill the memory. */
const MOST_HEXAGONS = 500_000

/**
 * Regular hexagons with a corner to the north that cover a box, row by row from the south-west. Each
 * has the given area in the plane of the CRS. The grid's origin is that of the CRS, whatever the box:
 * a hexagon keeps its place and id when the box grows. Neighbours share their corners to the last bit.
 *
 * @param areaSquareMetres of one hexagon: (3/2)·√3·side²
 */
export function makeHexagons(box: BoxMetres, areaSquareMetres: number): HexagonGrid {
  const [west, south, east, north] = box
  if (!(areaSquareMetres > 0)) throw new Error(`Expected hexagons of an area above 0, found ${areaSquareMetres} m²`)
  if (!(west < east && south < north)) throw new Error(`Expected a box of west, south, east, north, found ${box.join(', ')}`)
  const side = Math.sqrt((2 * areaSquareMetres) / (3 * Math.sqrt(3)))
  const halfSide = side / 2
  const halfWidth = (side * Math.sqrt(3)) / 2
  const expected = ((east - west + 4 * halfWidth) * (north - south + 4 * side)) / areaSquareMetres
  if (expected > MOST_HEXAGONS) {
    throw new Error(`Expected at most ${MOST_HEXAGONS} hexagons, ${areaSquareMetres} m² each would take about ${Math.round(expected)}`)
  }
  const firstRow = Math.floor((south - side) / (3 * halfSide)) + 1
  const lastRow = Math.ceil((north + side) / (3 * halfSide)) - 1
  const mostColumns = Math.ceil((east - west) / (2 * halfWidth)) + 2
  const positions = new Float64Array((lastRow - firstRow + 1) * mostColumns * CORNER_COUNT * 2)
  const ids: string[] = []
  let end = 0
  for (let r = firstRow; r <= lastRow; r++) {
    const lastColumn = Math.ceil((east / halfWidth + 1 - r) / 2) - 1
    for (let q = Math.floor((west / halfWidth - 1 - r) / 2) + 1; q <= lastColumn; q++) {
      // Corners are whole multiples of the half width and half side, so that neighbours agree on them.
      const column = 2 * q + r
      if (!meetsBox(column * halfWidth, 3 * r * halfSide, halfWidth, box)) continue
      ids.push(`${q},${r}`)
      for (let corner = 0; corner < CORNER_COUNT; corner++) {
        positions[end++] = (column + (CORNERS_ACROSS[corner] as number)) * halfWidth
        positions[end++] = (3 * r + (CORNERS_UP[corner] as number)) * halfSide
      }
    }
  }
  return {
    geometry: {
      type: 'polygons',
      positions: positions.slice(0, end),
      ringStarts: countBy(CORNER_COUNT, ids.length),
      featureStarts: countBy(1, ids.length),
    },
    ids,
  }
}

/** 0, step, 2 · step … count · step. */
function countBy(step: number, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1)
  for (let index = 0; index <= count; index++) starts[index] = index * step
  return starts
}

/** Whether a hexagon, whose own box meets the box, does so itself: no slanted side parts the two. */
function meetsBox(x: number, y: number, halfWidth: number, [west, south, east, north]: BoxMetres): boolean {
  const middleX = (west + east) / 2 - x
  const middleY = (south + north) / 2 - y
  const cosine = 0.5
  const sine = Math.sqrt(3) / 2
  const reach = ((east - west) / 2) * cosine + ((north - south) / 2) * sine + halfWidth
  return Math.abs(middleX * cosine + middleY * sine) < reach && Math.abs(middleX * cosine - middleY * sine) < reach
}
