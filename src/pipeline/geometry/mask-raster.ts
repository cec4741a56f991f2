import type { Position } from '../dataset.ts'
import type { MultiPolygonRings } from './planar.ts'
import type { Raster } from '../formats/read-geotiff.ts'

/** The raster with 0 in every cell whose centre lies outside the polygons (even-odd rule). */
export function maskRaster(raster: Raster, mask: MultiPolygonRings): Raster {
  const { columns, rows, west, north, cellMetres } = raster
  const crossings: number[][] = Array.from({ length: rows }, () => [])
  for (const ring of mask.flat(1)) {
    for (let index = 1; index < ring.length; index++) {
      const [ax, ay] = ring[index - 1] as Position
      const [bx, by] = ring[index] as Position
      const first = Math.max(0, Math.ceil((north - Math.max(ay, by)) / cellMetres - 0.5))
      const last = Math.min(rows - 1, Math.floor((north - Math.min(ay, by)) / cellMetres - 0.5))
      for (let row = first; row <= last; row++) {
        const y = north - (row + 0.5) * cellMetres
        if (ay > y !== by > y) crossings[row]?.push(((bx - ax) * (y - ay)) / (by - ay) + ax)
      }
    }
  }
  const values = new Float32Array(columns * rows)
  crossings.forEach((row, index) => {
    row.sort((a, b) => a - b)
    for (let at = 0; at + 1 < row.length; at += 2) {
      const from = Math.max(0, Math.ceil(((row[at] as number) - west) / cellMetres - 0.5))
      const to = Math.min(columns - 1, Math.floor(((row[at + 1] as number) - west) / cellMetres - 0.5))
      if (to < from) continue
      values.set(raster.values.subarray(index * columns + from, index * columns + to + 1), index * columns + from)
    }
  })
  return { ...raster, values }
}
