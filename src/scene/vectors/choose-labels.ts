import type { Box } from '../../geo/boxes.ts'
import type { LabelClass, Labels } from '../../layers/types.ts'

/** Where a label would stand in a view, in CSS pixels; null outside of it. */
export interface ScreenPoint {
  readonly x: number
  readonly y: number
  /** Metres from the camera. */
  readonly distanceMetres: number
}

/** Fewer than the eye can take in at once; two views stand side by side. */
export const MOST_LABELS = 24

interface ClassRule {
  /** Shown between these distances from the camera, in metres. */
  readonly from: number
  readonly to: number
  /** Goes before classes with a smaller rank. */
  readonly rank: number
  readonly sizePixels: number
  readonly weight: number
}

export const LABEL_RULES: Readonly<Record<LabelClass, ClassRule>> = {
  'district-coarse': { from: 6_000, to: 60_000, rank: 5, sizePixels: 16, weight: 700 },
  'water': { from: 1_500, to: 50_000, rank: 2, sizePixels: 14, weight: 500 },
  'landmark': { from: 0, to: 4_200, rank: 4, sizePixels: 13, weight: 600 },
  'district-fine': { from: 1_200, to: 9_000, rank: 3, sizePixels: 14, weight: 600 },
  // The base map paints the names of streets along them: here they would be said twice.
  'street': { from: 0, to: 0, rank: 1, sizePixels: 12, weight: 500 },
}

/** Left, top, right, bottom in CSS pixels. */
export type LabelBox = Box

/** Clear space around a label. */
const MARGIN_PIXELS = 14
const TALLER_THAN_TYPE = 1.3

/**
 * The labels to show: the most important first, none over another or cut by the edge of the view, at
 * most `MOST_LABELS`.
 *
 * @param viewWidth in CSS pixels.
 * @param project gives the place of label `index` in the view, or null.
 * @param taken what other labels cover; those that are chosen are added.
 * @returns indices into `labels`, most important first.
 */
export function chooseLabels(
  labels: Labels,
  viewWidth: number,
  project: (index: number) => ScreenPoint | null,
  measureWidth: (index: number) => number,
  taken: LabelBox[] = [],
): number[] {
  const candidates: { index: number; point: ScreenPoint; rank: number; priority: number }[] = []
  for (let index = 0; index < labels.texts.length; index++) {
    const rule = LABEL_RULES[labels.classes[index] as LabelClass]
    const point = project(index)
    if (point === null || point.distanceMetres < rule.from || point.distanceMetres > rule.to) continue
    candidates.push({ index, point, rank: rule.rank, priority: labels.priority[index] ?? 0 })
  }
  candidates.sort((a, b) => b.rank - a.rank || b.priority - a.priority || a.index - b.index)

  const texts = new Set<string>()
  const chosen: number[] = []
  for (const { index, point } of candidates) {
    if (chosen.length >= MOST_LABELS) break
    const text = labels.texts[index] as string
    // A street in many parts has one name.
    if (texts.has(text)) continue
    const halfWidth = measureWidth(index) / 2 + MARGIN_PIXELS
    const halfHeight = (LABEL_RULES[labels.classes[index] as LabelClass].sizePixels * TALLER_THAN_TYPE) / 2 + MARGIN_PIXELS
    const box: LabelBox = [point.x - halfWidth, point.y - halfHeight, point.x + halfWidth, point.y + halfHeight]
    const overlaps = taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])
    if (overlaps || box[0] < 0 || box[2] > viewWidth) continue
    taken.push(box)
    texts.add(text)
    chosen.push(index)
  }
  return chosen
}
