import type { SeenStretch, Viewshed } from './viewshed.ts'

/** What is seen, as rings for a map: each ring is a feature, east and north of the eye in metres, closed. */
export interface SeenShapes {
  readonly positions: Float64Array
  /** First point of each ring, one more entry for the end. */
  readonly ringStarts: Uint32Array
  readonly surfaces: readonly SeenStretch['surface'][]
}

/** Shapes narrower than this share of the radius would be a speck on the map. */
const LEAST_SHARE = 0.0005

/**
 * Joins stretches of neighbouring directions that overlap into strips, so that a map has few shapes to paint. For the eye
 * only: figures are sums over the stretches.
 */
export function outlineViewshed({ stretches, azimuthCount, radiusMetres }: Viewshed): SeenShapes {
  const strips: { last: SeenStretch; readonly parts: SeenStretch[] }[] = []
  let open: typeof strips = []
  let next = 0
  for (let azimuth = 0; azimuth < azimuthCount; azimuth++) {
    const going: typeof strips = []
    for (; stretches[next]?.azimuth === azimuth; next++) {
      const stretch = stretches[next] as SeenStretch
      const place = open.findIndex(({ last }) => isNext(last, stretch))
      const strip = open[place] ?? { last: stretch, parts: [] }
      if (place === -1) strips.push(strip)
      else open.splice(place, 1)
      strip.last = stretch
      strip.parts.push(stretch)
      going.push(strip)
    }
    open = going
  }
  const positions: number[] = []
  const ringStarts = [0]
  const surfaces: SeenStretch['surface'][] = []
  const put = (direction: number, metres: number): void => {
    const radians = (direction * 2 * Math.PI) / azimuthCount
    positions.push(Math.sin(radians) * metres, Math.cos(radians) * metres)
  }
  for (const { parts } of strips) {
    const first = parts[0] as SeenStretch
    const last = parts.at(-1) as SeenStretch
    if (Math.max(...parts.map(({ fromMetres, toMetres }) => toMetres - fromMetres)) < radiusMetres * LEAST_SHARE) continue
    put(first.azimuth - 0.5, first.toMetres)
    for (const { azimuth, toMetres } of parts) put(azimuth, toMetres)
    put(last.azimuth + 0.5, last.toMetres)
    put(last.azimuth + 0.5, last.fromMetres)
    for (const { azimuth, fromMetres } of parts.toReversed()) put(azimuth, fromMetres)
    put(first.azimuth - 0.5, first.fromMetres)
    put(first.azimuth - 0.5, first.toMetres)
    ringStarts.push(positions.length / 2)
    surfaces.push(first.surface)
  }
  return { positions: Float64Array.from(positions), ringStarts: Uint32Array.from(ringStarts), surfaces }
}

function isNext(before: SeenStretch, stretch: SeenStretch): boolean {
  return before.surface === stretch.surface && before.fromMetres < stretch.toMetres && stretch.fromMetres < before.toMetres
}
