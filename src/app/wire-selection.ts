import type { DataService } from '../services/data-service.ts'
import { findOwnFeature, type OwnHit } from '../layers/own/find-own-feature.ts'
import type { Pick } from '../scene/types.ts'
import type { Selection } from '../state/app-state.ts'
import { setMarked, setOwnPick, setUnknownPlace, type Marked } from '../state/session-transitions.ts'
import type { AppStore } from '../state/store.ts'
import { setSelection } from '../state/transitions.ts'

/** Camera height from which a click on open ground means the coarse district, in metres. */
const COARSE_DISTRICT_FROM_METRES = 4000

/**
 * Keeps the highlight (building index, district outline) equal to `app.selection`, also when the
 * selection came from the URL or from a search. Returns a function that stops it.
 */
export function wireSelection(store: AppStore, data: DataService): () => void {
  const mark = (marked: Marked | null): void => store.getState().updateSession((session) => setMarked(session, marked))
  const apply = (selection: Selection | null): void => {
    if (selection === null) {
      mark(null)
      return
    }
    const { cityId, kind, id } = selection
    data.card(cityId, kind, id, store.getState().app.language).then(
      (card) => {
        if (store.getState().app.selection !== selection) return
        if (card === null) return dropUnknown(store, selection)
        mark({ cityId, buildingIndex: card.buildingIndex, outlineDegrees: card.outlineDegrees })
      },
      () => mark(null),
    )
  }
  apply(store.getState().app.selection)
  return store.subscribe((now, before) => {
    if (now.app.selection !== before.app.selection) apply(now.app.selection)
  })
}

/** A link outlives the data: what they no longer have is not shown, and the address loses it. */
function dropUnknown(store: AppStore, selection: Selection): void {
  store.getState().updateSession((session) => setUnknownPlace(session, selection))
  store.getState().update((app) => setSelection(app, null))
}

/** Turns what the user pointed at into a selection; open ground selects the district under it. */
export async function selectPick(store: AppStore, data: DataService, pick: Pick | null): Promise<void> {
  const own = pick === null || pick.kind === 'building' ? null : findOwnPick(store, pick)
  store.getState().updateSession((session) => setOwnPick(session, own))
  const selection = pick === null || own !== null ? null : await resolvePick(store, data, pick)
  store.getState().update((app) => setSelection(app, selection))
}

/** A share of the camera's height: what a finger covers. */
const OWN_REACH_SHARE = 0.012
const LEAST_OWN_REACH_METRES = 5

/** A building stands before own shapes, which lie on the ground: the click means it. */
function findOwnPick(store: AppStore, { cityId, positionDegrees }: Pick): OwnHit | null {
  const { app, session } = store.getState()
  const reachMetres = Math.max(LEAST_OWN_REACH_METRES, app.cameras[cityId].heightMetres * OWN_REACH_SHARE)
  return findOwnFeature(session.ownLayers, cityId, positionDegrees, reachMetres)
}

async function resolvePick(store: AppStore, data: DataService, pick: Pick): Promise<Selection | null> {
  const { cityId } = pick
  if (pick.kind === 'building' && pick.buildingIndex !== null) {
    const id = await data.buildingId(cityId, pick.buildingIndex)
    return id === null ? null : { cityId, kind: 'building', id }
  }
  if (pick.kind !== 'ground' && pick.kind !== 'edit' && pick.featureId !== null) {
    return { cityId, kind: pick.kind, id: pick.featureId }
  }
  const { app } = store.getState()
  const isFar = app.cameras[cityId].heightMetres > COARSE_DISTRICT_FROM_METRES
  const [longitude, latitude] = pick.positionDegrees
  const id = await data.districtAt(cityId, longitude, latitude, isFar ? 'coarse' : 'fine')
  return id === null ? null : { cityId, kind: 'district', id }
}
