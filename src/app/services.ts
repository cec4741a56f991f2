import { proxy, transfer } from 'comlink'
import type { MapPainter } from '../basemap/types.ts'
import type { AnalysisService } from '../services/analysis/analysis-service.ts'
import type { DataService } from '../services/data-service.ts'
import { yieldToMessages } from '../io/yield-to-messages.ts'
import type { Polygons } from '../layers/types.ts'
import { linkWorker, type Promised, type WorkerError } from './link-worker.ts'

/** Called when a worker cannot be had or has ended; the next question to it starts another. */
type OnFailure = (error: WorkerError) => void

/** The worker that reads tables, computes layers and cards, and searches. */
export function startDataService(onFailure: OnFailure): DataService {
  return linkWorker<DataService>(
    'data',
    () => new Worker(new URL('../workers/data-worker.ts', import.meta.url), { type: 'module', name: 'data' }),
    { onFailure },
  ).service
}

/** The worker that measures and compares districts; it starts when first asked, for it reads much. */
export function startAnalysisService(onFailure: OnFailure): AnalysisService {
  const { service } = linkWorker<AnalysisService>(
    'analysis',
    () => new Worker(new URL('../workers/analysis-worker.ts', import.meta.url), { type: 'module', name: 'analysis' }),
    { onFailure },
  )
  return {
    measure: service.measure,
    evaluateScenario: service.evaluateScenario,
    explain: service.explain,
    match: service.match,
    autocorrelate: service.autocorrelate,
    layPlanRule: service.layPlanRule,
    cutSection: service.cutSection,
    measureViewshed: service.measureViewshed,
    measureSkyView: service.measureSkyView,
    // A function cannot be sent to a worker; a proxy calls back over the wire.
    explainDifference: (request, onProgress) => service.explainDifference(request, onProgress && proxy(onProgress)),
    testAssumptions: (request, onProgress) => service.testAssumptions(request, onProgress && proxy(onProgress)),
    sweepVariants: (request, onProgress) => service.sweepVariants(request, onProgress && proxy(onProgress)),
    testRanks: (request, onProgress) => service.testRanks(request, onProgress && proxy(onProgress)),
    rateSites: (request, onProgress) => service.rateSites(request, onProgress && proxy(onProgress)),
    measureSunHours: (request, onProgress) => service.measureSunHours(request, onProgress && proxy(onProgress)),
  }
}

/** The worker that paints the base map, so that no map tile is ever drawn on the main thread. */
export function startMapPainter(onFailure: OnFailure): MapPainter {
  /** What the painter was last given, by city: another worker that takes its place is given it again. */
  const given = new Map<string, (service: Promised<MapPainter>) => Promise<void>>()
  const { service, ask } = linkWorker<MapPainter>(
    'map',
    () => new Worker(new URL('../workers/map-worker.ts', import.meta.url), { type: 'module', name: 'map' }),
    {
      onFailure,
      onRestart: (again) => {
        for (const give of given.values()) give(again).catch(() => undefined)
      },
    },
  )
  const giveAndKeep = (name: string, give: (service: Promised<MapPainter>) => Promise<void>): Promise<void> => {
    given.set(name, give)
    return ask(give)
  }
  // One after the other: a small list copied at once must not overtake the large one that it replaces.
  let last: Promise<unknown> = Promise.resolve()
  const queued = <Value>(run: () => Promise<Value>): Promise<Value> => {
    const next = last.then(run, run)
    last = next
    return next
  }
  return {
    paintTile: service.paintTile,
    readMissingAgain: service.readMissingAgain,
    setAreas: (cityId, areas) =>
      giveAndKeep(`areas of ${cityId}`, (painter) => {
        // Copies, since the legend's owner keeps the originals; copies may then be moved, not cloned.
        const copies = areas.map(copyPolygons)
        return painter.setAreas(
          cityId,
          transfer(
            copies,
            copies.flatMap((area) => [
              area.positionsDegrees.buffer,
              area.ringStarts.buffer,
              area.featureStarts.buffer,
              area.fillRgba.buffer,
              area.noData.buffer,
            ]),
          ),
        )
      }),
    setOwn: (cityId, shapes) =>
      queued(() =>
        giveAndKeep(`own shapes of ${cityId}`, async (painter) => {
          const copies = []
          for (const shape of shapes) copies.push(await copyGently(shape))
          return painter.setOwn(
            cityId,
            transfer(
              copies,
              copies.flatMap((copy) =>
                Object.values(copy).flatMap((value) => (ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : [])),
              ),
            ),
          )
        }),
      ),
  }
}

/** So much is copied in a few milliseconds. */
const COPIED_ELEMENTS = 500_000

/** A drawable with arrays of its own, copied bit by bit: those of a large file hold tens of megabytes. */
async function copyGently<Shape extends object>(shape: Shape): Promise<Shape> {
  const copy = { ...shape } as unknown as Record<string, unknown>
  for (const [name, value] of Object.entries(shape)) {
    if (!ArrayBuffer.isView(value)) continue
    const source = value as Float64Array
    const target = new (source.constructor as Float64ArrayConstructor)(source.length)
    for (let from = 0; from < source.length; from += COPIED_ELEMENTS) {
      if (from > 0) await yieldToMessages()
      target.set(source.subarray(from, from + COPIED_ELEMENTS), from)
    }
    copy[name] = target
  }
  return copy as Shape
}

function copyPolygons(area: Polygons) {
  return {
    ...area,
    positionsDegrees: area.positionsDegrees.slice(),
    ringStarts: area.ringStarts.slice(),
    featureStarts: area.featureStarts.slice(),
    fillRgba: area.fillRgba.slice(),
    noData: area.noData.slice(),
  }
}
