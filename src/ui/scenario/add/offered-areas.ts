import { CITY_IDS, type CityId } from '../../../cities/index.ts'
import type { LonLat, Ring } from '../../../scenario/types.ts'
import type { AppState } from '../../../state/app-state.ts'
import type { Session } from '../../../state/store.ts'

/** An area that an edit may be laid on. */
export interface OfferedArea {
  readonly key: string
  readonly cityId: CityId
  readonly ring: Ring
  /** Number among the drawn areas of its city, from 1; null for the selected district. */
  readonly drawn: number | null
}

/** The selected district, of which the largest part is taken, and all drawn areas. */
export function listOfferedAreas(app: AppState, session: Session): readonly OfferedArea[] {
  const { selection } = app
  const outline = selection?.kind === 'district' ? session.outline[selection.cityId] : null
  const ring = outline === null || outline === undefined ? [] : openRing(outline)
  return [
    ...(selection === null || ring.length < 3 ? [] : [{ key: `district ${selection.id}`, cityId: selection.cityId, ring, drawn: null }]),
    ...CITY_IDS.flatMap((cityId) =>
      (app.comparison.areas[cityId] ?? []).map((corners, index) => ({
        key: `drawn ${cityId} ${index}`,
        cityId,
        ring: corners,
        drawn: index + 1,
      })),
    ),
  ]
}

/** @param outline longitude and latitude interleaved, its last point its first again or not */
function openRing(outline: Float64Array): readonly LonLat[] {
  const points = Array.from({ length: outline.length / 2 }, (_, index) => [outline[2 * index] ?? 0, outline[2 * index + 1] ?? 0] as const)
  const [first] = points
  const last = points.at(-1)
  const isClosed = first !== undefined && last !== undefined && points.length > 1 && first[0] === last[0] && first[1] === last[1]
  return isClosed ? points.slice(0, -1) : points
}
