import { CITY_IDS, type CityId } from '../../../cities/index.ts'
import { setShowsBefore } from '../../../state/scenario-session.ts'
import type { AppStore } from '../../../state/store.ts'
import type { TakeCityPicture } from '../../common/city-pictures-context.ts'

/** Wide enough for half a page of paper at 300 dots an inch. */
const MOST_PIXELS_WIDE = 1100
const QUALITY = 0.88

export type CityPictureSet = Readonly<Record<CityId, { readonly before: string | null; readonly after: string | null }>>

/** Pictures of all cities before and after the open scenario; null for a city that does not show. */
export async function takeReportPictures(store: AppStore, take: TakeCityPicture): Promise<CityPictureSet> {
  const { updateSession } = store.getState()
  const wasBefore = store.getState().session.showsBefore
  const takeAll = async (showsBefore: boolean): Promise<readonly (string | null)[]> => {
    updateSession((session) => setShowsBefore(session, showsBefore))
    return await Promise.all(
      CITY_IDS.map((cityId) =>
        take(cityId).then(
          (canvas) => shrink(canvas).toDataURL('image/jpeg', QUALITY),
          () => null,
        ),
      ),
    )
  }
  try {
    const after = await takeAll(false)
    const before = await takeAll(true)
    return Object.fromEntries(
      CITY_IDS.map((cityId, index) => [cityId, { before: before[index] ?? null, after: after[index] ?? null }]),
    ) as CityPictureSet
  } finally {
    updateSession((session) => setShowsBefore(session, wasBefore))
  }
}

function shrink(canvas: HTMLCanvasElement): HTMLCanvasElement {
  if (canvas.width <= MOST_PIXELS_WIDE) return canvas
  const copy = document.createElement('canvas')
  copy.width = MOST_PIXELS_WIDE
  copy.height = Math.round((canvas.height * MOST_PIXELS_WIDE) / canvas.width)
  copy.getContext('2d')?.drawImage(canvas, 0, 0, copy.width, copy.height)
  return copy
}
