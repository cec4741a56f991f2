import type { ImportBudget } from '../budget.ts'
import { readGeoJsonCrs, type DeclaredCrs } from '../crs/declared-crs.ts'
import type { FeatureCollector } from '../collect-features.ts'
import { createTextReader, normaliseEncoding, type TextReader } from './decode-text.ts'
import { ImportFailure, quoteFound, WHOLE_FILE, type IssueLog } from '../issue-log.ts'
import type { ImportLimits } from '../limits.ts'
import { skipSpace, skipText, skipValue, type JsonFault } from './scan-json.ts'

/** Features are parsed this many bytes at a time: few enough to be gone soon, many enough for one call to pay. */
const BATCH_BYTES = 400_000
const [COMMA, COLON, QUOTE, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x2c, 0x3a, 0x22, 0x5b, 0x5d, 0x7b, 0x7d]

/** Of an object with its list of values, and of a value in it, in the engines of today. */
const [BYTES_PER_OBJECT, BYTES_PER_VALUE] = [40, 8]

const GEOMETRY_TYPES = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection']

export interface ReadContext {
  readonly log: IssueLog
  readonly limits: ImportLimits
  readonly budget: ImportBudget
  /** Share of the file that is done, 0-1. */
  readonly onProgress: (share: number) => void
}

/**
 * Reads GeoJSON (RFC 7946, and the `crs` member of 2008) into a collector: a batch of features at a time,
 * so that a file of 100 MB never stands in memory as objects. A broken feature is left out, and where the
 * file breaks off, what came before is kept.
 *
 * @throws ImportFailure where there is nothing to show
 */
export function readGeoJson(fileBytes: Uint8Array, collector: FeatureCollector, context: ReadContext): DeclaredCrs {
  const bytes = normaliseEncoding(fileBytes, context.log)
  const text = createTextReader(bytes, context.log)
  const start = skipSpace(bytes, 0)
  if (bytes[start] !== OPEN_OBJECT) {
    throw new ImportFailure(
      'imports.issue.jsonStart',
      { kind: 'byte', number: start },
      { open: '{', found: quoteFound(text.decode(start, start + 20)) },
    )
  }
  const members = new Map<string, readonly [from: number, to: number]>()
  let hasFeatures = false
  let at = skipSpace(bytes, start + 1)
  while (bytes[at] !== CLOSE_OBJECT) {
    if (bytes[at] !== QUOTE) throw failAt(bytes, text, at, 'imports.issue.jsonName')
    const nameEnd = expectEnd(skipText(bytes, at), context.limits)
    const name = text.decode(at + 1, nameEnd - 1)
    at = skipSpace(bytes, nameEnd)
    if (bytes[at] !== COLON) throw failAt(bytes, text, at, 'imports.issue.jsonColon')
    at = skipSpace(bytes, at + 1)
    if (name === 'features' && bytes[at] === OPEN_LIST) {
      hasFeatures = true
      const end = readFeatures(bytes, text, at, collector, context)
      if (end === null) return readMembers(members, text)
      at = end
    } else {
      const end = expectEnd(skipValue(bytes, at, context.limits.depth), context.limits)
      // All others could be as many as the file has bytes.
      if (name === 'type' || name === 'crs') members.set(name, [at, end])
      at = end
    }
    at = skipSpace(bytes, at)
    if (bytes[at] === COMMA) at = skipSpace(bytes, at + 1)
    else if (bytes[at] !== CLOSE_OBJECT) {
      // After all features, a missing bracket costs nothing.
      if (hasFeatures && at >= bytes.length) return reportCutOff(bytes, context, members, text)
      throw failAt(bytes, text, at, 'imports.issue.jsonComma')
    }
  }
  const type = members.has('type') ? parseMember(members, 'type', text) : undefined
  if (hasFeatures) {
    if (type !== 'FeatureCollection')
      context.log.add('note', 'imports.issue.collectionType', WHOLE_FILE, { found: quoteFound(type ?? null) })
  } else readSingle(bytes, type, [start, at + 1], text, collector, context)
  return readMembers(members, text)
}

/** A file that is one feature, or one geometry. */
function readSingle(
  bytes: Uint8Array,
  type: unknown,
  [from, to]: readonly [number, number],
  text: TextReader,
  collector: FeatureCollector,
  context: ReadContext,
): void {
  const isGeometry = GEOMETRY_TYPES.includes(type as string)
  if (type !== 'Feature' && !isGeometry) {
    const messageKey =
      type === 'FeatureCollection' ? 'imports.issue.noFeatures' : type === 'Topology' ? 'imports.issue.topojson' : 'imports.issue.topType'
    throw new ImportFailure(messageKey, WHOLE_FILE, { found: quoteFound(type ?? null) })
  }
  context.budget.spend(to - from)
  context.budget.claim(estimateParsedBytes(bytes, from, to))
  try {
    const value: unknown = JSON.parse(text.decode(from, to))
    if (isGeometry) collector.addGeometry(value, null, 1)
    else collector.addFeature(value, 1)
  } catch (error) {
    throw new ImportFailure('imports.issue.json', { kind: 'byte', number: from + (positionOf(error, '') ?? 0) }, {})
  }
  context.onProgress(1)
}

/** Memory of what JSON becomes, by its brackets and commas: a list of nothing takes three bytes as text, and ten times that as an object. */
function estimateParsedBytes(bytes: Uint8Array, from: number, to: number): number {
  let [opened, values] = [0, 0]
  for (let at = from; at < to; at++) {
    const byte = bytes[at]
    if (byte === OPEN_LIST || byte === OPEN_OBJECT) opened++
    else if (byte === COMMA) values++
  }
  return (to - from) * 2 + opened * BYTES_PER_OBJECT + values * BYTES_PER_VALUE
}

/** @returns the byte after the list, or null where the file breaks off within it */
function readFeatures(bytes: Uint8Array, text: TextReader, open: number, collector: FeatureCollector, context: ReadContext): number | null {
  let number = 0
  let at = skipSpace(bytes, open + 1)
  let batch: number[] = []
  const flush = (): void => {
    if (batch.length > 0) parseBatch(bytes, batch, number - batch.length / 2, text, collector, context)
    batch = []
    context.onProgress(at / bytes.length)
  }
  while (bytes[at] !== CLOSE_LIST) {
    const end = skipValue(bytes, at, context.limits.depth)
    if (typeof end !== 'number') {
      flush()
      if (number === 0 || end.fault !== 'truncated') expectEnd(end, context.limits)
      context.log.add('left-out', 'imports.issue.truncatedFeature', { kind: 'feature', number: number + 1 }, { byte: bytes.length })
      collector.countLeftOut()
      return null
    }
    number++
    batch.push(at, end)
    if (end - (batch[0] as number) >= BATCH_BYTES) flush()
    at = skipSpace(bytes, end)
    if (bytes[at] === COMMA) at = skipSpace(bytes, at + 1)
    else if (bytes[at] !== CLOSE_LIST) {
      flush()
      if (at < bytes.length) throw failAt(bytes, text, at, 'imports.issue.jsonComma')
      context.log.add('note', 'imports.issue.truncatedEnd', { kind: 'byte', number: at })
      return null
    }
  }
  flush()
  return at + 1
}

/** Parses features together; where that fails, one by one, to find which is broken. */
function parseBatch(
  bytes: Uint8Array,
  spans: readonly number[],
  before: number,
  text: TextReader,
  collector: FeatureCollector,
  { log, budget }: ReadContext,
): void {
  const [from, to] = [spans[0] as number, spans.at(-1) as number]
  budget.spend(to - from)
  budget.claim(estimateParsedBytes(bytes, from, to))
  try {
    const features = JSON.parse(`[${text.decode(from, to)}]`) as unknown[]
    for (const [index, feature] of features.entries()) collector.addFeature(feature, before + index + 1)
    return
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  for (let index = 0; index < spans.length; index += 2) {
    const number = before + index / 2 + 1
    const source = text.decode(spans[index] as number, spans[index + 1] as number)
    let feature: unknown
    try {
      feature = JSON.parse(source)
    } catch (error) {
      const near = positionOf(error, source) ?? 0
      log.add(
        'left-out',
        'imports.issue.jsonFeature',
        { kind: 'feature', number },
        {
          byte: (spans[index] as number) + new TextEncoder().encode(source.slice(0, near)).length,
          found: quoteFound(source.slice(Math.max(0, near - 2), near + 12)),
        },
      )
      collector.countLeftOut()
      continue
    }
    collector.addFeature(feature, number)
  }
}

function reportCutOff(bytes: Uint8Array, { log }: ReadContext, members: Members, text: TextReader): DeclaredCrs {
  log.add('note', 'imports.issue.truncatedEnd', { kind: 'byte', number: bytes.length })
  return readMembers(members, text)
}

type Members = ReadonlyMap<string, readonly [from: number, to: number]>

function readMembers(members: Members, text: TextReader): DeclaredCrs {
  return readGeoJsonCrs(members.has('crs') ? parseMember(members, 'crs', text) : undefined)
}

function parseMember(members: Members, name: string, text: TextReader): unknown {
  const [from, to] = members.get(name) as readonly [number, number]
  try {
    return JSON.parse(text.decode(from, to))
  } catch {
    throw new ImportFailure('imports.issue.json', { kind: 'byte', number: from })
  }
}

function expectEnd(end: number | JsonFault, { depth }: ImportLimits): number {
  if (typeof end === 'number') return end
  const messageKey =
    end.fault === 'truncated' ? 'imports.issue.truncated' : end.fault === 'deep' ? 'imports.issue.deep' : 'imports.issue.json'
  throw new ImportFailure(messageKey, { kind: 'byte', number: end.at }, end.fault === 'deep' ? { most: depth } : {})
}

function failAt(bytes: Uint8Array, text: TextReader, at: number, messageKey: string): ImportFailure {
  if (at >= bytes.length) return new ImportFailure('imports.issue.truncated', { kind: 'byte', number: bytes.length })
  return new ImportFailure(messageKey, { kind: 'byte', number: at }, { found: quoteFound(text.decode(at, at + 12)) })
}

/** Where `JSON.parse` stumbled, in characters, as far as the engine says: by number, or by ten letters around. */
function positionOf(error: unknown, source: string): number | null {
  const message = error instanceof Error ? error.message : ''
  const match = /at position (\d+)|column (\d+)/.exec(message)
  if (match !== null) return Number(match[1] ?? match[2])
  const around = /, (\.\.\.)?"(.+?)"(?:\.\.\. | )is not valid JSON$/s.exec(message)
  const at = around === null ? -1 : source.indexOf(around[2] as string)
  return at < 0 ? null : at + (around?.[1] === undefined ? 0 : 10)
}
