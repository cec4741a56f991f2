import { join } from 'node:path'
import type { Issue } from '../../dataset.ts'
import { SourceError } from '../../effects.ts'
import { createIssue } from '../../issues.ts'
import { placeStops, type PlacedStop } from '../../map/place-stops.ts'
import type { SourceFolder } from '../../formats/read-clean.ts'
import { PIKAS_UNITS_PER_DEGREE, readPikasRoutes, readPikasStops, type PikasFault, type PikasPattern } from '../../formats/read-pikas.ts'

export const STOPS = 'tallinn/transit-tlt-2023/stops.txt'
export const ROUTES = 'tallinn/transit-tlt-2023/routes.txt'

/** Stops by id, those of the county included. `listedIds` holds those without a usable place, too. */
export async function readStops({ effects, sources, city }: SourceFolder): Promise<{
  readonly stops: ReadonlyMap<string, PlacedStop>
  readonly listedIds: ReadonlySet<string>
  readonly issues: readonly Issue[]
}> {
  const faults: PikasFault[] = []
  const rows = readPikasStops(await effects.readText(join(sources, STOPS)), faults)
  const issues = faults.map(({ label, code }) => createIssue('dropped', STOPS, label, code))
  const placed = placeStops(rows, { file: STOPS, city, unitsPerDegree: PIKAS_UNITS_PER_DEGREE }, issues)
  return {
    stops: new Map(placed.map((stop) => [stop.id, stop])),
    listedIds: new Set([...rows.map(({ id }) => id), ...faults.map(({ label }) => label)]),
    issues,
  }
}

/** Patterns of all lines, each once. Throws a `SourceError` where the file ends within a timetable. */
export async function readPatterns({ effects, sources }: SourceFolder): Promise<{
  readonly patterns: readonly PikasPattern[]
  readonly issues: readonly Issue[]
}> {
  const all = readPikasRoutes(await effects.readText(join(sources, ROUTES)))
  if (all.at(-1)?.trips === null) throw new SourceError(ROUTES, `${ROUTES} is truncated: its last timetable does not decode.`)
  const issues: Issue[] = []
  const seen = new Set<string>()
  const patterns = all.filter((pattern) => {
    const label = labelPattern(pattern)
    if (pattern.line === '') {
      issues.push(createIssue('dropped', ROUTES, label, 'no-name'))
      return false
    }
    // One pattern may stand there twice with different timetables, for other months or days.
    const key = JSON.stringify(pattern)
    if (seen.has(key)) {
      issues.push(createIssue('dropped', ROUTES, label, 'duplicate-id', 'the same stops and timetable'))
      return false
    }
    seen.add(key)
    if (pattern.trips === null) issues.push(createIssue('dropped', ROUTES, label, 'unreadable-timetable', 'its departures are unknown'))
    return true
  })
  return { patterns, issues }
}

/** A pattern in issue lines, e.g. `bus 2 a-b`. */
export function labelPattern({ transport, line, direction }: PikasPattern): string {
  return [transport, line, direction].filter((part) => part !== '').join(' ')
}
