import { FlatGeobufLoader } from '@loaders.gl/flatgeobuf'
import type { FeatureCollector } from '../collect-features.ts'
import { readCrsName, type DeclaredCrs } from '../crs/declared-crs.ts'
import { readFlatGeobufFrame, type FlatGeobufFrame } from './flatgeobuf-frame.ts'
import { ImportFailure, WHOLE_FILE } from '../issue-log.ts'
import { join } from '../mend-shapes.ts'
import type { ReadContext } from './read-geojson.ts'

/** Features handed to the reader at a time. */
const BATCH_FEATURES = 20_000
/** So many features that cannot be read, and the file is not worth going on with. */
const MOST_BROKEN = 200

type Span = readonly [from: number, to: number]

/** Reads FlatGeobuf (version 3) into a collector. @throws ImportFailure where there is nothing to show */
export function readFlatGeobuf(bytes: Uint8Array, collector: FeatureCollector, { log, onProgress }: ReadContext): DeclaredCrs {
  const frame = readFlatGeobufFrame(bytes)
  const { spans, brokenAt } = listFeatures(bytes, frame.featuresStart)
  if (spans.length === 0) {
    throw brokenAt === null ? new ImportFailure('imports.issue.noFeatures', WHOLE_FILE)
      : new ImportFailure('imports.issue.fgbTruncated', { kind: 'byte', number: brokenAt })
  }
  const prefix = bytes.subarray(0, frame.featuresStart)
  let broken = 0
  const read = (from: number, to: number): void => {
    const features = parseFeatures(prefix, bytes, spans.slice(from, to))
    if (features !== null) {
      for (const [index, feature] of features.entries()) collector.addFeature(feature, from + index + 1)
    } else if (to - from > 1) {
      // One of them is broken: halves tell which.
      const middle = (from + to) >> 1
      read(from, middle)
      read(middle, to)
    } else {
      if (++broken > MOST_BROKEN) throw new ImportFailure('imports.issue.fgbManyBroken', { kind: 'feature', number: from + 1 }, { most: MOST_BROKEN })
      log.add('left-out', 'imports.issue.fgbFeature', { kind: 'feature', number: from + 1 }, { byte: (spans[from] as Span)[0] })
      collector.countLeftOut()
    }
  }
  for (let from = 0; from < spans.length; from += BATCH_FEATURES) {
    const to = Math.min(from + BATCH_FEATURES, spans.length)
    read(from, to)
    onProgress(to / spans.length)
  }
  if (brokenAt !== null) {
    log.add('left-out', 'imports.issue.fgbCutOff', { kind: 'feature', number: spans.length + 1 }, { byte: brokenAt })
    collector.countLeftOut()
  }
  return declaredOf(frame)
}

/** Spans of the features, each with its length before it; `brokenAt` where the last one is cut off. */
function listFeatures(bytes: Uint8Array, start: number): { readonly spans: readonly Span[]; readonly brokenAt: number | null } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const spans: Span[] = []
  let at = start
  while (at < bytes.length) {
    const length = at + 4 <= bytes.length ? view.getUint32(at, true) : 0
    if (length < 4 || at + 4 + length > bytes.length) return { spans, brokenAt: at }
    spans.push([at, at + 4 + length])
    at += 4 + length
  }
  return { spans, brokenAt: null }
}

function parseFeatures(prefix: Uint8Array, bytes: Uint8Array, spans: readonly Span[]): readonly unknown[] | null {
  const [from, to] = [spans[0]?.[0] ?? 0, spans.at(-1)?.[1] ?? 0]
  try {
    const { features } = FlatGeobufLoader.parseSync(join([prefix, bytes.subarray(from, to)]).buffer, {
      flatgeobuf: { shape: 'geojson-table' }, gis: { reproject: false },
    }) as unknown as { features: readonly unknown[] }
    return features.length === spans.length ? features : null
  } catch {
    return null
  }
}

function declaredOf({ crs }: FlatGeobufFrame): DeclaredCrs {
  if (crs === null || (crs.code === 0 && crs.name === '')) return { kind: 'none' }
  return crs.code === 0 ? { kind: 'unknown', text: crs.name } : readCrsName(`${crs.organisation === '' ? 'EPSG' : crs.organisation}:${crs.code}`)
}
