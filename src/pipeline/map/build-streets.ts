import type { StreetClass } from '../../schema/datasets.ts'
import type { Feature, Issue, Position } from '../dataset.ts'
import { createIssue } from '../issues.ts'
import { createLineCover } from '../geometry/covered-lines.ts'
import { mergeLines } from '../geometry/merge-lines.ts'
import { lineLength, simplifyLine } from '../geometry/simplify.ts'
import { withSpatialIds } from '../geometry/spatial-id.ts'

/** One street segment of a source. */
export interface StreetWay {
  /** Feature in its file, for issue lines. */
  readonly label: string
  readonly file: string
  readonly line: readonly Position[]
  readonly class: StreetClass
  readonly name: string | null
  readonly nameSwedish: string | null
  readonly tunnel: boolean
  readonly bridge: boolean
  /** Traffic runs in the line's direction only, where the source says so. */
  readonly isOneWay?: boolean
}

export const STREET_RULES = {
  /** Points nearer to the line that remains go. */
  simplifyMetres: 0.3,
  /** Paths without a name that are shorter, after joining, are crossings and stubs: left out. */
  shortestPathMetres: 10,
  /** A segment of a later source is the same street where it runs this near in parallel. */
  sameStreetMetres: 8,
  /** Share of a later segment's length that must be covered for it to be left out. */
  sameStreetShare: 0.6,
} as const

/** Segments of `later` that do not repeat `taken` or each other (a road drawn once a direction). */
export function dropRepeatedStreets(
  taken: readonly StreetWay[],
  later: readonly StreetWay[],
): { readonly ways: StreetWay[]; readonly issues: Issue[] } {
  const cover = createLineCover(STREET_RULES.sameStreetMetres)
  // A footpath beside a road must not hide the road of another source.
  for (const way of taken) if (way.class !== 'path') cover.add(way.line)
  const ways: StreetWay[] = []
  const issues: Issue[] = []
  for (const way of later) {
    if (cover.coveredShare(way.line) >= STREET_RULES.sameStreetShare) {
      issues.push(createIssue('dropped', way.file, way.label, 'already-in-a-better-source'))
      continue
    }
    cover.add(way.line)
    ways.push(way)
  }
  return { ways, issues }
}

/** Street segments joined by name and class, simplified, with ids: rows of the `streets` data set. */
export function buildStreets(ways: readonly StreetWay[]): { readonly features: Feature[]; readonly issues: Issue[] } {
  const issues: Issue[] = []
  const merged = mergeLines(
    ways.map((way) => ({ line: way.line, value: way })),
    (way) => [way.class, way.name, way.nameSwedish, way.tunnel, way.bridge].join('|'),
  )
  const features: Feature[] = []
  for (const { line, value: way } of merged) {
    if (way.class === 'path' && way.name === null && lineLength(line) < STREET_RULES.shortestPathMetres) {
      issues.push(createIssue('dropped', way.file, way.label, 'short-unnamed-path'))
      continue
    }
    features.push({
      geometry: { type: 'LineString', coordinates: simplifyLine(line, STREET_RULES.simplifyMetres) },
      properties: { class: way.class, name: way.name, name_sv: way.nameSwedish, tunnel: way.tunnel, bridge: way.bridge },
    })
  }
  return { features: withSpatialIds('street', features), issues }
}

/** The rules in plain words, for the manifest. */
export const STREET_DERIVED: Readonly<Record<string, string>> = {
  geometry: `Segments of the same name and class that meet end to end are one row; simplified within ${STREET_RULES.simplifyMetres} m; unnamed paths shorter than ${STREET_RULES.shortestPathMetres} m are left out.`,
  class:
    'From OpenStreetMap highway classes: motorway; main = trunk, primary; secondary = secondary, tertiary; minor = residential, unclassified, living and pedestrian streets; service = service, track; path = foot and cycle ways, steps.',
}
