import { buffer, multiPolygon } from '@turf/turf'
import type { PackedGeometry } from '../../geo/packed-geometry.ts'
import { firstPointOf, pointAt } from '../../geo/rings.ts'
import { flatRingArea, groupRings, packZone, type FlatRing } from '../zones/planar-rings.ts'

/** Pieces smaller than this, in m², are no ground to build on: they come of rounding. */
const LEAST_PIECE_SQUARE_METRES = 0.01
/** Chords that stand for a quarter of a circle: they cut it by 0.03 % of its radius at most. */
const STEPS_OF_QUARTER = 32
/**
 * Turf takes degrees on the globe, and a plane in metres is wanted: written as so small a part of a degree, an area of
 * kilometres is flat to a billionth.
 */
const DEGREES_OF_METRE = 1e-7

/**
 * What is left of an area when a strip of the given width is taken off along all its borders, those of holes
 * too: the points that lie as far from the border or farther (its erosion by a disc). Straight borders stay
 * straight and corners sharp; only around a corner that points inwards the rest is bent. A plane in metres is
 * expected; rings must not cross.
 *
 * @returns one feature, without rings where nothing is left
 */
export function shrinkArea(area: PackedGeometry, feature: number, stripMetres: number): PackedGeometry {
  if (!(stripMetres >= 0)) throw new Error(`Expected a width of 0 m or more, found ${stripMetres}`)
  const [originX, originY] = firstPointOf(area, feature)
  const polygons = groupRings(area, feature, originX, originY)
  if (stripMetres === 0) return packZone(polygons.flat(), originX, originY)
  return packZone(polygons.flatMap((rings) => shrinkPolygon(rings, stripMetres)).flat(), originX, originY)
}

/** Of one outer ring with its holes: the pieces that are left, in the same form. */
function shrinkPolygon(rings: readonly FlatRing[], stripMetres: number): FlatRing[][] {
  const tiny = multiPolygon([rings.map(toDegrees)])
  const rest = buffer(tiny, -stripMetres * DEGREES_OF_METRE, { units: 'degrees', steps: STEPS_OF_QUARTER })?.geometry
  const pieces = rest === undefined ? [] : rest.type === 'Polygon' ? [rest.coordinates] : rest.coordinates
  return pieces
    .map((piece) => piece.map((ring) => ring.flat().map((value) => value / DEGREES_OF_METRE)))
    .filter(([outer]) => outer !== undefined && Math.abs(flatRingArea(outer)) >= LEAST_PIECE_SQUARE_METRES)
}

function toDegrees(ring: FlatRing): number[][] {
  return Array.from({ length: ring.length / 2 }, (_, point) => pointAt(ring, point).map((metres) => metres * DEGREES_OF_METRE))
}
