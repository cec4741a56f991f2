/**
 * Series between geographic and conformal latitude, and of the transverse Mercator projection, in
 * the third flattening n to order 6: Krüger (1912) as extended by Engsager & Poder (2007) and
 * Karney (2011). The first term left out is below a nanometre, so nothing needs iteration.
 */

/** GRS80, on which the cities' CRS are defined. */
export const SEMI_MAJOR_METRES = 6378137
const FLATTENING = 1 / 298.257222101
export const THIRD_FLATTENING = FLATTENING / (2 - FLATTENING)
export const ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING))

const n = THIRD_FLATTENING

/** Coefficients of sin 2jφ in χ - φ. */
export const CONFORMAL_FROM_GEOGRAPHIC = Float64Array.of(
  n * (-2 + n * (2 / 3 + n * (4 / 3 + n * (-82 / 45 + n * (32 / 45 + n * (4642 / 4725)))))),
  n ** 2 * (5 / 3 + n * (-16 / 15 + n * (-13 / 9 + n * (904 / 315 + n * (-1522 / 945))))),
  n ** 3 * (-26 / 15 + n * (34 / 21 + n * (8 / 5 + n * (-12686 / 2835)))),
  n ** 4 * (1237 / 630 + n * (-12 / 5 + n * (-24832 / 14175))),
  n ** 5 * (-734 / 315 + n * (109598 / 31185)),
  n ** 6 * (444337 / 155925),
)

/** Coefficients of sin 2jχ in φ - χ. */
export const GEOGRAPHIC_FROM_CONFORMAL = Float64Array.of(
  n * (2 + n * (-2 / 3 + n * (-2 + n * (116 / 45 + n * (26 / 45 + n * (-2854 / 675)))))),
  n ** 2 * (7 / 3 + n * (-8 / 5 + n * (-227 / 45 + n * (2704 / 315 + n * (2323 / 945))))),
  n ** 3 * (56 / 15 + n * (-136 / 35 + n * (-1262 / 105 + n * (73814 / 2835)))),
  n ** 4 * (4279 / 630 + n * (-332 / 35 + n * (-399572 / 14175))),
  n ** 5 * (4174 / 315 + n * (-144838 / 6237)),
  n ** 6 * (601676 / 22275),
)

/** Krüger's α: transverse Mercator of the ellipsoid from that of the conformal sphere. */
export const ELLIPSOID_FROM_SPHERE = Float64Array.of(
  n * (1 / 2 + n * (-2 / 3 + n * (5 / 16 + n * (41 / 180 + n * (-127 / 288 + n * (7891 / 37800)))))),
  n ** 2 * (13 / 48 + n * (-3 / 5 + n * (557 / 1440 + n * (281 / 630 + n * (-1983433 / 1935360))))),
  n ** 3 * (61 / 240 + n * (-103 / 140 + n * (15061 / 26880 + n * (167603 / 181440)))),
  n ** 4 * (49561 / 161280 + n * (-179 / 168 + n * (6601661 / 7257600))),
  n ** 5 * (34729 / 80640 + n * (-3418889 / 1995840)),
  n ** 6 * (212378941 / 319334400),
)

/** Krüger's β with its sign: the way back. */
export const SPHERE_FROM_ELLIPSOID = Float64Array.of(
  n * (-1 / 2 + n * (2 / 3 + n * (-37 / 96 + n * (1 / 360 + n * (81 / 512 + n * (-96199 / 604800)))))),
  n ** 2 * (-1 / 48 + n * (-1 / 15 + n * (437 / 1440 + n * (-46 / 105 + n * (1118711 / 3870720))))),
  n ** 3 * (-17 / 480 + n * (37 / 840 + n * (209 / 4480 + n * (-5569 / 90720)))),
  n ** 4 * (-4397 / 161280 + n * (11 / 504 + n * (830251 / 7257600))),
  n ** 5 * (-4583 / 161280 + n * (108847 / 3991680)),
  n ** 6 * (-20648693 / 638668800),
)

/** Sum of c_j sin 2jθ by Clenshaw's recurrence, from sin θ and cos θ. */
export function sumSines(coefficients: Float64Array, sine: number, cosine: number): number {
  const sine2 = 2 * sine * cosine
  const factor = 2 * (cosine - sine) * (cosine + sine)
  let before = 0
  let current = 0
  for (let j = 5; j >= 0; j -= 1) {
    const next = factor * current - before + (coefficients[j] as number)
    before = current
    current = next
  }
  return current * sine2
}
