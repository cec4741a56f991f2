import type { Position } from '../../dataset.ts'
import { converterBetween } from '../../../geo/crs.ts'

/**
 * Sea that the base map may draw, in degrees, beside the city's land: Tallinn Bay, Kopli Bay, the
 * waters of Kakumäe and a strip to Aegna. Kept by hand, because no source says what beyond the
 * city's boundary is sea and what is a neighbour: the boundary polygon follows the coast, and it
 * turns from coast to land border at two places only, where this ring meets it.
 *
 * - West: the bay of Kakumäe, where the border with Harku reaches the shore (24.5502 E, 59.4388 N).
 * - East: the border with Viimsi south of Miiduranna harbour (24.8277 E, 59.4984 N).
 *
 * The ring keeps at least 500 m off the shores of the neighbours (Suurupi, Naissaar, Viimsi with
 * Rohuneeme and Kräsuli), judged by their bus stops and by the course of the border. Inside the city
 * it runs through the land, which covers it. Beyond it the data end: neither sea nor land.
 */
const SEA_RING_DEGREES: readonly Position[] = [
  [24.5503, 59.4387],
  [24.545, 59.445],
  [24.537, 59.456],
  [24.54, 59.478],
  [24.575, 59.505],
  [24.64, 59.525],
  [24.69, 59.548],
  [24.7, 59.59],
  [24.715, 59.602],
  [24.79, 59.606],
  [24.805, 59.6],
  [24.803, 59.585],
  [24.795, 59.5765],
  [24.772, 59.5705],
  [24.757, 59.566],
  [24.757, 59.543],
  [24.768, 59.53],
  [24.782, 59.515],
  [24.795, 59.503],
  [24.807, 59.497],
  [24.8277, 59.4983],
  [24.836, 59.494],
  [24.84, 59.47],
  [24.815, 59.443],
  [24.75, 59.43],
  [24.67, 59.42],
  [24.625, 59.422],
  [24.605, 59.434],
  [24.575, 59.441],
  [24.556, 59.4382],
  [24.5503, 59.4387],
]

/** The sea ring in EPSG:3301, closed, counter-clockwise. */
export function seaRing(): Position[] {
  const { point } = converterBetween(4326, 3301)
  return SEA_RING_DEGREES.map(([longitude, latitude]): Position => point(longitude, latitude)).reverse()
}
