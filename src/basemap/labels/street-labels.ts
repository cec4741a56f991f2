import Flatbush from 'flatbush'
import { LabelGrid, PADDING_PIXELS } from './label-grid.ts'
import type { NamedStreets } from './named-streets.ts'
import { worldPixels } from '../mercator.ts'
import { measurePath, pointAlong, type MeasuredPath } from './street-path.ts'
import { isMainStreet } from '../style.ts'
import type { UnitBox } from '../vector-set.ts'

/** Zoom from which streets carry their names. */
export const STREET_NAME_FROM_ZOOM = 16
/** Zoom from which minor streets do, too. */
const MINOR_NAME_FROM_ZOOM = 17
/** Between two settings of the same name along a street. */
const REPEAT_PIXELS = 640
/** Within which a name stands once, also where it names both carriageways. */
const SAME_NAME_PIXELS = 300
/** Turns that a label may make: between two letters, and in all. */
const SHARPEST_TURN_RADIANS = 0.35
const GREATEST_TURN_RADIANS = 0.9

/** Width of the text's first `count` letters at the size of street names, in pixels. */
export type MeasureText = (text: string, isMain: boolean) => number

interface Glyph {
  readonly letter: string
  /** Middle of the letter on the street's axis, unit square. */
  readonly x: number
  readonly y: number
  /** Clockwise from east, since y runs south. */
  readonly angleRadians: number
}

export interface StreetLabel {
  readonly text: string
  readonly isMain: boolean
  readonly glyphs: readonly Glyph[]
}

export interface StreetLabels {
  readonly labels: readonly StreetLabel[]
  readonly index: Flatbush | null
}

/**
 * Sets the names of a city's streets for one zoom: once for the whole city, not a tile at a time,
 * so that a name across the edge of two tiles is the same in both.
 */
export function placeStreetLabels(streets: NamedStreets, zoom: number, measure: MeasureText): StreetLabels {
  const scale = worldPixels(zoom)
  const labels: StreetLabel[] = []
  const taken = new LabelGrid(64)
  const middles = new Map<string, Glyph[]>()
  const measured = new Map<string, MeasuredText>()
  streets.lines.forEach((line, street) => {
    const streetClass = streets.classes[street]
    if (streetClass === undefined || streetClass === 'service') return
    if (streetClass === 'minor' && zoom < MINOR_NAME_FROM_ZOOM) return
    const text = streets.names[street] as string
    const isMain = isMainStreet(streetClass)
    const key = `${isMain} ${text}`
    const set = measured.get(key) ?? measureLetters(text, (part) => measure(part, isMain))
    measured.set(key, set)
    const path = measurePath(line, scale)
    if (path.length < set.width + 2 * PADDING_PIXELS) return
    const repeats = Math.max(1, Math.round(path.length / REPEAT_PIXELS))
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const middle = (path.length * (repeat + 0.5)) / repeats
      const glyphs = layGlyphs(set, middle, path)
      if (glyphs === null) continue
      const centre = glyphs[glyphs.length >> 1] as Glyph
      const others = middles.get(text) ?? []
      if (others.some(({ x, y }) => Math.hypot(x - centre.x, y - centre.y) * scale < SAME_NAME_PIXELS)) continue
      if (!taken.claim(glyphs, scale)) continue
      middles.set(text, [...others, centre])
      labels.push({ text, isMain, glyphs })
    }
  })
  return { labels, index: indexLabels(labels, scale) }
}

/** Labels that reach into a box, in placing order. */
export function searchLabels({ labels, index }: StreetLabels, [west, north, east, south]: UnitBox): StreetLabel[] {
  if (index === null) return []
  return index
    .search(west, north, east, south)
    .sort((a, b) => a - b)
    .map((label) => labels[label] as StreetLabel)
}

interface MeasuredText {
  readonly letters: readonly string[]
  /** Middle of each letter from the text's start, kerning included, pixels. */
  readonly centres: readonly number[]
  readonly width: number
}

function measureLetters(text: string, measure: (text: string) => number): MeasuredText {
  const letters = Array.from(text)
  let width = 0
  let part = ''
  const centres = letters.map((letter) => {
    part += letter
    const before = width
    width = measure(part)
    return (before + width) / 2
  })
  return { letters, centres, width }
}

/** Letters along the path about `middle`, read left to right; null where the street turns too much. */
function layGlyphs({ letters, centres, width }: MeasuredText, middle: number, path: MeasuredPath): Glyph[] | null {
  const start = pointAlong(path, middle - width / 2)
  const end = pointAlong(path, middle + width / 2)
  const isBackward = end.x < start.x
  const glyphs: Glyph[] = []
  let turned = 0
  for (let index = 0; index < letters.length; index += 1) {
    const offset = (centres[index] as number) - width / 2
    const at = pointAlong(path, isBackward ? middle - offset : middle + offset)
    const angleRadians = isBackward ? normaliseAngle(at.angleRadians + Math.PI) : at.angleRadians
    const before = glyphs[index - 1]
    if (before !== undefined) {
      const turn = Math.abs(normaliseAngle(angleRadians - before.angleRadians))
      turned += turn
      if (turn > SHARPEST_TURN_RADIANS || turned > GREATEST_TURN_RADIANS) return null
    }
    glyphs.push({ letter: letters[index] as string, x: at.x, y: at.y, angleRadians })
  }
  return glyphs
}

function normaliseAngle(angle: number): number {
  return Math.atan2(Math.sin(angle), Math.cos(angle))
}

function indexLabels(labels: readonly StreetLabel[], scale: number): Flatbush | null {
  if (labels.length === 0) return null
  const index = new Flatbush(labels.length)
  const reach = 16 / scale
  for (const { glyphs } of labels) {
    const x = glyphs.map((glyph) => glyph.x)
    const y = glyphs.map((glyph) => glyph.y)
    index.add(Math.min(...x) - reach, Math.min(...y) - reach, Math.max(...x) + reach, Math.max(...y) + reach)
  }
  index.finish()
  return index
}
