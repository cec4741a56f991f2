import type { FeatureCollector } from '../collect-features.ts'
import { readCrsName, type DeclaredCrs } from '../crs/declared-crs.ts'
import { ImportFailure, WHOLE_FILE } from '../issue-log.ts'
import { openFlatMessage } from './flatbuffer.ts'
import { readFlatGeobufFeature } from './flatgeobuf-feature.ts'
import { readFlatGeobufFrame, type FlatGeobufFrame } from './flatgeobuf-frame.ts'
import type { ReadContext } from './read-geojson.ts'

/** So many features that cannot be read, and the file is not worth going on with. */
const MOST_BROKEN = 200

/**
 * Reads FlatGeobuf (version 3) into a collector, feature by feature. By hand, since readers of the format trust
 * every count that a file announces, and a count that lies keeps them busy for good.
 *
 * @throws ImportFailure where there is nothing to show
 */
export function readFlatGeobuf(bytes: Uint8Array, collector: FeatureCollector, { log, budget, onProgress }: ReadContext): DeclaredCrs {
  const frame = readFlatGeobufFrame(bytes, budget.spend)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let [number, broken] = [0, 0]
  let at = frame.featuresStart
  while (at < bytes.length) {
    const length = at + 4 <= bytes.length ? view.getUint32(at, true) : 0
    if (length < 4 || at + 4 + length > bytes.length) {
      if (number === 0) throw new ImportFailure('imports.issue.fgbTruncated', { kind: 'byte', number: at })
      log.add('left-out', 'imports.issue.fgbCutOff', { kind: 'feature', number: number + 1 }, { byte: at })
      collector.countLeftOut()
      break
    }
    number++
    budget.spend(1)
    const feature = tryFeature(new DataView(bytes.buffer, bytes.byteOffset + at + 4, length), frame, budget.spend)
    if (feature !== null) collector.addFeature(feature, number)
    else {
      if (++broken > MOST_BROKEN) throw new ImportFailure('imports.issue.fgbManyBroken', { kind: 'feature', number }, { most: MOST_BROKEN })
      log.add('left-out', 'imports.issue.fgbFeature', { kind: 'feature', number }, { byte: at })
      collector.countLeftOut()
    }
    at += 4 + length
    onProgress(at / bytes.length)
  }
  if (number === 0) throw new ImportFailure('imports.issue.noFeatures', WHOLE_FILE)
  return declaredOf(frame)
}

function tryFeature(view: DataView, frame: FlatGeobufFrame, spend: (steps: number) => void): unknown {
  try {
    return readFlatGeobufFeature(openFlatMessage(view, spend), frame)
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) return null
    throw error
  }
}

function declaredOf({ crs }: FlatGeobufFrame): DeclaredCrs {
  if (crs === null || (crs.code === 0 && crs.name === '')) return { kind: 'none' }
  return crs.code === 0
    ? { kind: 'unknown', text: crs.name }
    : readCrsName(`${crs.organisation === '' ? 'EPSG' : crs.organisation}:${crs.code}`)
}
