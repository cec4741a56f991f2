import { geoidHeightMetres, type GeoidModel } from './geoid.ts'

/**
 * The ground of one city. Everything that stands on it asks here how high it is, and assumes nothing:
 * tiles, terrain, labels, vectors and camera.
 */
export interface Ground {
  /** Height above the zero level of the city's height system. */
  readonly heightMetres: (longitudeDegrees: number, latitudeDegrees: number) => number
  /** Height of that zero level above the ellipsoid. */
  readonly zeroHeightMetres: (longitudeDegrees: number, latitudeDegrees: number) => number
  /** Height of the ground above the ellipsoid, as a globe needs it: h = H + N. */
  readonly ellipsoidalHeightMetres: (longitudeDegrees: number, latitudeDegrees: number) => number
  /** What the heights come from; null for flat ground at the zero level. */
  readonly elevations: ElevationGrid | null
}

/** Heights above a city's zero at the nodes of a regular grid of degrees. */
export interface ElevationGrid {
  /** The south-west node. */
  readonly westDegrees: number
  readonly southDegrees: number
  readonly stepEastDegrees: number
  readonly stepNorthDegrees: number
  readonly columns: number
  readonly rows: number
  /** Row by row from the south-west, `columns × rows`; NaN where it is not known, which counts as the zero level. */
  readonly heightsMetres: Float32Array
}

/**
 * The ground under a geoid: bilinear between the nodes of the elevations, and that of the nearest edge
 * outside of them; at the zero level everywhere where there are none.
 *
 * @throws RangeError where the grid has no cell or not as many heights as nodes
 */
export function createGround(geoid: GeoidModel, elevations: ElevationGrid | null): Ground {
  const heightMetres = elevations === null ? () => 0 : interpolate(elevations)
  const zeroHeightMetres: Ground['zeroHeightMetres'] = (longitudeDegrees, latitudeDegrees) =>
    geoidHeightMetres(geoid, longitudeDegrees, latitudeDegrees)
  return {
    heightMetres,
    zeroHeightMetres,
    ellipsoidalHeightMetres: (longitudeDegrees, latitudeDegrees) =>
      heightMetres(longitudeDegrees, latitudeDegrees) + zeroHeightMetres(longitudeDegrees, latitudeDegrees),
    elevations,
  }
}

function interpolate(grid: ElevationGrid): Ground['heightMetres'] {
  const { westDegrees, southDegrees, stepEastDegrees, stepNorthDegrees, columns, rows, heightsMetres } = grid
  if (!(columns >= 2 && rows >= 2 && stepEastDegrees > 0 && stepNorthDegrees > 0)) {
    throw new RangeError(
      `Expected at least 2 × 2 elevations and steps above 0, found ${columns} × ${rows}, ${stepEastDegrees} and ${stepNorthDegrees}`,
    )
  }
  if (heightsMetres.length !== columns * rows) {
    throw new RangeError(`Expected ${columns} × ${rows} elevations, found ${heightsMetres.length}`)
  }
  const at = (column: number, row: number): number => {
    const height = heightsMetres[row * columns + column] ?? NaN
    return Number.isNaN(height) ? 0 : height
  }
  return (longitudeDegrees, latitudeDegrees) => {
    const x = Math.min(Math.max((longitudeDegrees - westDegrees) / stepEastDegrees, 0), columns - 1)
    const y = Math.min(Math.max((latitudeDegrees - southDegrees) / stepNorthDegrees, 0), rows - 1)
    // The last node is the end of the last cell, not the start of one more.
    const column = Math.min(Math.floor(x), columns - 2)
    const row = Math.min(Math.floor(y), rows - 2)
    const [east, north] = [x - column, y - row]
    const south = at(column, row) * (1 - east) + at(column + 1, row) * east
    return south * (1 - north) + (at(column, row + 1) * (1 - east) + at(column + 1, row + 1) * east) * north
  }
}
