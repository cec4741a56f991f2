import { cityById, type CityId } from '../../../cities/index.ts'
import { shownCityIds } from '../../../state/shown-cities.ts'
import type { AppStore } from '../../../state/store.ts'
import { setShadows, setTime } from '../../../state/transitions.ts'
import type { TakeCityPicture } from '../../common/city-pictures-context.ts'
import type { Theme } from '../../theme.ts'
import { composeFrame, type FrameLayout } from './compose-frame.ts'
import type { FrameSink } from './frame-sink.ts'

export interface DayRecording {
  readonly minutes: readonly number[]
  readonly layout: FrameLayout
  readonly theme: Theme
  readonly stampOf: (cityId: CityId, minutes: number) => string
  readonly openSink: (size: { readonly width: number; readonly height: number }) => Promise<FrameSink>
  readonly onProgress: (done: number) => void
  readonly signal: AbortSignal
}

/**
 * Sets the time to each step and takes the pictures of all shown cities once they have settled: as many frames as steps. The time and
 * the shadows are as before in the end, whatever happens.
 *
 * @returns null where it was cancelled
 */
export async function recordDay(
  store: AppStore,
  takePicture: TakeCityPicture,
  { minutes, layout, theme, stampOf, openSink, onProgress, signal }: DayRecording,
): Promise<{ readonly content: Blob; readonly extension: string } | null> {
  const { update } = store.getState()
  const { date, minutes: before, shadows } = store.getState().app
  const canvas = document.createElement('canvas')
  let sink: FrameSink | null = null
  try {
    for (const [index, minute] of minutes.entries()) {
      update((app) => setShadows(setTime(app, date, minute), true))
      const { app } = store.getState()
      const cityIds = shownCityIds(app.layout, app.swapped)
      const pictures = await Promise.all(cityIds.map((cityId) => takePicture(cityId)))
      if (signal.aborted) break
      composeFrame(
        canvas,
        pictures.map((picture, place) => {
          const cityId = cityIds[place] as CityId
          return { picture, stamp: stampOf(cityId, minute), accent: cityById(cityId).accent[theme] }
        }),
        layout,
      )
      sink ??= await openSink({ width: canvas.width, height: canvas.height })
      await sink.add(canvas, `${date}-${String(Math.floor(minute / 60)).padStart(2, '0')}${String(minute % 60).padStart(2, '0')}`)
      onProgress(index + 1)
    }
    if (signal.aborted || sink === null) {
      await sink?.cancel()
      return null
    }
    return await sink.finish()
  } catch (error) {
    await sink?.cancel().catch(() => undefined)
    throw error
  } finally {
    update((app) => setShadows(setTime(app, date, before), shadows))
  }
}
