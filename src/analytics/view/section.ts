import { forEachRing, forEachSegment } from '../../geo/rings.ts'
import type { Scene, SceneLayer } from '../solar/scene.ts'

/** A stretch of a line over which one solid stands, metres from the line's beginning. */
interface SectionSpan {
  readonly fromMetres: number
  readonly toMetres: number
  readonly topMetres: number
}

/** A step of the outline of all that stands along a line. */
type SkylineStep = SectionSpan

export interface Section {
  readonly lengthMetres: number
  /** Each solid that the line runs through, by where it begins; one with a yard may come several times. */
  readonly spans: readonly SectionSpan[]
  /** The highest of them at each place; nothing stands between the steps. */
  readonly skyline: readonly SkylineStep[]
  readonly builtShare: number
  /** Null where the line meets nothing. */
  readonly highestMetres: number | null
  /** Mean height over the whole line, the ground counted as 0. */
  readonly meanHeightMetres: number
}

/** Shorter stretches come of rounding. */
const LEAST_METRES = 1e-6

/**
 * Cuts the solids of a scene by the upright plane over a line: exact for upright solids with flat tops. A wall along the line
 * belongs to one side of it.
 *
 * @throws RangeError where the line has no length
 */
export function cutSection(scene: Scene, [x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): Section {
  const lengthMetres = Math.hypot(x2 - x1, y2 - y1)
  if (!(lengthMetres > 0 && Number.isFinite(lengthMetres))) throw new RangeError('Expected a line between two places')
  const direction = [(x2 - x1) / lengthMetres, (y2 - y1) / lengthMetres] as const
  const spans = scene.layers
    .flatMap((layer) => cutLayer(layer, [x1, y1], [x2, y2], direction, lengthMetres))
    .sort((a, b) => a.fromMetres - b.fromMetres || a.toMetres - b.toMetres)
  const skyline = outlineSpans(spans)
  const sum = (of: (step: SkylineStep) => number) => skyline.reduce((total, step) => total + of(step), 0)
  const widthOf = ({ fromMetres, toMetres }: SkylineStep) => toMetres - fromMetres
  return {
    lengthMetres,
    spans,
    skyline,
    builtShare: sum(widthOf) / lengthMetres,
    highestMetres: skyline.length === 0 ? null : Math.max(...skyline.map(({ topMetres }) => topMetres)),
    meanHeightMetres: sum((step) => widthOf(step) * step.topMetres) / lengthMetres,
  }
}

function cutLayer(
  { solids: { geometry, topsMetres }, boxes, removed }: SceneLayer,
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  [directionX, directionY]: readonly [number, number],
  lengthMetres: number,
): SectionSpan[] {
  if (boxes === null) return []
  const solids = boxes.search(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2), (solid) => removed?.[solid] !== 1)
  return solids.flatMap((solid) => {
    const topMetres = topsMetres[solid] as number
    if (!(topMetres > 0)) return []
    // Where the endless line goes in and out: always an even number of times, as each corner lies on one side of it.
    const crossings: number[] = []
    forEachRing(geometry, solid, (from, to) =>
      forEachSegment(
        geometry.positions,
        (ax, ay, bx, by) => {
          const sideA = directionX * (ay - y1) - directionY * (ax - x1)
          const sideB = directionX * (by - y1) - directionY * (bx - x1)
          if (sideA >= 0 === sideB >= 0) return
          const share = sideA / (sideA - sideB)
          crossings.push(directionX * (ax + share * (bx - ax) - x1) + directionY * (ay + share * (by - ay) - y1))
        },
        from,
        to,
      ),
    )
    crossings.sort((a, b) => a - b)
    return Array.from({ length: crossings.length / 2 }, (_, pair) => ({
      fromMetres: Math.max(0, crossings[pair * 2] as number),
      toMetres: Math.min(lengthMetres, crossings[pair * 2 + 1] as number),
      topMetres,
    })).filter(({ fromMetres, toMetres }) => toMetres - fromMetres > LEAST_METRES)
  })
}

function outlineSpans(spans: readonly SectionSpan[]): SkylineStep[] {
  const places = [...new Set(spans.flatMap(({ fromMetres, toMetres }) => [fromMetres, toMetres]))].sort((a, b) => a - b)
  const steps: { fromMetres: number; toMetres: number; topMetres: number }[] = []
  let next = 0
  let open: SectionSpan[] = []
  for (const [index, fromMetres] of places.entries()) {
    const toMetres = places[index + 1]
    if (toMetres === undefined) break
    open = open.filter((span) => span.toMetres > fromMetres)
    while (next < spans.length && (spans[next] as SectionSpan).fromMetres <= fromMetres) open.push(spans[next++] as SectionSpan)
    if (open.length === 0) continue
    const topMetres = Math.max(...open.map((span) => span.topMetres))
    const last = steps.at(-1)
    if (last?.toMetres === fromMetres && last.topMetres === topMetres) last.toMetres = toMetres
    else steps.push({ fromMetres, toMetres, topMetres })
  }
  return steps
}
