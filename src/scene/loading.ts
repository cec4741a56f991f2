import type { Cesium3DTileset, Scene } from '@cesium/engine'
import type { BaseMap } from './ground/base-map.ts'
import type { ProgressMeter } from './progress.ts'

/** What comes last does not wait longer for the rest: some of that may never come. */
const LONGEST_WAIT_MILLISECONDS = 15_000
/** Counted for a tileset that has not come yet. */
const PENDING_WITHOUT_TILESET = 3

/** What is still missing in one city's view. */
export interface Loading {
  readonly setTileset: (tileset: Cesium3DTileset | null) => void
  /** Counts again, for what finishes without telling. */
  readonly measure: () => void
  readonly isComplete: () => boolean
  /** Calls back once, when everything has come for the first time, or has kept one waiting for long. */
  readonly onceComplete: (run: () => void) => void
  readonly dispose: () => void
}

/** Counts what is missing of ground, base map and buildings, and sets the meter; `onWaiting` is called while anything is. */
export function createLoading(
  scene: Scene,
  baseMap: Pick<BaseMap, 'pendingTiles'>,
  meter: ProgressMeter,
  onWaiting: (pending: number) => void,
): Loading {
  let tileset: Cesium3DTileset | null = null
  let groundTiles = 1
  let isDisposed = false
  let wait: { readonly run: () => void; readonly timer: ReturnType<typeof setTimeout> } | null = null
  const endWait = (): void => {
    if (wait === null) return
    const { run, timer } = wait
    wait = null
    clearTimeout(timer)
    if (!isDisposed) run()
  }
  const isComplete = (): boolean =>
    tileset !== null && !isDisposed && tileset.tilesLoaded && scene.globe.tilesLoaded && baseMap.pendingTiles() === 0
  const measure = (): void => {
    if (isDisposed) return
    const waiting = groundTiles + baseMap.pendingTiles() + (tileset === null ? PENDING_WITHOUT_TILESET : pendingTilesOf(tileset))
    meter.setPending(waiting, waiting === 0 && isComplete())
    if (waiting > 0) onWaiting(waiting)
    else if (isComplete()) endWait()
  }
  const end = scene.globe.tileLoadProgressEvent.addEventListener((pending: number) => {
    groundTiles = pending
    measure()
  })
  return {
    setTileset: (next) => {
      tileset = next
      measure()
      next?.loadProgress.addEventListener(measure)
      next?.allTilesLoaded.addEventListener(measure)
    },
    measure,
    isComplete,
    onceComplete: (run) => {
      wait = { run, timer: setTimeout(endWait, LONGEST_WAIT_MILLISECONDS) }
    },
    dispose: () => {
      isDisposed = true
      endWait()
      end()
    },
  }
}

function pendingTilesOf(tileset: Cesium3DTileset): number {
  const { statistics } = tileset as unknown as { statistics: { numberOfPendingRequests: number; numberOfTilesProcessing: number } }
  return statistics.numberOfPendingRequests + statistics.numberOfTilesProcessing
}
