import type { Language } from '../cities/city.ts'
import { CITY_IDS, type CityId } from '../cities/index.ts'
import type { LayerId } from '../layers/ids.ts'
import type { FailedImport, OwnImport } from '../layers/own/own-import.ts'
import type { OwnLayer } from '../layers/own/own-layer.ts'
import type { LayerOutcome } from '../layers/types.ts'
import type { Selection } from './app-state.ts'
import { forEveryCity } from './defaults.ts'
import type { Drawing } from './drawing.ts'
import type { OnlineEntry } from './online-entry.ts'
import type { LinkedSource } from './online-proposal.ts'
import type { CityProgress, Flight, OwnPick, Session } from './store.ts'
import { isSameTrouble, type Trouble } from './trouble.ts'

/** Pure changes of the session, as `transitions.ts` has them of the state: for `updateSession`. */

export function setProgress(session: Session, cityId: CityId, progress: CityProgress): Session {
  return { ...session, progress: { ...session.progress, [cityId]: progress } }
}

/** Keeps a layer's latest picture. */
export function setPicture(session: Session, layerId: LayerId, outcome: LayerOutcome): Session {
  return { ...session, pictures: { ...session.pictures, [layerId]: outcome } }
}

export function dropPicture(session: Session, layerId: LayerId): Session {
  const { [layerId]: _dropped, ...pictures } = session.pictures
  return { ...session, pictures }
}

/** Asks the scene to fly. */
export function requestFlight(session: Session, cityId: CityId, target: Flight['target']): Session {
  return { ...session, flight: { sequence: (session.flight?.sequence ?? 0) + 1, cityId, target } }
}

/** Asks a city's scene to try loading again. */
export function requestRetry(session: Session, cityId: CityId): Session {
  return { ...session, retries: { ...session.retries, [cityId]: session.retries[cityId] + 1 } }
}

/** Asks for the layers that failed once more. */
export function requestLayerRetry(session: Session): Session {
  return { ...session, layerRetries: session.layerRetries + 1 }
}

/** Asks anew for what failed after a worker ended: the layers, the views with their maps and labels, all that panels read. */
export function requestEverythingAgain(session: Session): Session {
  const again = requestLayerRetry({ ...session, loadRetries: session.loadRetries + 1 })
  return CITY_IDS.reduce(requestRetry, again)
}

/** Puts a trouble on screen, once. */
export function addTrouble(session: Session, trouble: Trouble): Session {
  return session.troubles.some((known) => isSameTrouble(known, trouble))
    ? session
    : { ...session, troubles: [...session.troubles, trouble] }
}

/** Takes a trouble off the screen: it is mended, or put away. */
export function dropTrouble(session: Session, trouble: Trouble): Session {
  return { ...session, troubles: session.troubles.filter((known) => !isSameTrouble(known, trouble)) }
}

/** The language's texts are there, and show. */
export function showLanguage(session: Session, shownLanguage: Language): Session {
  return dropTrouble({ ...session, shownLanguage }, { kind: 'language', language: shownLanguage })
}

/** What is marked on the map as selected; by null nothing is, and never anything in two cities. */
export interface Marked {
  readonly cityId: CityId
  readonly buildingIndex: number | null
  /** Longitude and latitude interleaved, in degrees. */
  readonly outlineDegrees: Float64Array | null
}

export function setMarked(session: Session, marked: Marked | null): Session {
  const isMarked = (id: CityId): boolean => id === marked?.cityId
  return {
    ...session,
    highlight: forEveryCity((id) => (isMarked(id) ? (marked?.buildingIndex ?? null) : null)),
    outline: forEveryCity((id) => (isMarked(id) ? (marked?.outlineDegrees ?? null) : null)),
  }
}

export function setZoneFills(session: Session, zoneFills: Session['zoneFills']): Session {
  return { ...session, zoneFills }
}

/** Takes the zones off the map, unless others show meanwhile. */
export function clearZoneFills(session: Session, zoneFills: Session['zoneFills']): Session {
  return session.zoneFills === zoneFills ? { ...session, zoneFills: {} } : session
}

/** What the shown scenario puts into the cities. */
export function setPlanned(session: Session, planned: Session['planned']): Session {
  return session.planned === planned ? session : { ...session, planned }
}

/** What stands near to where something is drawn. */
export function setNearby(session: Session, nearby: Session['nearby']): Session {
  return session.nearby === nearby ? session : { ...session, nearby }
}

/** The area that is being drawn from now on; null ends drawing. */
export function setDrawing(session: Session, drawing: Drawing | null): Session {
  return session.drawing === drawing ? session : { ...session, drawing }
}

export function setOwnImport(session: Session, ownImport: OwnImport | null): Session {
  return { ...session, ownImport }
}

export function addFailedImport(session: Session, failed: FailedImport): Session {
  return { ...session, failedImports: [...session.failedImports, failed] }
}

/** @param index place among the failed imports */
export function dismissFailedImport(session: Session, index: number): Session {
  return { ...session, failedImports: session.failedImports.filter((_, other) => other !== index) }
}

/** Lays a layer of the reader's own over the others. */
export function addOwnLayer(session: Session, layer: OwnLayer): Session {
  return { ...session, ownLayers: [...session.ownLayers, layer] }
}

/** Takes an own layer away, and with it what was picked of it. */
export function removeOwnLayer(session: Session, id: string): Session {
  if (!session.ownLayers.some((layer) => layer.id === id)) return session
  return {
    ...session,
    ownLayers: session.ownLayers.filter((layer) => layer.id !== id),
    ownPick: session.ownPick?.layerId === id ? null : session.ownPick,
  }
}

export function setOwnLayerShown(session: Session, id: string, isShown: boolean): Session {
  return { ...session, ownLayers: session.ownLayers.map((layer) => (layer.id === id ? { ...layer, isShown } : layer)) }
}

/** The own feature whose attributes show; null for none. */
export function setOwnPick(session: Session, ownPick: OwnPick | null): Session {
  return session.ownPick === ownPick ? session : { ...session, ownPick }
}

/** Switches a service on, in the place of one with the same id. */
export function putOnlineEntry(session: Session, entry: OnlineEntry): Session {
  return { ...session, online: [...withoutOnline(session, entry.request.id), entry] }
}

/** Changes the service with this id, where it is still on. */
export function changeOnlineEntry(session: Session, id: string, change: (entry: OnlineEntry) => OnlineEntry): Session {
  return { ...session, online: session.online.map((entry) => (entry.request.id === id ? change(entry) : entry)) }
}

export function removeOnlineEntry(session: Session, id: string): Session {
  return { ...session, online: withoutOnline(session, id) }
}

function withoutOnline({ online }: Session, id: string): readonly OnlineEntry[] {
  return online.filter((entry) => entry.request.id !== id)
}

/** Whether the map of a city leaves own shapes out since there are too many. */
export function setOwnLeftOut(session: Session, cityId: CityId, isSome: boolean): Session {
  if (session.ownLeftOut.includes(cityId) === isSome) return session
  return { ...session, ownLeftOut: isSome ? [...session.ownLeftOut, cityId] : session.ownLeftOut.filter((id) => id !== cityId) }
}

/** Online sources that a link asks for; none once the user has answered. */
export function setProposedSources(session: Session, proposedSources: readonly LinkedSource[]): Session {
  return session.proposedSources.length === 0 && proposedSources.length === 0 ? session : { ...session, proposedSources }
}

/** A selection that the data do not have, to be told. */
export function setUnknownPlace(session: Session, unknownPlace: Selection): Session {
  return { ...session, unknownPlace }
}
