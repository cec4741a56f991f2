import type { Feature, Issue, Position } from '../dataset.ts'
import { createIssue } from '../issues.ts'
import { createLineCover } from '../geometry/covered-lines.ts'
import { mergeLines } from '../geometry/merge-lines.ts'
import { simplifyLine } from '../geometry/simplify.ts'
import { withSpatialIds } from '../geometry/spatial-id.ts'

export interface RailWay {
  readonly label: string
  readonly file: string
  readonly line: readonly Position[]
  readonly class: 'rail' | 'tram' | 'metro'
  readonly tunnel: boolean
}

/** Parallel tracks lie 3 m apart or more, the same track in two extracts of one map within centimetres. */
const SAME_TRACK_METRES = 1.2
const SAME_TRACK_SHARE = 0.6
const SIMPLIFY_METRES = 0.4

/** OpenStreetMap's `railway` value to the project's classes; null for what carries no train today. */
export function classifyRail(railway: string): RailWay['class'] | null {
  if (railway === 'rail' || railway === 'tram') return railway
  return railway === 'subway' ? 'metro' : null
}

/** Rows of the `rail` data set: earlier sources win where two hold the same track. */
export function buildRail(bySource: readonly (readonly RailWay[])[]): { readonly features: Feature[]; readonly issues: Issue[] } {
  const issues: Issue[] = []
  const cover = createLineCover(SAME_TRACK_METRES)
  const taken: RailWay[] = []
  for (const ways of bySource) {
    const fresh = ways.filter((way) => {
      if (cover.coveredShare(way.line) < SAME_TRACK_SHARE) return true
      issues.push(createIssue('dropped', way.file, way.label, 'already-in-a-better-source'))
      return false
    })
    // Added after the whole source is through: tracks of one source cross and run close by right.
    for (const way of fresh) cover.add(way.line)
    taken.push(...fresh)
  }
  const merged = mergeLines(
    taken.map((way) => ({ line: way.line, value: way })),
    (way) => `${way.class}|${way.tunnel}`,
  )
  const features = merged.map(({ line, value }): Feature => ({
    geometry: { type: 'LineString', coordinates: simplifyLine(line, SIMPLIFY_METRES) },
    properties: { class: value.class, tunnel: value.tunnel },
  }))
  return { features: withSpatialIds('rail', features), issues }
}
