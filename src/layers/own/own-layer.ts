import type { CityId } from '../../cities/index.ts'
import type { Lines, Points, Polygons } from '../types.ts'

/** Where in a file a remark belongs. Lines and features count from 1, bytes from 0. */
export type IssuePlace =
  | { readonly kind: 'file' }
  | { readonly kind: 'line' | 'feature' | 'byte'; readonly number: number }
  /** A file within an archive, a column of a table, or a part of an answer. */
  | { readonly kind: 'part'; readonly name: string }

/** What was wrong with own data, as a message of the interface and what to fill into it. */
export interface OwnIssue {
  /** `error`: nothing could be shown; `left-out`: something is missing; `note`: shown, but worth knowing. */
  readonly severity: 'error' | 'left-out' | 'note'
  /** A message of the catalogues that says what was expected and what was found. */
  readonly messageKey: string
  readonly values: Readonly<Record<string, string | number>>
  /** Where it was met first. */
  readonly place: IssuePlace
  /** How often it was met. */
  readonly count: number
}

/** Own features in one city. */
export interface OwnCityPart {
  /** Drawables of one colour; `ids` are left empty, since `rows` says it in numbers. */
  readonly polygons: Polygons | null
  readonly lines: Lines | null
  readonly points: Points | null
  /** Row of `OwnLayer.attributes` of each feature of the drawables. */
  readonly rows: { readonly polygons: Uint32Array; readonly lines: Uint32Array; readonly points: Uint32Array }
  /** Features that show here; a feature that reaches several cities counts in each. */
  readonly featureCount: number
  /** West, south, east, north of what shows, in degrees; null where nothing does. */
  readonly boxDegrees: readonly [number, number, number, number] | null
}

/** Attributes as the file gave them: one JSON object a row, in UTF-8. Never to be trusted, only shown as text. */
export interface OwnAttributes {
  readonly bytes: Uint8Array
  /** First byte of each row, one more entry for the end. */
  readonly starts: Uint32Array
}

export interface OwnCounts {
  /** Features that the source holds, as far as it could be read. */
  readonly read: number
  /** Features that show in at least one city. */
  readonly shown: number
  /** Features that lie far from every city. */
  readonly far: number
  /** Features that could not be used. */
  readonly leftOut: number
  /** Features beyond the limits of what is drawn. */
  readonly beyondLimit: number
}

/** Data that the reader brought along, ready to be shown. Lives in the session only: no link can hold it. */
export interface OwnLayer {
  readonly id: string
  /** Name of the file or of the service's collection: hostile text, shown as text. */
  readonly name: string
  /** Who is to be named, as text; null for a file, which stays in this browser. */
  readonly credit: string | null
  /** CSS colour of everything in this layer. */
  readonly colour: string
  readonly cities: Readonly<Record<CityId, OwnCityPart>>
  readonly attributes: OwnAttributes
  readonly counts: OwnCounts
  readonly issues: readonly OwnIssue[]
  readonly isShown: boolean
}

/**
 * Colours of own layers, taken in turn: away from the cities' accents and from each other, and dark
 * enough for the light map yet light enough for the dark one.
 */
const OWN_COLOURS = ['#8e5bb5', '#1c8a80', '#c04a86', '#7f8420', '#5f6fc4', '#9a6a3c'] as const

/** The colour that is used least by the layers that are there. */
export function nextOwnColour(taken: readonly string[]): string {
  const uses = OWN_COLOURS.map((colour) => taken.filter((other) => other === colour).length)
  return OWN_COLOURS[uses.indexOf(Math.min(...uses))] as string
}

/** Attributes of a row as text by name, in the file's order; nothing where the row does not parse. */
export function readAttributes({ bytes, starts }: OwnAttributes, row: number): readonly (readonly [string, string])[] {
  const [from, to] = [starts[row], starts[row + 1]]
  if (from === undefined || to === undefined || to <= from) return []
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(bytes.subarray(from, to)))
  } catch {
    return []
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.entries(value).map(([name, each]) => [name, typeof each === 'string' ? each : (JSON.stringify(each) ?? '')] as const)
}
