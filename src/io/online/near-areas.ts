import type { Area } from './service-types.ts'

/** A box that only just misses a city still belongs to it, degrees. */
const MARGIN_DEGREES = 0.05

/** The areas that a box (west, south, east, north in degrees) touches. */
export function areasTouching(box: readonly [number, number, number, number], areas: readonly Area[]): readonly Area[] {
  const [west, south, east, north] = box
  return areas.filter(
    ({ extentDegrees: [w, s, e, n] }) =>
      west <= e + MARGIN_DEGREES && east >= w - MARGIN_DEGREES && south <= n + MARGIN_DEGREES && north >= s - MARGIN_DEGREES,
  )
}
